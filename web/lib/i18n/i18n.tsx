import { createContext, useContext } from 'react';
import type { Language } from '../../gql/graphql.ts';
import type { Messages } from './en.ts';

/** One file a language, loaded only for those who read it. */
const catalogues: Record<Language, () => Promise<Messages>> = {
  it: () => import('./it.ts').then(({ it }) => it),
  en: () => import('./en.ts').then(({ en }) => en),
  fr: () => import('./fr.ts').then(({ fr }) => fr),
  es: () => import('./es.ts').then(({ es }) => es),
  nl: () => import('./nl.ts').then(({ nl }) => nl),
  fi: () => import('./fi.ts').then(({ fi }) => fi),
  cs: () => import('./cs.ts').then(({ cs }) => cs),
  bg: () => import('./bg.ts').then(({ bg }) => bg),
};

/** The languages that a person can choose, by their own names. */
export const languageNames: Record<Language, string> = {
  it: 'Italiano',
  en: 'English',
  fr: 'Français',
  es: 'Español',
  nl: 'Nederlands',
  fi: 'Suomi',
  cs: 'Čeština',
  bg: 'Български',
};

export interface Catalogue {
  language: Language;
  t: Messages;
}

export interface I18n extends Catalogue {
  /** Changes the language in place: what is shown, typed and chosen stays. */
  choose: (language: Language) => void;
}

export const I18nContext = createContext<I18n | null>(null);

export function useI18n(): I18n {
  const i18n = useContext(I18nContext);
  if (!i18n) throw new Error('useI18n is used outside its provider');
  return i18n;
}

export const isLanguage = (code: string): code is Language => Object.hasOwn(catalogues, code);

/** The address's `lang`, else the first language of the browser that has a catalogue, else Italian. */
export function chooseLanguage(asked: string | null, browser: readonly string[]): Language {
  return [asked ?? '', ...browser].map((tag) => tag.split(/[-_]/, 1)[0]?.toLowerCase() ?? '').find(isLanguage) ?? 'it';
}

export async function loadCatalogue(language: Language): Promise<Catalogue> {
  return { language, t: await catalogues[language]() };
}
