/** Picks a word by the plural rules of a language; `other` stands for forms that are not given. */
export function plural(
  language: string,
  forms: { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>,
): (count: number) => string {
  const rules = new Intl.PluralRules(language);
  return (count) => forms[rules.select(count)] ?? forms.other;
}
