import type { Language } from '../gql/graphql.ts';

/** What the way to one's account is called: eight words, too few for files of their own. */
export const accountWord: Record<Language, string> = {
  it: 'Il mio account',
  en: 'My account',
  fr: 'Mon compte',
  es: 'Mi cuenta',
  nl: 'Mijn account',
  fi: 'Oma tili',
  cs: 'Můj účet',
  bg: 'Моят профил',
};
