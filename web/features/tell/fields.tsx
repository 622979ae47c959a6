import { FieldError, Input, Label, Radio, RadioGroup, Text, TextArea, TextField } from 'react-aria-components';
import type { TellWords } from './words/en.ts';

interface FieldProps {
  label: string;
  value: string;
  longest: number;
  problem: string | undefined;
  onChange: (text: string) => void;
}

/** One line. */
export function ShortField({
  label,
  value,
  longest,
  problem,
  onChange,
  type = 'text',
  why,
}: FieldProps & { type?: 'text' | 'email'; why?: string }) {
  return (
    <TextField
      className="field"
      type={type}
      value={value}
      maxLength={longest}
      isInvalid={problem !== undefined}
      onChange={onChange}
      autoComplete={type === 'email' ? 'email' : 'off'}
    >
      <Label>{label}</Label>
      <Input />
      {why && <Text slot="description">{why}</Text>}
      <FieldError>{problem}</FieldError>
    </TextField>
  );
}

/** Several lines. */
export function LongField({ label, value, longest, problem, onChange }: FieldProps) {
  return (
    <TextField
      className="field"
      value={value}
      maxLength={longest}
      isInvalid={problem !== undefined}
      onChange={onChange}
    >
      <Label>{label}</Label>
      <TextArea rows={3} />
      <FieldError>{problem}</FieldError>
    </TextField>
  );
}

/** What may be wrong about a place. */
export function ProblemChoice({
  words,
  value,
  problem,
  onChange,
}: {
  words: TellWords;
  value: string;
  problem: string | undefined;
  onChange: (problem: string) => void;
}) {
  return (
    <RadioGroup className="problems" value={value || null} onChange={onChange} isInvalid={problem !== undefined}>
      <Label>{words.whatIsWrong}</Label>
      {Object.entries(words.problem).map(([code, label]) => (
        <Radio key={code} value={code}>
          <i aria-hidden="true" />
          {label}
        </Radio>
      ))}
      <FieldError>{problem}</FieldError>
    </RadioGroup>
  );
}
