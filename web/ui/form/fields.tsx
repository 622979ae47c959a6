import { type ComponentProps, type ReactNode, useId, useState } from 'react';
import { useProblem } from './form.tsx';

interface Labelled {
  name: string;
  label: string;
  /** Below the label: what is asked for, before anybody errs. */
  note?: ReactNode;
}

/** One line. Uncontrolled, so that what a password manager fills in stays. */
export function Field({ name, label, note, ...input }: Labelled & ComponentProps<'input'>) {
  return (
    <Frame name={name} label={label} note={note}>
      {(described) => <input name={name} {...input} {...described} />}
    </Frame>
  );
}

/** A password, hidden until one asks to see it. */
export function PasswordField({
  show,
  name,
  label,
  note,
  ...input
}: Labelled & { show: string } & ComponentProps<'input'>) {
  const [shown, setShown] = useState(false);
  return (
    <Frame name={name} label={label} note={note}>
      {(described) => (
        <span className="form-password">
          <input
            name={name}
            type={shown ? 'text' : 'password'}
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            maxLength={128}
            {...input}
            {...described}
          />
          <button
            type="button"
            className="button plain"
            aria-pressed={shown}
            aria-label={`${show}: ${label}`}
            onClick={() => setShown(!shown)}
          >
            {show}
          </button>
        </span>
      )}
    </Frame>
  );
}

/** Several lines. */
export function AreaField({ name, label, note, ...area }: Labelled & ComponentProps<'textarea'>) {
  return (
    <Frame name={name} label={label} note={note}>
      {(described) => <textarea name={name} {...area} {...described} />}
    </Frame>
  );
}

/** One of a few. */
export function SelectField({ name, label, note, children, ...select }: Labelled & ComponentProps<'select'>) {
  return (
    <Frame name={name} label={label} note={note}>
      {(described) => (
        <select name={name} {...select} {...described}>
          {children}
        </select>
      )}
    </Frame>
  );
}

interface Described {
  id: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
}

function Frame({ name, label, note, children }: Labelled & { children: (described: Described) => ReactNode }) {
  const id = useId();
  const problem = useProblem(name);
  const describedBy = [note && `${id}-note`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      {note && (
        <p className="form-note" id={`${id}-note`}>
          {note}
        </p>
      )}
      {children({ id, 'aria-invalid': problem ? true : undefined, 'aria-describedby': describedBy || undefined })}
      {problem && (
        <p className="form-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}
