import type { Box } from '../lib/geometry.ts';
import { type Filters, filterQuery, type Near, parsePage } from '../lib/url.ts';
import { defaultHeight } from './frame.ts';

export type EmbedView = 'both' | 'list' | 'map';
export type EmbedTheme = 'auto' | 'light' | 'dark';

/** Where a frame looks: a town by its name, a region by its code, a box, or a circle. */
export type Area =
  | { kind: 'town'; name: string }
  | { kind: 'region'; code: string }
  | { kind: 'box'; box: Box }
  | { kind: 'near'; near: Near };

/** What a site chooses for the frame that it shows; the names of the address are those of `docs/embedding.md`. */
export interface EmbedSettings {
  /** Null: Europe. */
  area: Area | null;
  filters: Filters;
  view: EmbedView;
  theme: EmbedTheme;
  /** `#rrggbb`; null: ink, as everywhere. */
  accent: string | null;
  /** Pixels. */
  height: number;
}

export const heights = { least: 320, most: 2000 };

/** Reads the address of a frame. What cannot be read is left out: the site's visitors are not who could mend it. */
export function parseEmbed(url: URL): EmbedSettings {
  const query = url.searchParams;
  const { filters, near } = parsePage(url);
  const view = query.get('view');
  const theme = query.get('theme');
  const height = Number(query.get('height'));
  return {
    area: parseArea(query, near),
    filters,
    view: view === 'list' || view === 'map' ? view : 'both',
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    accent: parseAccent(query.get('accent')),
    height: height > 0 ? Math.min(heights.most, Math.max(heights.least, Math.round(height))) : defaultHeight,
  };
}

function parseArea(query: URLSearchParams, near: Near | null): Area | null {
  const box = parseBox(query.get('bbox'));
  const town = query.get('town')?.trim();
  const code = query.get('region')?.trim();
  if (near) return { kind: 'near', near };
  if (box) return { kind: 'box', box };
  if (code) return { kind: 'region', code };
  return town ? { kind: 'town', name: town } : null;
}

function parseBox(text: string | null): Box | null {
  const numbers = (text ?? '').split(',').map(Number);
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = numbers;
  const inRange = Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -85 && north <= 85;
  return text && numbers.length === 4 && inRange && south < north ? { west, south, east, north } : null;
}

export function parseAccent(text: string | null): string | null {
  const hex = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(text?.trim() ?? '')?.[1]?.toLowerCase();
  if (!hex) return null;
  return `#${hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex}`;
}

/** The settings as a query, without what is so anyway. The component's attributes have the same names. */
export function embedQuery({ area, filters, view, theme, accent, height }: EmbedSettings): URLSearchParams {
  const query = new URLSearchParams();
  if (area?.kind === 'town') query.set('town', area.name);
  if (area?.kind === 'region') query.set('region', area.code);
  if (area?.kind === 'box') query.set('bbox', [area.box.west, area.box.south, area.box.east, area.box.north].join(','));
  if (area?.kind === 'near') {
    query.set('near', `${area.near.lon},${area.near.lat}`);
    query.set('radius', String(area.near.radiusMeters));
  }
  for (const [name, value] of filterQuery(filters)) query.set(name, value);
  if (view !== 'both') query.set('view', view);
  if (theme !== 'auto') query.set('theme', theme);
  if (accent) query.set('accent', accent.slice(1));
  if (height !== defaultHeight) query.set('height', String(height));
  return query;
}
