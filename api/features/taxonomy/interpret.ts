/**
 * Reads a free text as a filter: "riparare tostapane torino" is the action REPAIR, the object toaster, and a word that
 * the taxonomy does not know, left to the search by name and place.
 */
import { normalizeText } from '../../platform/text.ts';
import { expandCategories } from './expand.ts';
import type { MatchOptions } from './match.ts';
import type { TaxonomyIndex, TaxonomyKind, TaxonomyPhrase } from './match-index.ts';
import { shapeOf } from './match-index.ts';
import type { ActionCode } from './model.ts';
import { actionCodes } from './model.ts';
import { isStopWord } from './stop-words.ts';
import { editDistance } from './typing-errors.ts';

export interface Interpretation {
  /** Category slugs; a group stands as its categories. */
  categories: string[];
  actions: ActionCode[];
  /** Slugs of object types, not expanded. */
  objects: string[];
  /** Normalised words that name nothing, in their order. */
  rest: string[];
}

export interface InterpretOptions extends MatchOptions {
  /** True for a normalised word known to be a name (of a place, say): it is then never read as a typing error. */
  isName?: (word: string) => boolean;
}

/** Some tokens of the text, from `start` on, read as one phrase of the taxonomy. */
interface Reading {
  start: number;
  length: number;
  edits: number;
  phrases: readonly TaxonomyPhrase[];
}

/** Words beyond these are only handed back: nobody names a thing in so many. */
const mostTokens = 24;

/**
 * The best reading of a text: the one that leaves the fewest words over, then has the fewest typing errors, then the
 * longest phrases. Where one phrase names several things, an action wins over a category, that over an object and that
 * over a group ("borrow" is the action, not the kinds of place), and all things of the winning kind are returned, or
 * only those called so in `options.language` if there are any.
 */
export function interpretText(index: TaxonomyIndex, text: string, options: InterpretOptions = {}): Interpretation {
  const normalized = normalizeText(text);
  const tokens = normalized === '' ? [] : normalized.split(' ');
  const readings = bestReadings(index, tokens.slice(0, mostTokens), options.isName ?? (() => false));
  const things = readings.flatMap((reading) => thingsOf(reading, options));
  const slugsOf = (...kinds: TaxonomyKind[]) => [
    ...new Set(things.filter((phrase) => kinds.includes(phrase.kind)).map((phrase) => phrase.slug)),
  ];
  const codes = new Set(slugsOf('action'));
  return {
    categories: expandCategories(index.taxonomy, slugsOf('category', 'group')).slugs,
    actions: actionCodes.filter((code) => codes.has(code)),
    objects: slugsOf('object'),
    rest: restOf(tokens, readings),
  };
}

/** What each way of dealing with a token costs; see `interpretText` for the order that follows. */
const cost = { unread: 100, phrase: 1, edit: 2 };

/** The cheapest way to cover the tokens with readings, by dynamic programming from the end. */
function bestReadings(index: TaxonomyIndex, tokens: readonly string[], isName: (word: string) => boolean): Reading[] {
  const alike = tokens.map((token) => wordsAlike(index, token, isName));
  let following: { cost: number; readings: Reading[] }[] = [{ cost: 0, readings: [] }];
  for (let start = tokens.length - 1; start >= 0; start--) {
    // following[n] is the best way from the token n + 1 places after this one.
    const next = following[0] ?? { cost: 0, readings: [] };
    let best = { cost: next.cost + cost.unread, readings: next.readings };
    for (const reading of readingsAt(index, tokens, alike, start)) {
      const after = following[reading.length - 1] ?? { cost: 0, readings: [] };
      const total = after.cost + cost.phrase + cost.edit * reading.edits;
      if (total < best.cost) best = { cost: total, readings: [reading, ...after.readings] };
    }
    following = [best, ...following];
  }
  return following[0]?.readings ?? [];
}

/** All readings that begin at a token, of each length the one with the fewest edits; the longest first. */
function readingsAt(
  index: TaxonomyIndex,
  tokens: readonly string[],
  alike: readonly ReadonlyMap<string, number>[],
  start: number,
): Reading[] {
  const byLength = new Map<number, Reading>();
  const consider = (phrase: TaxonomyPhrase, length: number, edits: number): void => {
    if (tokens.slice(start, start + length).every(isStopWord)) return;
    const found = byLength.get(length);
    if (!found || edits < found.edits) byLength.set(length, { start, length, edits, phrases: [phrase] });
    else if (edits === found.edits) byLength.set(length, { ...found, phrases: [...found.phrases, phrase] });
  };
  for (const word of alike[start]?.keys() ?? []) {
    for (const phrase of index.byFirstWord.get(word) ?? []) {
      const edits = phrase.words.reduce(
        (sum, each, position) => sum + (alike[start + position]?.get(each) ?? Infinity),
        0,
      );
      if (edits < Infinity) consider(phrase, phrase.words.length, edits);
    }
  }
  for (const length of [1, 2]) {
    const joined = tokens.slice(start, start + length).join('');
    if (start + length > tokens.length || joined.length < shortestJoined) continue;
    for (const phrase of index.joined.get(joined) ?? [])
      if (phrase.words.length !== length) consider(phrase, length, 0);
  }
  return [...byLength.values()].sort((left, right) => right.length - left.length);
}

/** "grillepain" or "bike sharing" for "bikesharing"; shorter words join by chance. */
const shortestJoined = 6;

/**
 * The words of the taxonomy that a token may stand for, with the edits between. Stricter than search as one types,
 * because names of places and people are words too (Sofia is no sofa, Turin no Dutch "tuin"): the first letter must be
 * right; a word of five letters may only end otherwise ("libri"), one of six have one error, one of nine two.
 */
function wordsAlike(index: TaxonomyIndex, token: string, isName: (word: string) => boolean): Map<string, number> {
  const words = new Map<string, number>();
  if (index.wordsByShape.get(shapeOf(token[0], token.length))?.includes(token)) words.set(token, 0);
  const limit = token.length < 5 ? 0 : token.length < 9 ? 1 : 2;
  if (limit === 0 || isStopWord(token) || isName(token)) return words;
  const start = token.length === 5 ? token.slice(0, 4) : '';
  for (let length = token.length - limit; length <= token.length + limit; length++) {
    for (const word of index.wordsByShape.get(shapeOf(token[0], length)) ?? []) {
      const edits = word.startsWith(start) ? editDistance(token, word, limit) : Infinity;
      if (edits > 0 && edits <= limit) words.set(word, edits);
    }
  }
  return words;
}

const kindsByPrecedence: readonly TaxonomyKind[] = ['action', 'category', 'object', 'group'];

function thingsOf(reading: Reading, options: MatchOptions): readonly TaxonomyPhrase[] {
  const spoken = reading.phrases.filter((phrase) => phrase.language === options.language);
  const phrases = spoken.length > 0 ? spoken : reading.phrases;
  const kind = kindsByPrecedence.find((each) => phrases.some((phrase) => phrase.kind === each));
  return phrases.filter((phrase) => phrase.kind === kind);
}

/** The tokens outside the readings, less the stop words that touch one ("riparazione *di un* tostapane *a* torino"). */
function restOf(tokens: readonly string[], readings: readonly Reading[]): string[] {
  const read = new Set(readings.flatMap(({ start, length }) => Array.from({ length }, (_, offset) => start + offset)));
  for (const { start, length } of readings) {
    for (let position = start - 1; isStopWord(tokens[position] ?? ''); position--) read.add(position);
    for (let position = start + length; isStopWord(tokens[position] ?? ''); position++) read.add(position);
  }
  return tokens.filter((_, position) => !read.has(position));
}
