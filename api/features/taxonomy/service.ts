import type { Database } from '../../platform/database.ts';
import { createTaxonomyIndex, type TaxonomyIndex } from './match-index.ts';
import type { Action, Category, CategoryGroup, Language, ObjectType, Taxonomy } from './model.ts';
import { loadTaxonomy } from './store.ts';

export { expandCategories, expandObjects } from './expand.ts';
export { interpretText } from './interpret.ts';
export { matchActions, matchCategories, matchObjects, type TaxonomyMatch } from './match.ts';
export { isStopWord } from './stop-words.ts';

/** The words of the field in memory: read once at start, looked up by slug, matched by text. */
export interface TaxonomyService extends Taxonomy {
  index: TaxonomyIndex;
  groupBySlug: ReadonlyMap<string, CategoryGroup>;
  categoryBySlug: ReadonlyMap<string, Category>;
  actionByCode: ReadonlyMap<string, Action>;
  objectTypeBySlug: ReadonlyMap<string, ObjectType>;
}

/** Reads the words of the field, an operator's additions included. */
export async function openTaxonomy(database: Database): Promise<TaxonomyService> {
  return indexTaxonomy(await loadTaxonomy(database));
}

/** Indexes a taxonomy for lookup and matching. */
function indexTaxonomy(taxonomy: Taxonomy): TaxonomyService {
  return {
    ...taxonomy,
    index: createTaxonomyIndex(taxonomy),
    groupBySlug: new Map(taxonomy.groups.map((group) => [group.slug, group])),
    categoryBySlug: new Map(taxonomy.categories.map((category) => [category.slug, category])),
    actionByCode: new Map(taxonomy.actions.map((action) => [action.code, action])),
    objectTypeBySlug: new Map(taxonomy.objectTypes.map((type) => [type.slug, type])),
  };
}

/** The label in a language; English, then any, where an operator's addition lacks it. */
export function labelIn(item: { labels: Partial<Record<Language, string>> }, language: Language): string {
  return item.labels[language] ?? item.labels.en ?? Object.values(item.labels)[0] ?? '';
}

/** A word of the field that the database's foreign keys promise to exist. */
export function known<Item>(items: ReadonlyMap<string, Item>, slug: string): Item {
  const item = items.get(slug);
  if (item === undefined)
    throw new Error(`The taxonomy in memory has no "${slug}"; restart after extending its tables.`);
  return item;
}
