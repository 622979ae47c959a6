/**
 * Finds what a typed text means in the vocabulary, in memory: the taxonomy is some thousands of phrases, read once.
 * All functions are pure; texts are compared in the form of `normalizeText`.
 */
import { normalizeText } from '../../platform/text.ts';
import type { TaxonomyIndex, TaxonomyKind, TaxonomyPhrase } from './match-index.ts';
import { compareTexts } from './match-index.ts';
import type { Language } from './model.ts';
import { allowedEdits, editDistance, trigramsOf } from './typing-errors.ts';

export interface TaxonomyMatch {
  kind: TaxonomyKind;
  /** Slug of the object type, category or group; code of the action. */
  slug: string;
  /** 1 for the label itself, then synonym, prefix, prefix of a later word, typing error, likeness. */
  score: number;
  matchedLanguage: Language;
  /** The label or synonym that matched, as written in the taxonomy. */
  matchedText: string;
}

export interface MatchOptions {
  /** Preferred where scores tie. */
  language?: Language;
}

/** Object types that a text names or begins to name, best first; at most `limit`, each once. */
export function matchObjects(
  index: TaxonomyIndex,
  text: string,
  limit: number,
  options: MatchOptions = {},
): TaxonomyMatch[] {
  return match(index, ['object'], text, limit, options);
}

/** Categories and groups of categories, best first; at most `limit`, each once. */
export function matchCategories(
  index: TaxonomyIndex,
  text: string,
  limit: number,
  options: MatchOptions = {},
): TaxonomyMatch[] {
  return match(index, ['category', 'group'], text, limit, options);
}

/** Actions, best first; at most `limit`, each once. */
export function matchActions(
  index: TaxonomyIndex,
  text: string,
  limit: number,
  options: MatchOptions = {},
): TaxonomyMatch[] {
  return match(index, ['action'], text, limit, options);
}

/** Longer texts name nothing in the taxonomy, and must not cost anything. */
const longestQuery = 80;

function match(
  index: TaxonomyIndex,
  kinds: readonly TaxonomyKind[],
  text: string,
  limit: number,
  options: MatchOptions,
): TaxonomyMatch[] {
  const query = normalizeText(text);
  if (query === '' || query.length > longestQuery || !(limit > 0)) return [];
  const best = new Map<string, { score: number; phrase: TaxonomyPhrase }>();
  const consider = (phrase: TaxonomyPhrase, score: number): void => {
    if (!kinds.includes(phrase.kind)) return;
    const key = `${phrase.kind} ${phrase.slug}`;
    const found = best.get(key);
    if (
      !found ||
      score > found.score ||
      (score === found.score && isPreferred(phrase, found.phrase, options.language))
    ) {
      best.set(key, { score, phrase });
    }
  };
  for (const phrase of index.exact.get(query) ?? []) consider(phrase, phrase.isLabel ? 1 : 0.99);
  for (const phrase of index.joined.get(query) ?? []) consider(phrase, 0.98);
  considerPrefixes(index, query, consider);
  considerTypingErrors(index, query, consider);
  return [...best.values()]
    .sort(
      (left, right) =>
        right.score - left.score ||
        rankOf(left.phrase.language, options.language) - rankOf(right.phrase.language, options.language) ||
        compareTexts(left.phrase.slug, right.phrase.slug) ||
        compareTexts(left.phrase.kind, right.phrase.kind),
    )
    .slice(0, Math.floor(limit))
    .map(({ score, phrase }) => ({
      kind: phrase.kind,
      slug: phrase.slug,
      score,
      matchedLanguage: phrase.language,
      matchedText: phrase.text,
    }));
}

function considerPrefixes(
  index: TaxonomyIndex,
  query: string,
  consider: (phrase: TaxonomyPhrase, score: number) => void,
): void {
  for (let position = firstTail(index, query); position < index.tails.length; position++) {
    const entry = index.tails[position];
    if (!entry?.tail.startsWith(query)) return;
    const share = query.length / entry.phrase.normalized.length;
    consider(entry.phrase, (entry.isStart ? 0.8 : 0.6) + 0.15 * share);
  }
}

/** Binary search for the first tail that does not sort before `query`. */
function firstTail(index: TaxonomyIndex, query: string): number {
  let low = 0;
  let high = index.tails.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareTexts(index.tails[middle]?.tail ?? '', query) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Trigrams in common over all trigrams, as in pg_trgm; below this two phrases are not alike. */
const leastLikeness = 0.45;

function considerTypingErrors(
  index: TaxonomyIndex,
  query: string,
  consider: (phrase: TaxonomyPhrase, score: number) => void,
): void {
  const limit = allowedEdits(query.length);
  if (limit === 0) return;
  const trigrams = trigramsOf(query);
  for (const [phrase, shared] of sharedTrigrams(index, trigrams)) {
    const distance = editDistance(query, phrase.normalized, limit);
    const likeness = shared / (trigrams.length + phrase.trigramCount - shared);
    if (distance <= limit) consider(phrase, 0.55 - 0.2 * (distance / query.length));
    else if (likeness >= leastLikeness) consider(phrase, 0.3 * likeness);
  }
}

/** Phrases that share at least two trigrams with the query, and how many; one is chance. */
function sharedTrigrams(index: TaxonomyIndex, trigrams: readonly string[]): Map<TaxonomyPhrase, number> {
  const shared = new Map<TaxonomyPhrase, number>();
  for (const trigram of trigrams) {
    for (const phrase of index.byTrigram.get(trigram) ?? []) shared.set(phrase, (shared.get(phrase) ?? 0) + 1);
  }
  for (const [phrase, count] of shared) if (count < 2) shared.delete(phrase);
  return shared;
}

function isPreferred(phrase: TaxonomyPhrase, other: TaxonomyPhrase, language: Language | undefined): boolean {
  return rankOf(phrase.language, language) < rankOf(other.language, language);
}

function rankOf(language: Language, preferred: Language | undefined): number {
  return language === preferred ? 0 : 1;
}
