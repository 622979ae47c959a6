import sql, { join, type Sql } from 'sql-template-tag';
import { InvalidInput } from '../../platform/errors.ts';
import { normalizeText } from '../../platform/text.ts';
import { expandObjects, interpretText, isStopWord, type TaxonomyService } from '../taxonomy/service.ts';

export interface TextCondition {
  /** What a listing, alias `l`, must meet. */
  matches: Sql;
  /** How well it does, 0 and more: higher is better. */
  score: Sql;
  /** Categories that the text names. */
  categories: readonly string[];
}

const longestText = 200;
/** Words beyond these are not looked at: each costs every row a comparison. */
const mostWords = 12;
/** Shorter words are looked for as beginnings only: they have too few trigrams to be like anything. */
const shortestFuzzy = 4;

/**
 * A free text as a condition: what the taxonomy knows of it (category, action, object) must hold and the other words
 * must be in the listing's name or address; or all words must be there ("Il Tostapane" may be a shop's name).
 * Undefined for a text without letters and digits. Throws InvalidInput for one that is too long.
 */
export function compileText(
  text: string,
  { taxonomy, everywhere }: { taxonomy: TaxonomyService; everywhere?: boolean | undefined },
  argument: string,
): TextCondition | undefined {
  if (text.length > longestText) throw new InvalidInput(argument, `a text has at most ${longestText} characters.`);
  const query = normalizeText(text.replaceAll('\0', ' '));
  if (query === '') return undefined;
  const meaning = interpretText(taxonomy.index, query);
  const words = containsAll(query.split(' '));
  const named = namedCondition(meaning, taxonomy);
  const likeness = sql`(case when l.name_sort = ${query} then 2 when starts_with(l.name_sort, ${query}) then 1 else 0 end
    + word_similarity(${query}, l.name_sort))::double precision`;
  if (named.length === 0) return { matches: words, score: likeness, categories: [] };
  // Beside another condition, words cannot be looked up in the index: within an area that is no loss, everywhere it is.
  const asWords = everywhere ? sql`l.id in (select l.id from public_listing l where ${words})` : words;
  const asMeaning = sql`(${join([...named, ...(meaning.rest.length > 0 ? [containsAll(meaning.rest)] : [])], ' and ')})`;
  return {
    matches: sql`(${asMeaning} or ${asWords})`,
    score: sql`(${likeness} + case when ${join(named, ' and ')} then 1 else 0 end)`,
    categories: meaning.categories,
  };
}

function namedCondition({ categories, actions, objects }: ReturnType<typeof interpretText>, taxonomy: TaxonomyService) {
  const conditions: Sql[] = [];
  if (categories.length > 0) conditions.push(sql`l.categories && ${categories}::text[]`);
  const offer: Sql[] = [];
  if (actions.length > 0) offer.push(sql`o.action = any(${actions}::text[])`);
  if (objects.length > 0) offer.push(sql`o.objects && ${expandObjects(taxonomy, objects).slugs}::text[]`);
  if (offer.length > 0) {
    conditions.push(sql`exists (select from offer o where o.listing_id = l.id and ${join(offer, ' and ')})`);
  }
  return conditions;
}

/** Every word is in the name or address; words that say nothing only where there are no others. */
function containsAll(words: readonly string[]): Sql {
  const telling = words.filter((word) => !isStopWord(word));
  const wanted = [...new Set(telling.length > 0 ? telling : words)].slice(0, mostWords);
  return sql`(${join(wanted.map(contains), ' and ')})`;
}

/**
 * A word that begins with it or, from four letters on, one that shares six tenths of its trigrams: its beginning, its
 * end, most of its middle, or the word with an error. One operator, so that the index takes all words in one scan.
 * Normalised words hold none of the signs that LIKE reads as something else.
 */
function contains(word: string): Sql {
  return word.length < shortestFuzzy
    ? sql`(l.search_text like ${`${word}%`} or l.search_text like ${`% ${word}%`})`
    : sql`${word} <% l.search_text`;
}
