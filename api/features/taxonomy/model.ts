/** The words of the field: what a person can do, with what, and at which kind of place. */

export const languages = ['it', 'en', 'fr', 'es', 'nl', 'fi', 'cs', 'bg'] as const;
/** BCP 47 language of the interface and of labels. */
export type Language = (typeof languages)[number];
/** The first of our languages in an Accept-Language header, by its weights. */
export function preferredLanguage(header: string | undefined): Language | undefined {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of wanted) {
    const known = languages.find((ours) => ours === language);
    if (known) return known;
  }
  return undefined;
}

/** A text in every language of the interface. */
export type Labels = Record<Language, string>;
/** Further words a person may type for the same thing; singular, in any of the languages. */
export type Synonyms = Partial<Record<Language, readonly string[]>>;

export const groupSlugs = ['repair', 'share', 'give', 'second-hand', 'refill', 'recycle', 'meet'] as const;
export type GroupSlug = (typeof groupSlugs)[number];

/** What a person looks for (first nine), or has and wants to pass on. After ADEME's "propositions de service". */
export const actionCodes = [
  'BORROW',
  'RENT',
  'BUY_SECOND_HAND',
  'SWAP',
  'TAKE',
  'REPAIR',
  'REPAIR_YOURSELF',
  'REFILL',
  'LEARN',
  'LEND',
  'GIVE',
  'SELL',
  'RETURN',
  'RECYCLE',
] as const;
export type ActionCode = (typeof actionCodes)[number];

export const priceKinds = ['FREE', 'DONATION', 'PAID', 'DEPOSIT', 'MEMBERSHIP'] as const;
export type PriceKind = (typeof priceKinds)[number];

export interface CategoryGroup {
  slug: GroupSlug;
  labels: Labels;
  /** Icon as `maki:name` or `temaki:name` (both CC0). */
  icon: string;
}

export interface Action {
  code: ActionCode;
  /** LOOK_FOR: I need something. HAVE: I want to pass something on. */
  direction: 'LOOK_FOR' | 'HAVE';
  group: GroupSlug;
  /** A verb in the infinitive or the language's own button form: "Repair", "Riparare", "Korjata". */
  labels: Labels;
  synonyms: Synonyms;
  icon: string;
}

/** What a place of a category offers as a rule; stands until a source says more. Marked as inferred. */
export interface TypicalOffer {
  action: ActionCode;
  /** Slugs of object types. */
  objects: readonly string[];
  /** Only where nearly all such places agree (a public bookcase is free); else left out: unknown. */
  priceKind?: PriceKind;
}

export interface Category {
  slug: string;
  group: GroupSlug;
  /** One place of the kind: "Repair café". */
  labels: Labels;
  synonyms: Synonyms;
  icon: string;
  /** 1 keeps its icon when marks collide; 2 yields; 3 is drawn as a dot until zoom 15.5. */
  rank: 1 | 2 | 3;
  typicalOffers: readonly TypicalOffer[];
  /** True where a search leaves the category out unless it is asked for by name. */
  offByDefault?: boolean;
}

export interface ObjectType {
  slug: string;
  /** Slug of the broader type; null at the top. Two levels. */
  parent: string | null;
  labels: Labels;
  synonyms: Synonyms;
  icon: string;
  /** Category name in the Open Repair Data Standard v0.3, where the type is one. */
  openRepair?: string | null;
}

export interface Taxonomy {
  groups: readonly CategoryGroup[];
  categories: readonly Category[];
  actions: readonly Action[];
  objectTypes: readonly ObjectType[];
}
