/** A counted noun: the number as the language writes it, and the form that goes with it. */
export function counted(
  language: string,
  forms: { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>,
): (count: number) => string {
  const rules = new Intl.PluralRules(language);
  return (count) => `${count.toLocaleString(language)} ${forms[rules.select(count)] ?? forms.other}`;
}
