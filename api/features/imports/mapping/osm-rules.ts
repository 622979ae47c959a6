/** Reads the table of categories: matching, Overpass filters and osmium expressions. */
import { categoryRules, nameRules } from './osm-categories.ts';
import { recyclesOnly } from './osm-objects.ts';

export type Tags = Readonly<Record<string, string>>;

/** Main category first, or why it is none of ours. */
type Classification = { categories: string[] } | { skip: string };

/** Every value that a tag may carry: OpenStreetMap parts several by semicolons. */
export function valuesOf(tags: Tags, key: string): string[] {
  return tags[key]?.split(';').map((value) => value.trim()) ?? [];
}

/** One tag of a rule, made ready: millions of elements pass here. */
interface Condition {
  /** What the key ends in, where the rule's key opens with `*`. */
  ending: string | undefined;
  key: string;
  /** Undefined: any value but "no". */
  values: ReadonlySet<string> | undefined;
}

const conditionOf = (key: string, wanted: string): Condition => ({
  key,
  ending: key.startsWith('*') ? key.slice(1) : undefined,
  values: wanted === '*' ? undefined : new Set(wanted.split('|')),
});

/** Keys that a condition's key stands for: itself, or all with its ending. */
function keysFor(tags: Tags, { key, ending }: Condition): string[] {
  if (ending === undefined) return tags[key] === undefined ? [] : [key];
  return Object.keys(tags).filter((name) => name.endsWith(ending) && !isLifecycleKey(name));
}

function holds(tags: Tags, condition: Condition): boolean {
  return keysFor(tags, condition).some((name) => valuesOf(tags, name).some((value) => accepts(condition, value)));
}

const accepts = ({ values }: Condition, value: string) => (values ? values.has(value) : value !== 'no' && value !== '');

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

const rules = categoryRules.map(({ category, tags }) => {
  const conditions = Object.entries(tags).map(([key, wanted]) => conditionOf(key, wanted));
  const [first] = conditions;
  if (!first) throw new Error('A category rule needs a tag.');
  return { category, conditions, first };
});
const firstConditions = rules.map(({ first }) => first);
/** Most elements have none of these keys: looked up first. */
const plainKeys = new Set(firstConditions.filter(({ ending }) => ending === undefined).map(({ key }) => key));

/** Cheap: true for whatever `classify` may accept, and for what only looks like it. */
export function isCandidate(tags: Tags): boolean {
  const keys = Object.keys(tags);
  const mayMatch = keys.some((key) => plainKeys.has(key) || key.endsWith(':repair'));
  return (mayMatch && firstConditions.some((condition) => holds(tags, condition))) || namedCategories(tags).length > 0;
}

/** The categories of an element, the main one first, or one reason why it is no circular place. */
export function classify(tags: Tags): Classification {
  const gone = lifecycles.find((word) => tags[word] === 'yes');
  if (gone) return { skip: `no longer exists (${gone}=yes)` };
  if (tags.access === 'private' || tags.access === 'no')
    return { skip: `not open to the public (access=${tags.access})` };
  const matched = rules.filter(
    ({ category, conditions }) =>
      conditions.every((condition) => holds(tags, condition)) && !isDenied(category, conditions, tags),
  );
  const categories = [...namedCategories(tags), ...matched.map(({ category }) => refined(category, tags))];
  const distinct = withoutWeaker([...new Set(categories)]);
  return distinct.length > 0 ? { categories: distinct } : { skip: reasonAgainst(tags) };
}

/** A bicycle shop that lists its services and leaves repair out does not repair. */
function isDenied(category: string, conditions: readonly Condition[], tags: Tags): boolean {
  if (category !== 'bicycle-repair' || conditions.length > 1 || conditions[0]?.key !== 'shop') return false;
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
  const clue = firstConditions.find((condition) => condition.key !== shown && holds(tags, condition));
  if (clue) {
    const [key] = keysFor(tags, clue);
    return `not circular in this combination (${main} with ${key}=${tags[key ?? '']})`;
  }
  if (shown === 'shop' && tags.shop === 'bicycle') return 'a bicycle shop that lists its services without repair';
  return `not circular by itself (${main})`;
}

/** Key → values of the first tag of every rule; none for any value. */
function searchTerms(): Map<string, string[]> {
  const terms = new Map<string, string[]>();
  for (const { key, values } of firstConditions) {
    const known = terms.get(key);
    const isAny = !values || known?.length === 0;
    terms.set(key, isAny ? [] : [...new Set([...(known ?? []), ...values])]);
  }
  return terms;
}

/** Arguments of `osmium tags-filter` that find all candidates but those of `isOnlyOurs`. */
export function osmiumExpressions(): string[] {
  return [...searchTerms()].map(([key, values]) => `nwr/${key}${values.length > 0 ? `=${values.join(',')}` : ''}`);
}

/** Filters of Overpass QL that find all candidates: `["second_hand"~"(^|;) *(yes|only) *(;|$)"]`. */
export function overpassFilters(): string[] {
  const byTag = [...searchTerms()].map(([key, values]) => {
    const name = key.startsWith('*') ? `~"${key.slice(1)}$"` : `"${key}"`;
    // Several values in one tag are parted by semicolons.
    return values.length > 0 ? `[${name}~"(^|;) *(${values.join('|')}) *(;|$)"]` : `[${name}]`;
  });
  return [...byTag, `["name"~"${nameRules.map(({ search }) => search).join('|')}",i]`];
}

/** Why a candidate cannot be found by osmium's expressions; undefined where it can. */
export function isOnlyOurs(tags: Tags): string | undefined {
  const isExact = firstConditions.some((condition) =>
    keysFor(tags, condition).some((name) => condition.values?.has(tags[name] ?? '') ?? true),
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
  const denied = firstConditions.find(({ key, values }) => !values && tags[key] === 'no');
  return denied && `says that there is none (${denied.key}=no)`;
}
