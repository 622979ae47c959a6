import { type HTMLAttributes, type HTMLInputTypeAttribute, type ReactNode, useId } from 'react';
import { fieldId, useForm } from './form.ts';

interface FieldProps {
  /** Within the input; the API names a fault by it. */
  path: string;
  label: string;
  why?: string | undefined;
}

/** Label, explanation and fault around one control. */
export function Field({
  path,
  label,
  why,
  children,
}: FieldProps & { children: (control: HTMLAttributes<HTMLElement>) => ReactNode }) {
  const { problems } = useForm();
  const id = fieldId(path);
  const problem = problems[path];
  const told = [why && `${id}-why`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        ...(told && { 'aria-describedby': told }),
        ...(problem && { 'aria-invalid': true }),
      })}
      {why && (
        <p id={`${id}-why`} className="why">
          {why}
        </p>
      )}
      <Fault path={path} />
    </div>
  );
}

/** What is wrong with a value, beside it. */
export function Fault({ path }: { path: string }) {
  const { problems } = useForm();
  const problem = problems[path];
  return problem ? (
    <p id={`${fieldId(path)}-problem`} className="fault">
      {problem}
    </p>
  ) : null;
}

interface TextProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  longest: number;
  type?: HTMLInputTypeAttribute;
  inputMode?: 'decimal' | 'numeric';
  autoComplete?: string;
  lang?: string;
  /** Several lines. */
  rows?: number;
}

export function TextField({ path, label, why, value, onChange, longest, rows, ...rest }: TextProps) {
  return (
    <Field path={path} label={label} why={why}>
      {(control) =>
        rows ? (
          <textarea
            {...control}
            lang={rest.lang}
            rows={rows}
            maxLength={longest}
            value={value}
            onChange={({ currentTarget }) => onChange(currentTarget.value)}
          />
        ) : (
          <input
            {...control}
            {...rest}
            type={rest.type ?? 'text'}
            autoComplete={rest.autoComplete ?? 'off'}
            maxLength={longest}
            value={value}
            onChange={({ currentTarget }) => onChange(currentTarget.value)}
          />
        )
      }
    </Field>
  );
}

export function SelectField({
  path,
  label,
  why,
  value,
  options,
  onChange,
}: FieldProps & {
  value: string;
  options: (readonly [value: string, label: string])[];
  onChange: (value: string) => void;
}) {
  return (
    <Field path={path} label={label} why={why}>
      {(control) => (
        <select {...control} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
          {options.map(([option, name]) => (
            <option key={option} value={option}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Several of a few: each a box to tick. */
export function Several({
  path,
  label,
  options,
  chosen,
  onChange,
}: {
  path: string;
  label: string;
  options: (readonly [value: string, label: string])[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  return (
    <fieldset id={fieldId(path)} className="form-choices" tabIndex={-1}>
      <legend>{label}</legend>
      <div>
        {options.map(([value, name]) => (
          <label key={value} className="form-choice">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={({ currentTarget: { checked } }) =>
                onChange(checked ? [...chosen, value] : chosen.filter((other) => other !== value))
              }
            />
            {name}
          </label>
        ))}
      </div>
      <Fault path={path} />
    </fieldset>
  );
}

/** One of a few. */
export function One<Value extends string>({
  path,
  label,
  options,
  chosen,
  onChange,
}: {
  path: string;
  label: string;
  options: (readonly [value: Value, label: string])[];
  chosen: Value;
  onChange: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset id={fieldId(path)} className="form-choices" tabIndex={-1}>
      <legend>{label}</legend>
      <div>
        {options.map(([value, text]) => (
          <label key={value} className="form-choice">
            <input type="radio" name={name} checked={value === chosen} onChange={() => onChange(value)} />
            {text}
          </label>
        ))}
      </div>
      <Fault path={path} />
    </fieldset>
  );
}

export function Tick({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label className="form-choice">
      <input type="checkbox" checked={checked} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
      {label}
    </label>
  );
}
