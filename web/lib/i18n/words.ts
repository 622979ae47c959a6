import { useEffect, useState } from 'react';
import type { Language } from '../../gql/graphql.ts';
import { useI18n } from './i18n.tsx';

/** The words of a part that is loaded when it is wanted: one file a language, beside the part. */
export type WordFiles<Words> = Record<Language, () => Promise<Words>>;

/** Words that have come, by what loads them. */
const come = new Map<() => Promise<unknown>, unknown>();

export async function loadWords<Words>(files: WordFiles<Words>, language: Language): Promise<Words> {
  const words = await files[language]();
  come.set(files[language], words);
  return words;
}

/**
 * The words of a part in the present language; null until they have come. After a change of language the old ones stay
 * until the new ones are there; without a network, until there is one.
 */
export function useWords<Words>(files: WordFiles<Words>): Words | null {
  const { language } = useI18n();
  const [words, setWords] = useState<Words | null>(() => (come.get(files[language]) as Words | undefined) ?? null);
  useEffect(() => {
    let gone = false;
    const load = () =>
      loadWords(files, language).then(
        (loaded) => gone || setWords(() => loaded),
        () => gone || window.addEventListener('online', load, { once: true }),
      );
    void load();
    return () => {
      gone = true;
      window.removeEventListener('online', load);
    };
  }, [files, language]);
  return words;
}
