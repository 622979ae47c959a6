/** The vocabulary prepared for search: every label and synonym in every language, normalised once. */
import { normalizeText } from '../../platform/text.ts';
import type { Labels, Language, Synonyms, Taxonomy } from './model.ts';
import { languages } from './model.ts';
import { trigramsOf } from './typing-errors.ts';

export type TaxonomyKind = 'object' | 'category' | 'group' | 'action';

/** One label or synonym in one language. */
export interface TaxonomyPhrase {
  kind: TaxonomyKind;
  slug: string;
  language: Language;
  text: string;
  normalized: string;
  words: readonly string[];
  isLabel: boolean;
  trigramCount: number;
}

export interface TaxonomyIndex {
  taxonomy: Taxonomy;
  phrases: readonly TaxonomyPhrase[];
  /** By whole normalised text. */
  exact: ReadonlyMap<string, readonly TaxonomyPhrase[]>;
  /** By text without blanks, for "grillepain" and "bikesharing". */
  joined: ReadonlyMap<string, readonly TaxonomyPhrase[]>;
  /** The rest of each phrase from each of its words on, sorted, for search by prefix. */
  tails: readonly { tail: string; phrase: TaxonomyPhrase; isStart: boolean }[];
  byTrigram: ReadonlyMap<string, readonly TaxonomyPhrase[]>;
  byFirstWord: ReadonlyMap<string, readonly TaxonomyPhrase[]>;
  /** The distinct words of all phrases by `shapeOf`: first letter and length. */
  wordsByShape: ReadonlyMap<string, readonly string[]>;
}

/** Builds the index over every label and synonym in all languages. Do it once. */
export function createTaxonomyIndex(taxonomy: Taxonomy): TaxonomyIndex {
  const phrases = [
    ...taxonomy.groups.flatMap((group) => phrasesOf('group', group.slug, group.labels, {})),
    ...taxonomy.categories.flatMap((item) => phrasesOf('category', item.slug, item.labels, item.synonyms)),
    ...taxonomy.actions.flatMap((item) => phrasesOf('action', item.code, item.labels, item.synonyms)),
    ...taxonomy.objectTypes.flatMap((item) => phrasesOf('object', item.slug, item.labels, item.synonyms)),
  ];
  const tails = phrases.flatMap((phrase) =>
    phrase.words.map((_, start) => ({ tail: phrase.words.slice(start).join(' '), phrase, isStart: start === 0 })),
  );
  tails.sort((left, right) => compareTexts(left.tail, right.tail));
  return {
    taxonomy,
    phrases,
    exact: groupBy(phrases, (phrase) => [phrase.normalized]),
    joined: groupBy(phrases, (phrase) => [phrase.words.join('')]),
    tails,
    byTrigram: groupBy(phrases, (phrase) => trigramsOf(phrase.normalized)),
    byFirstWord: groupBy(phrases, (phrase) => phrase.words.slice(0, 1)),
    wordsByShape: groupBy([...new Set(phrases.flatMap((phrase) => phrase.words))], (word) => [
      shapeOf(word[0], word.length),
    ]),
  };
}

function phrasesOf(kind: TaxonomyKind, slug: string, labels: Partial<Labels>, synonyms: Synonyms): TaxonomyPhrase[] {
  return languages.flatMap((language) =>
    [labels[language], ...(synonyms[language] ?? [])].flatMap((text, position) => {
      // An operator's addition may lack a language.
      if (text === undefined) return [];
      const normalized = normalizeText(text);
      if (normalized === '') return [];
      const words = normalized.split(' ');
      const trigramCount = trigramsOf(normalized).length;
      return [{ kind, slug, language, text, normalized, words, isLabel: position === 0, trigramCount }];
    }),
  );
}

/** Key of `wordsByShape`. */
export function shapeOf(firstLetter: string | undefined, length: number): string {
  return `${firstLetter ?? ''}${length}`;
}

function groupBy<Item>(items: readonly Item[], keysOf: (item: Item) => readonly string[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

/** By code unit, the same on every machine. */
export function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
