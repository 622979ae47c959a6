/** TileJSON 3.0.0: what a map needs to know before it asks for tiles. */
import { clusterZoom, maxZoom } from '../model.ts';
import { layers } from './mvt.ts';

export interface TileJsonInput {
  /** Without a slash at the end. */
  baseUrl: string;
  /** The filter as query parameters, passed through to the tiles. */
  query: string;
  attributions: readonly { text: string; url: string | null }[];
  /** west, south, east, north in WGS 84 degrees; where unknown, the world. */
  bounds: [west: number, south: number, east: number, north: number] | undefined;
  groups: readonly string[];
}

export type TileJson = ReturnType<typeof tileJson>;

export function tileJson({ baseUrl, query, attributions, bounds, groups }: TileJsonInput) {
  return {
    tilejson: '3.0.0',
    name: 'Ricircolo',
    description: 'Where to repair, borrow, share, give, buy second hand, refill and recycle.',
    scheme: 'xyz',
    tiles: [`${baseUrl}/tiles/listings/{z}/{x}/{y}.mvt${query && `?${query}`}`],
    minzoom: 0,
    maxzoom: maxZoom,
    bounds: bounds ?? [-180, -85.051129, 180, 85.051129],
    attribution: attributions.map(attributionHtml).join(' | '),
    vector_layers: [
      { id: 'listings', minzoom: 0, maxzoom: maxZoom, ...layers.listings },
      {
        id: 'clusters',
        minzoom: 0,
        maxzoom: clusterZoom,
        ...layers.clusters,
        fields: { ...layers.clusters.fields, ...groupFields(groups) },
      },
    ],
  };
}

/** Maps show the attribution as HTML, and its words come from outside. */
function attributionHtml({ text, url }: TileJsonInput['attributions'][number]): string {
  return url && /^https?:/.test(url) ? `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>` : escapeHtml(text);
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function groupFields(groups: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    groups.map((group) => [group, `Number. How many are of the group ${group}; absent for none`]),
  );
}
