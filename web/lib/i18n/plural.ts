import type { Language } from '../../gql/graphql.ts';

/**
 * Forms that whole numbers take in a language, by Unicode's rules. Italian, French and Spanish also know `many`, for
 * whole millions; the noun then reads as with any other number.
 */
type Forms<L extends Language> = { other: string } & Record<L extends 'cs' ? 'one' | 'few' | 'many' : 'one', string>;

/** Picks a word by the plural rules of a language. */
export function plural<L extends Language>(language: L, forms: Forms<L>): (count: number) => string {
  const rules = new Intl.PluralRules(language);
  const words: { other: string } & Partial<Record<Intl.LDMLPluralRule, string>> = forms;
  return (count) => words[rules.select(count)] ?? words.other;
}
