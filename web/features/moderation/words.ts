import type { WordFiles } from '../../lib/i18n/words.ts';
import type { ModerationWords } from './words/en.ts';

export const moderationWords: WordFiles<ModerationWords> = {
  it: () => import('./words/it.ts').then(({ it }) => it),
  en: () => import('./words/en.ts').then(({ en }) => en),
  fr: () => import('./words/fr.ts').then(({ fr }) => fr),
  es: () => import('./words/es.ts').then(({ es }) => es),
  nl: () => import('./words/nl.ts').then(({ nl }) => nl),
  fi: () => import('./words/fi.ts').then(({ fi }) => fi),
  cs: () => import('./words/cs.ts').then(({ cs }) => cs),
  bg: () => import('./words/bg.ts').then(({ bg }) => bg),
};
