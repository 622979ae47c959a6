import { createContext, useContext } from 'react';
import type { RegisterWords } from './words/en.ts';

/** What is wrong with a value, by its path within the input, such as `name` or `offers.0.amountMax`. */
export type Problems = Record<string, string>;

export interface FormState {
  words: RegisterWords;
  problems: Problems;
}

export const FormContext = createContext<FormState | null>(null);

export function useForm(): FormState {
  const form = useContext(FormContext);
  if (!form) throw new Error('useForm is used outside a form');
  return form;
}

/** Where a value is typed: what its label, its fault and the list of faults point at. */
export const fieldId = (path: string) => `field-${path.replaceAll('.', '-')}`;
