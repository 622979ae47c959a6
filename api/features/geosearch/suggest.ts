import type { Database } from '../../platform/database.ts';
import { InvalidInput } from '../../platform/errors.ts';
import { normalizeText } from '../../platform/text.ts';
import type { Listing } from '../listings/model.ts';
import { nameIn, type Place } from '../regions/model.ts';
import { checkPoint } from '../regions/policy.ts';
import { searchPlaces } from '../regions/service.ts';
import type { Action, Category, CategoryGroup, Language, ObjectType } from '../taxonomy/model.ts';
import {
  known,
  labelIn,
  matchActions,
  matchCategories,
  matchObjects,
  type TaxonomyMatch,
  type TaxonomyService,
} from '../taxonomy/service.ts';
import type { Point } from './model.ts';
import { type NameQuery, readListingsBeginning, readListingsLike } from './store.ts';

/** Something that a text may mean. */
export interface Suggestion {
  kind: 'PLACE' | 'CATEGORY' | 'ACTION' | 'OBJECT' | 'LISTING';
  label: string;
  detail: string | null;
  icon: string | null;
  slug: string | null;
  location: Point | null;
  /** 0 to about 1.2: an exact name 1, its beginning above 0.8, a later word's above 0.6, an error below. */
  score: number;
  place?: Place;
  category?: Category;
  group?: CategoryGroup;
  action?: Action;
  objectType?: ObjectType;
  listing?: Listing;
}

export interface SuggestInput {
  text: string;
  near?: Point | null;
  language: Language;
  first?: number | null;
  /** GraphQL fields of a listing that somebody will read. */
  listingFields: ReadonlySet<string>;
}

interface SuggestContext {
  database: Database;
  taxonomy: TaxonomyService;
  now: Date;
}

/**
 * What a text, finished or not, may mean: words of the field, places of the gazetteer and listings, the best first.
 * No kind takes more than half while another has something to say. Throws InvalidInput for a text above 200 characters,
 * a point out of range or more than 20 suggestions.
 */
export async function suggest(context: SuggestContext, input: SuggestInput): Promise<Suggestion[]> {
  const limit = input.first ?? 8;
  if (limit < 1 || limit > 20) throw new InvalidInput('first', 'there are 1 to 20 suggestions.');
  if (input.text.length > 200) throw new InvalidInput('text', 'a text has at most 200 characters.');
  if (input.near) checkPoint(input.near, 'near');
  const text = input.text.replaceAll('\0', ' ');
  const query = normalizeText(text);
  if (query === '') return [];
  const near = input.near ?? undefined;
  const [places, listings] = await Promise.all([
    searchPlaces(context.database, { text, near, limit }),
    listingsNamed(context.database, { query, near, limit, fields: input.listingFields, now: context.now }),
  ]);
  const { taxonomy } = context;
  const suggestions = [
    ...matchCategories(taxonomy.index, text, limit, input).map((match) => ofCategory(match, taxonomy, input.language)),
    ...matchActions(taxonomy.index, text, limit, input).map((match) => ofAction(match, taxonomy, input.language)),
    ...matchObjects(taxonomy.index, text, limit, input).map((match) => ofObject(match, taxonomy, input.language)),
    ...places.map((place, rank) => ofPlace(place, query, rank, input.language)),
    ...listings
      .filter((listing) => hasNameOfItsOwn(listing, taxonomy))
      .map((listing) => ofListing(listing, taxonomy, input.language)),
  ];
  return mix(suggestions, limit);
}

/** Names that only resemble the text are looked for where too few begin with it: that is the slower question. */
async function listingsNamed(database: Database, name: NameQuery): Promise<(Listing & { score: number })[]> {
  const listings = await readListingsBeginning(database, name);
  if (listings.length >= name.limit || name.query.length < 3) return listings;
  return [...listings, ...(await readListingsLike(database, { ...name, limit: name.limit - listings.length }))];
}

/** A place without a name is called by its kind; the kind itself is the better suggestion. */
function hasNameOfItsOwn({ name, categories: [category = ''] }: Listing, taxonomy: TaxonomyService): boolean {
  const words = Object.values(taxonomy.categoryBySlug.get(category)?.labels ?? {}).map(normalizeText);
  return !words.includes(normalizeText(name));
}

function mix(suggestions: Suggestion[], limit: number): Suggestion[] {
  const ranked = suggestions.toSorted((a, b) => b.score - a.score);
  const half = Math.ceil(limit / 2);
  const isWithinHalf = (suggestion: Suggestion) =>
    ranked.filter(({ kind }) => kind === suggestion.kind).indexOf(suggestion) < half;
  const [fair, rest] = [ranked.filter(isWithinHalf), ranked.filter((suggestion) => !isWithinHalf(suggestion))];
  return [...fair, ...rest].slice(0, limit).sort((a, b) => b.score - a.score);
}

function ofCategory({ kind, slug, score }: TaxonomyMatch, taxonomy: TaxonomyService, language: Language): Suggestion {
  const isGroup = kind === 'group';
  const category = isGroup ? undefined : known(taxonomy.categoryBySlug, slug);
  const group = known(taxonomy.groupBySlug, category?.group ?? slug);
  return {
    kind: 'CATEGORY',
    label: labelIn(category ?? group, language),
    detail: category ? labelIn(group, language) : null,
    icon: (category ?? group).icon,
    slug,
    location: null,
    score,
    ...(category ? { category } : { group }),
  };
}

function ofAction({ slug, score }: TaxonomyMatch, taxonomy: TaxonomyService, language: Language): Suggestion {
  const action = known(taxonomy.actionByCode, slug);
  const detail = labelIn(known(taxonomy.groupBySlug, action.group), language);
  const label = labelIn(action, language);
  return { kind: 'ACTION', label, detail, icon: action.icon, slug, location: null, score, action };
}

function ofObject({ slug, score }: TaxonomyMatch, taxonomy: TaxonomyService, language: Language): Suggestion {
  const objectType = known(taxonomy.objectTypeBySlug, slug);
  const parent = objectType.parent === null ? undefined : taxonomy.objectTypeBySlug.get(objectType.parent);
  return {
    kind: 'OBJECT',
    label: labelIn(objectType, language),
    detail: parent ? labelIn(parent, language) : null,
    icon: objectType.icon,
    slug,
    location: null,
    score,
    objectType,
  };
}

/** The gazetteer ranks, and does not say by how much: what the name shares with the text, and how many live there. */
function ofPlace(place: Place, query: string, rank: number, language: Language): Suggestion {
  const names = [place.name, ...Object.values(place.names)].map(normalizeText);
  const begun = names.filter((name) => name.startsWith(query)).map((name) => query.length / name.length);
  const likeness = begun.length === 0 ? 0.5 : begun.includes(1) ? 1 : 0.8 + 0.15 * Math.max(...begun);
  const size = Math.log10(Math.max(1, place.population)) / 100;
  const country = new Intl.DisplayNames([language], { type: 'region' }).of(place.country) ?? place.country;
  return {
    kind: 'PLACE',
    label: nameIn(place, language),
    detail: [place.context, ...(place.kind === 'COUNTRY' ? [] : [country])].filter(Boolean).join(', ') || null,
    icon: null,
    slug: null,
    location: { lon: place.lon, lat: place.lat },
    score: likeness + size - rank / 1000,
    place,
  };
}

function ofListing(listing: Listing & { score: number }, taxonomy: TaxonomyService, language: Language): Suggestion {
  const category = known(taxonomy.categoryBySlug, listing.categories[0] ?? '');
  return {
    kind: 'LISTING',
    label: listing.name,
    detail: [labelIn(category, language), listing.city].filter(Boolean).join(', '),
    icon: category.icon,
    slug: listing.slug,
    location: { lon: listing.lon, lat: listing.lat },
    score: listing.score,
    listing,
  };
}
