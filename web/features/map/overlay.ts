import type { ExpressionSpecification, LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import { circle, type Position } from '../../lib/geometry.ts';
import { groups } from './marks.ts';
import { palettes, type Theme } from './palette.ts';

/** Everything of ours that is drawn over the basemap. */
export interface Overlay {
  theme: Theme;
  /** Query strings of the tiles to draw: the present filters last; before it those that leave once it has arrived. */
  queries: string[];
  /** Category slug → icon. */
  icons: Record<string, string>;
  /** Few matches: names at any zoom. */
  named: boolean;
  ring: (Position & { radiusMeters: number }) | null;
}

/** Fonts for names: a style with `glyphs` serves its own; one without draws with the page's typeface. */
const nameFont = (style: StyleSpecification) =>
  style.glyphs ? ['Noto Sans Bold'] : ['Sofia Sans SemiBold', 'Sofia Sans Variable'];

export const sourceOf = (query: string) => `listings?${query}`;
export const placeLayers = (query: string) => ['minor-icons', 'place-icons', 'dots'].map((id) => `${id}?${query}`);
export const clusterLayer = (query: string) => `clusters?${query}`;

/** The basemap with our sources and layers on top, as one style. */
export function withOverlay(basemap: StyleSpecification, overlay: Overlay): StyleSpecification {
  const sources: Record<string, SourceSpecification> = { ...basemap.sources, ring: ringSource(overlay.ring) };
  for (const query of overlay.queries) {
    sources[sourceOf(query)] = {
      type: 'vector',
      tiles: [`${window.location.origin}/tiles/listings/{z}/{x}/{y}.mvt${query ? `?${query}` : ''}`],
      minzoom: 0,
      maxzoom: 16,
    };
  }
  return {
    ...basemap,
    sources,
    layers: [
      ...basemap.layers,
      ...ringLayers(overlay.theme),
      ...overlay.queries.flatMap((query) => markLayers(query, overlay, nameFont(basemap))),
    ],
  };
}

function ringSource(ring: Overlay['ring']): SourceSpecification {
  const rings = ring ? [circle(ring, ring.radiusMeters)] : [];
  return {
    type: 'geojson',
    data: { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: rings } },
  };
}

/** The searched circle, drawn as the question it is: dashed. */
function ringLayers(theme: Theme): LayerSpecification[] {
  const { ink } = palettes[theme];
  return [
    { id: 'ring-fill', type: 'fill', source: 'ring', paint: { 'fill-color': ink, 'fill-opacity': 0.03 } },
    {
      id: 'ring-line',
      type: 'line',
      source: 'ring',
      paint: { 'line-color': ink, 'line-width': 1.5, 'line-dasharray': [3, 2.4], 'line-opacity': 0.8 },
    },
  ];
}

function markLayers(query: string, { theme, icons, named }: Overlay, font: string[]): LayerSpecification[] {
  const c = palettes[theme];
  const listings = { source: sourceOf(query), 'source-layer': 'listings' };
  const minor: ExpressionSpecification = ['==', ['get', 'rank'], 3];
  const icon: ExpressionSpecification = ['coalesce', ['get', ['get', 'category'], ['literal', icons]], ''];
  const image = (look: string): ExpressionSpecification => [
    'concat',
    `${theme}|place|`,
    icon,
    '|',
    ['get', 'group'],
    '|',
    ['get', 'state'],
    `|${look}`,
  ];
  // Rounded up, so that a kind that is there is seen, however few of it.
  const sixteenths = (group: string): ExpressionSpecification => [
    'to-string',
    ['ceil', ['/', ['*', 16, ['coalesce', ['get', group], 0]], ['get', 'count']]],
  ];

  return [
    {
      // Every place is at least a dot…
      id: `dots?${query}`,
      type: 'symbol',
      ...listings,
      layout: {
        'icon-image': ['concat', `${theme}|dot|`, ['get', 'group'], '|', ['get', 'state']],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 13.6, ['case', minor, 0.7, 1], 16, ['case', minor, 0.95, 1]],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
      paint: { 'icon-opacity': ['case', minor, 0.75, 1] },
    },
    {
      id: `minor-icons?${query}`,
      type: 'symbol',
      ...listings,
      filter: minor,
      minzoom: 15.5,
      layout: { 'icon-image': image('small'), 'icon-padding': 0 },
    },
    {
      // …and those that fit show their icon, best rank first.
      id: `place-icons?${query}`,
      type: 'symbol',
      ...listings,
      filter: ['!', minor],
      layout: {
        'icon-image': image('normal'),
        'icon-padding': 0,
        'symbol-sort-key': ['get', 'rank'],
        'text-field': named ? ['get', 'name'] : ['step', ['zoom'], '', 15.6, ['get', 'name']],
        'text-font': font,
        'text-size': 13,
        'text-anchor': 'left',
        'text-offset': [1.5, 0],
        'text-max-width': 9,
        'text-justify': 'left',
        'text-optional': true,
      },
      paint: { 'text-color': c.ink, 'text-halo-color': c.halo, 'text-halo-width': 1.6 },
    },
    {
      id: clusterLayer(query),
      type: 'symbol',
      source: sourceOf(query),
      'source-layer': 'clusters',
      layout: {
        'icon-image': [
          'concat',
          `${theme}|cluster|`,
          ['to-string', ['get', 'count']],
          '|',
          ...groups.flatMap((group, i) => (i ? ['.', sixteenths(group)] : [sixteenths(group)])),
        ],
        'icon-allow-overlap': true,
        'symbol-sort-key': ['get', 'count'],
      },
    },
  ];
}
