import { createContext, useContext } from 'react';
import type { WordFiles } from '../../lib/i18n/words.ts';
import type { PlaceWords } from './words/en.ts';

export const placeWords: WordFiles<PlaceWords> = {
  it: async () => (await import('./words/it.ts')).words,
  en: async () => (await import('./words/en.ts')).words,
  fr: async () => (await import('./words/fr.ts')).words,
  es: async () => (await import('./words/es.ts')).words,
  nl: async () => (await import('./words/nl.ts')).words,
  fi: async () => (await import('./words/fi.ts')).words,
  cs: async () => (await import('./words/cs.ts')).words,
  bg: async () => (await import('./words/bg.ts')).words,
};

export const PlaceWordsContext = createContext<PlaceWords | null>(null);

/** The words of a place's page, for what stands on it. */
export function usePlaceWords(): PlaceWords {
  const words = useContext(PlaceWordsContext);
  if (!words) throw new Error('usePlaceWords is used outside a place');
  return words;
}
