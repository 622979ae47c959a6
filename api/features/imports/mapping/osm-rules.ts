/** Reads the table of categories: matching, Overpass filters and osmium expressions. */
import { type CategoryRule, categoryRules, nameRules } from './osm-categories.ts';
import { recyclesOnly } from './osm-objects.ts';

export type Tags = Readonly<Record<string, string>>;

/** Main category first, or why it is none of ours. */
export type Classification = { categories: string[] } | { skip: string };

/** Every value that a tag may carry: OpenStreetMap parts several by semicolons. */
export function valuesOf(tags: Tags, key: string): string[] {
  return tags[key]?.split(';').map((value) => value.trim()) ?? [];
}

/** Keys that a rule's key stands for: itself, or all with its ending where it opens with `*`. */
function keysFor(tags: Tags, key: string): string[] {
  if (!key.startsWith('*')) return key in tags ? [key] : [];
  const ending = key.slice(1);
  return Object.keys(tags).filter((name) => name.endsWith(ending) && !isLifecycleKey(name));
}

function holds(tags: Tags, key: string, wanted: string): boolean {
  const accepted = wanted.split('|');
  return keysFor(tags, key).some((name) =>
    valuesOf(tags, name).some((value) => (wanted === '*' ? value !== 'no' && value !== '' : accepted.includes(value))),
  );
}

const lifecycles = ['disused', 'abandoned', 'was', 'demolished', 'removed', 'razed', 'closed'];
const isLifecycleKey = (key: string) => lifecycles.some((word) => key.startsWith(`${word}:`));

/** What `name` may stand on: no repair café is found in the name of a restaurant, a street or a bus stop. */
function mayBeNamed(tags: Tags): boolean {
  const kinds = ['highway', 'railway', 'public_transport', 'tourism', 'boundary', 'place', 'route', 'waterway'];
  if (kinds.some((key) => key in tags)) return false;
  const amenity = tags.amenity;
  return (
    amenity === undefined ||
    [
      'community_centre',
      'social_centre',
      'social_facility',
      'workshop',
      'arts_centre',
      'library',
      'bicycle_rental',
      'yes',
    ].includes(amenity)
  );
}

function namedCategories(tags: Tags): string[] {
  const { name } = tags;
  if (!name || !mayBeNamed(tags)) return [];
  return nameRules.filter(({ pattern }) => pattern.test(name)).map(({ category }) => category);
}

const firstTags = categoryRules.map(({ tags }): [string, string] => {
  const [first] = Object.entries(tags);
  if (!first) throw new Error('A category rule needs a tag.');
  return first;
});
/** Most elements have none of these keys: looked up first, because every tagged element of an extract passes here. */
const plainKeys = new Set(firstTags.map(([key]) => key).filter((key) => !key.startsWith('*')));

/** Cheap: true for whatever `classify` may accept, and for what only looks like it. */
export function isCandidate(tags: Tags): boolean {
  const keys = Object.keys(tags);
  const mayMatch = keys.some((key) => plainKeys.has(key) || key.endsWith(':repair'));
  return (mayMatch && firstTags.some(([key, values]) => holds(tags, key, values))) || namedCategories(tags).length > 0;
}

/** The categories of an element, the main one first, or one reason why it is no circular place. */
export function classify(tags: Tags): Classification {
  const gone = lifecycles.find((word) => tags[word] === 'yes');
  if (gone) return { skip: `no longer exists (${gone}=yes)` };
  if (tags.access === 'private' || tags.access === 'no')
    return { skip: `not open to the public (access=${tags.access})` };
  const matched = categoryRules.filter(
    (rule) => Object.entries(rule.tags).every(([key, values]) => holds(tags, key, values)) && !isDenied(rule, tags),
  );
  const categories = [...namedCategories(tags), ...matched.map((rule) => refined(rule.category, tags))];
  const distinct = withoutWeaker([...new Set(categories)]);
  return distinct.length > 0 ? { categories: distinct } : { skip: reasonAgainst(tags) };
}

/** A bicycle shop that lists its services and leaves repair out does not repair. */
function isDenied({ category, tags: wanted }: CategoryRule, tags: Tags): boolean {
  if (category !== 'bicycle-repair' || Object.keys(wanted).length > 1 || !('shop' in wanted)) return false;
  const services = Object.keys(tags).filter((key) => /^service:bicycle:/.test(key));
  return services.length > 0 || tags.repair === 'no' || tags.second_hand === 'only';
}

function refined(category: string, tags: Tags): string {
  if (category !== 'recycling-point') return category;
  return recyclesOnly(tags) ?? category;
}

/** A general category adds nothing beside one that says the same more exactly. */
function withoutWeaker(categories: string[]): string[] {
  const weaker: Record<string, (other: string) => boolean> = {
    'repair-shop': (other) => /repair|tailor|upholsterer|bicycle-workshop/.test(other),
    'second-hand-shop': (other) => /^second-hand-.|charity|antiques|free-shop|reuse|flea/.test(other),
    // Where everything is free nothing is bought second hand.
    'second-hand-clothes': (other) => other === 'free-shop',
    'second-hand-books': (other) => other === 'free-shop',
    'second-hand-bicycles': (other) => other === 'free-shop',
    'recycling-point': (other) => other === 'recycling-centre',
    'recycling-centre': (other) => other === 'reuse-centre',
    'textile-container': (other) => other === 'recycling-centre',
    compost: (other) => other === 'recycling-centre',
    'bicycle-sharing': (other) => other === 'rental-shop',
    'bicycle-repair': (other) => other === 'bicycle-workshop',
  };
  return categories.filter((one) => !categories.some((other) => other !== one && weaker[one]?.(other)));
}

function reasonAgainst(tags: Tags): string {
  const shown = ['shop', 'amenity', 'craft', 'leisure'].find((key) => key in tags);
  const main = shown ? `${shown}=${tags[shown]}` : 'no shop, craft or amenity';
  const clue = firstTags.find(([key, values]) => key !== shown && holds(tags, key, values));
  if (clue) {
    const [key] = keysFor(tags, clue[0]);
    return `not circular in this combination (${main} with ${key}=${tags[key ?? '']})`;
  }
  if (shown === 'shop' && tags.shop === 'bicycle') return 'a bicycle shop that lists its services without repair';
  return `not circular by itself (${main})`;
}

/** Key → values of the first tag of every rule; `*` among the values stands for any. */
function searchTerms(): Map<string, Set<string>> {
  const terms = new Map<string, Set<string>>();
  for (const [key, wanted] of firstTags) terms.set(key, new Set([...(terms.get(key) ?? []), ...wanted.split('|')]));
  return terms;
}

/** Arguments of `osmium tags-filter` that find all candidates but those of `isOnlyOurs`. */
export function osmiumExpressions(): string[] {
  return [...searchTerms()].map(([key, values]) => `nwr/${key}${values.has('*') ? '' : `=${[...values].join(',')}`}`);
}

/** Filters of Overpass QL that find all candidates: `["second_hand"~"(^|;) *(yes|only) *(;|$)"]`. */
export function overpassFilters(): string[] {
  const byTag = [...searchTerms()].map(([key, values]) => {
    const name = key.startsWith('*') ? `~"${key.slice(1)}$"` : `"${key}"`;
    // Several values in one tag are parted by semicolons.
    return values.has('*') ? `[${name}]` : `[${name}~"(^|;) *(${[...values].join('|')}) *(;|$)"]`;
  });
  return [...byTag, `["name"~"${nameRules.map(({ search }) => search).join('|')}",i]`];
}

/** Why a candidate cannot be found by osmium's expressions; undefined where it can. */
export function isOnlyOurs(tags: Tags): string | undefined {
  const isExact = firstTags.some(([key, wanted]) =>
    keysFor(tags, key).some((name) => wanted === '*' || wanted.split('|').includes(tags[name] ?? '')),
  );
  if (isExact) return undefined;
  return namedCategories(tags).length > 0
    ? 'found by its name'
    : 'one of several values in a tag, parted by semicolons';
}

/** Why an element that osmium's expressions find is no candidate; undefined where nothing explains it. */
export function isOnlyOsmiums(tags: Tags): string | undefined {
  const past = Object.keys(tags).find((key) => isLifecycleKey(key) && key.endsWith(':repair'));
  if (past) return `speaks of the past (${past})`;
  return firstTags.some(([key, wanted]) => wanted === '*' && tags[key] === 'no')
    ? 'says that there is none (repair=no)'
    : undefined;
}
