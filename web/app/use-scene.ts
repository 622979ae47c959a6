import { useMemo } from 'react';
import type { Basemap } from '../features/map/basemap.ts';
import type { Scene } from '../features/map/engine.ts';
import type { Theme } from '../features/map/palette.ts';
import { useTaxonomy } from '../lib/taxonomy.tsx';
import { type Filters, filterQuery, type Near } from '../lib/url.ts';

/** Names are drawn at any zoom for fewer matches than this. */
const fewMatches = 40;

/** What the map draws; the same object as long as it would draw the same. */
export function useScene(
  basemap: Basemap,
  theme: Theme,
  filters: Filters,
  near: Near | null,
  total: number | undefined,
): Scene {
  const { categories } = useTaxonomy();
  const icons = useMemo(() => Object.fromEntries(categories.map(({ slug, icon }) => [slug, icon])), [categories]);
  const query = filterQuery(filters).toString();
  const named = query !== '' && total !== undefined && total < fewMatches;
  const nearKey = JSON.stringify(near);
  return useMemo(
    () => ({ basemap, theme, icons, query, named, ring: JSON.parse(nearKey) }),
    [basemap, theme, icons, query, named, nearKey],
  );
}
