/** Names of countries, from the Unicode CLDR that Node carries: no data file. */
import { normalizeText } from '../../platform/text.ts';
import { type Labels, type Language, languages } from '../taxonomy/model.ts';
import { europeanCodes, neighbourCodes } from './countries.ts';

const displayNames = new Map(
  languages.map((language) => [language, new Intl.DisplayNames([language], { type: 'region' })]),
);

/** Name of an ISO 3166-1 alpha-2 country in a language; the code itself where it has none. */
export function countryName(code: string, language: Language): string {
  return displayNames.get(language)?.of(code) ?? code;
}

/** A country's names in all our languages. */
export function countryNames(code: string): Labels {
  // fromEntries forgets its keys
  return Object.fromEntries(languages.map((language) => [language, countryName(code, language)])) as Labels;
}

const codes = [...europeanCodes, ...neighbourCodes];
const codeByName = new Map(
  codes.flatMap((code) => Object.values(countryNames(code)).map((name) => [normalizeText(name), code])),
);
const codeByAbbreviation = new Map([
  ...codes.map((code) => [code.toLowerCase(), code] as const),
  ['uk', 'GB'] as const,
]);

/** The country that a normalised text names in any of our languages, or by its two letters if those are taken. */
export function countryCodeOf(text: string, { abbreviated }: { abbreviated: boolean }): string | undefined {
  return codeByName.get(text) ?? (abbreviated ? codeByAbbreviation.get(text) : undefined);
}
