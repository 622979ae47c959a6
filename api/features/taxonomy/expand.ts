import type { Taxonomy } from './model.ts';

export interface Expansion {
  /** Known slugs in the taxonomy's order, each once. */
  slugs: string[];
  /** Slugs that the taxonomy does not have, as given. */
  unknown: string[];
}

/**
 * The given object types with their descendants and ancestors: an offer on small appliances serves who asks for a
 * toaster, and an offer on toasters serves who asks for small appliances.
 */
export function expandObjects(taxonomy: Taxonomy, slugs: readonly string[]): Expansion {
  const asked = new Set(slugs);
  const known = taxonomy.objectTypes.filter((type) => asked.has(type.slug));
  const parents = new Set(known.map((type) => type.parent));
  const wanted = taxonomy.objectTypes.filter(
    (type) => asked.has(type.slug) || parents.has(type.slug) || (type.parent !== null && asked.has(type.parent)),
  );
  return { slugs: wanted.map((type) => type.slug), unknown: without(asked, known) };
}

/** Group slugs become their categories, without those that are off by default unless they are named themselves. */
export function expandCategories(taxonomy: Taxonomy, slugs: readonly string[]): Expansion {
  const asked = new Set(slugs);
  const wanted = taxonomy.categories.filter(
    (category) => asked.has(category.slug) || (asked.has(category.group) && !category.offByDefault),
  );
  return { slugs: wanted.map((category) => category.slug), unknown: without(asked, [...wanted, ...taxonomy.groups]) };
}

function without(asked: ReadonlySet<string>, known: readonly { slug: string }[]): string[] {
  const slugs = new Set(known.map((item) => item.slug));
  return [...asked].filter((slug) => !slugs.has(slug));
}
