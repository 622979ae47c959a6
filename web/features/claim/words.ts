import type { WordFiles } from '../../lib/i18n/words.ts';
import type { ClaimWords } from './words/en.ts';

export const claimWords: WordFiles<ClaimWords> = {
  it: async () => (await import('./words/it.ts')).words,
  en: async () => (await import('./words/en.ts')).words,
  fr: async () => (await import('./words/fr.ts')).words,
  es: async () => (await import('./words/es.ts')).words,
  nl: async () => (await import('./words/nl.ts')).words,
  fi: async () => (await import('./words/fi.ts')).words,
  cs: async () => (await import('./words/cs.ts')).words,
  bg: async () => (await import('./words/bg.ts')).words,
};
