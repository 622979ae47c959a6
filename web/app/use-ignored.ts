import { useEffect, useState } from 'react';
import type { ObjectTypes } from '../features/search/queries.ts';
import { isLanguage } from '../lib/i18n/i18n.tsx';
import { type Go, tidyAddress } from '../lib/location.ts';
import { type Taxonomy, useTaxonomy } from '../lib/taxonomy.tsx';
import type { Filters, Ignored } from '../lib/url.ts';

/** `fr-CA` and `FR` are French, as when a language is chosen. */
const isSpoken = (tag: string) => isLanguage(tag.split(/[-_]/, 1)[0]?.toLowerCase() ?? '');

interface IgnoredParts {
  ignored: Ignored[];
  dismiss: () => void;
  /** Whether the words of the filters are known to exist. */
  vetted: boolean;
}

/** Old and mistyped addresses: what means nothing here is taken out of the address and can be said. */
export function useIgnored(filters: Filters, objects: ObjectTypes, go: Go): IgnoredParts {
  const taxonomy = useTaxonomy();
  const [ignored, setIgnored] = useState<Ignored[]>([]);
  useEffect(() => {
    const tidy = () => {
      const found = tidyAddress(isSpoken);
      if (found.length > 0) setIgnored(found);
    };
    tidy();
    for (const event of ['popstate', 'hashchange']) window.addEventListener(event, tidy);
    return () => {
      for (const event of ['popstate', 'hashchange']) window.removeEventListener(event, tidy);
    };
  }, []);
  const categories = filters.categories.filter((slug) => isUnknownKind(slug, taxonomy));
  const things = filters.objects.filter((slug) => objects.bySlug && !objects.bySlug.has(slug));
  const unknown = JSON.stringify([categories, things]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is unknown says all that matters of the filters
  useEffect(() => {
    if (categories.length + things.length === 0) return;
    setIgnored((known) => [
      ...known,
      ...categories.map((value): Ignored => ({ part: 'categories', value })),
      ...things.map((value): Ignored => ({ part: 'objects', value })),
    ]);
    const left = {
      ...filters,
      categories: filters.categories.filter((slug) => !categories.includes(slug)),
      objects: filters.objects.filter((slug) => !things.includes(slug)),
    };
    go({ filters: left }, { replace: true });
  }, [unknown]);
  const vetted =
    (filters.categories.length === 0 || (taxonomy.categories.length > 0 && categories.length === 0)) &&
    (filters.objects.length === 0 || (objects.bySlug !== null && things.length === 0));
  return { ignored, dismiss: () => setIgnored([]), vetted };
}

/** Before the taxonomy is there nothing is unknown. */
const isUnknownKind = (slug: string, { categories, category, group }: Taxonomy) =>
  categories.length > 0 && !category(slug) && !group(slug);
