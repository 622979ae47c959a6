import { type Language, languages, preferredLanguage } from '../taxonomy/model.ts';
import type { Reader } from './model.ts';

/** The address's `lang`, else the browser's languages, else Italian. A `lang` that is none of ours is passed over. */
export function readerOf(lang: unknown, acceptLanguage: string | undefined): Reader {
  const asked = languages.find((language) => language === lang);
  return { language: asked ?? preferredLanguage(acceptLanguage) ?? 'it', explicit: asked !== undefined };
}

/** A path as the reader's links name it. */
export function linkTo(path: string, { language, explicit }: Reader): string {
  return explicit ? withLanguage(path, language) : path;
}

/** A path in a language. */
export function withLanguage(path: string, language: Language): string {
  return `${path}?lang=${language}`;
}

/** English here is that of Europe. */
export const localeOf = (language: Language) => (language === 'en' ? 'en-GB' : language);

export const dateText = (date: Date, language: Language) =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(date);

export const languageName = (code: string, language: Language): string => {
  try {
    return new Intl.DisplayNames(localeOf(language), { type: 'language' }).of(code) ?? code;
  } catch {
    return code; // what a source wrote is no language tag
  }
};
