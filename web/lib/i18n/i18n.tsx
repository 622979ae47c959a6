import { createContext, useContext } from 'react';
import type { Language } from '../../gql/graphql.ts';
import type { Messages } from './en.ts';

/** One file a language. Those that are not written yet are asked of the API only. */
const catalogues: Partial<Record<Language, () => Promise<Messages>>> = {
  it: () => import('./it.ts').then(({ it }) => it),
  en: () => import('./en.ts').then(({ en }) => en),
};

/** The languages that a person can choose, by their own names. */
export const languageNames: Partial<Record<Language, string>> = { it: 'Italiano', en: 'English' };

export interface I18n {
  language: Language;
  t: Messages;
}

const Context = createContext<I18n | null>(null);
export const I18nProvider = Context;

export function useI18n(): I18n {
  const i18n = useContext(Context);
  if (!i18n) throw new Error('useI18n is used outside its provider');
  return i18n;
}

/** The address's `lang`, else the first language of the browser that has a catalogue, else Italian. */
export function chooseLanguage(asked: string | null, browser: readonly string[]): Language {
  const known = (code: string): code is Language => code in catalogues;
  return [asked ?? '', ...browser].map((tag) => tag.slice(0, 2).toLowerCase()).find(known) ?? 'it';
}

export async function loadI18n(language: Language): Promise<I18n> {
  const load = catalogues[language];
  if (!load) throw new Error(`There is no catalogue for ${language}.`);
  return { language, t: await load() };
}
