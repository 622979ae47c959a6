import type { ExpressionSpecification, StyleSpecification } from 'maplibre-gl';
import { palettes, type Theme } from './palette.ts';

/** The lines were drawn for this zoom; closer tiles would be cut for nothing. */
const coarse = 7;
/** The page's own typeface: a style without `glyphs` draws its text with the fonts of the browser. */
export const webFont = { regular: ['Sofia Sans Variable'], medium: ['Sofia Sans Medium', 'Sofia Sans Variable'] };

/**
 * The basemap that needs no tile server: land, borders, water and the names of countries and towns, from two files of
 * this instance (Natural Earth and GeoNames). First paint, fallback, and the whole map where there is no network.
 */
export function embeddedStyle(theme: Theme, language: string): StyleSpecification {
  const c = palettes[theme];
  const text = { 'text-color': c.label, 'text-halo-color': c.halo, 'text-halo-width': 1.4 };
  // Rank 1 is a capital or a million people; each further rank waits for more room.
  const withRoom: ExpressionSpecification = [
    '<=',
    ['get', 'rank'],
    ['step', ['zoom'], 1, 4.6, 2, 6.2, 3, 7.6, 4, 9, 5],
  ];
  return {
    version: 8,
    sources: {
      countries: {
        type: 'geojson',
        data: `/basemap/countries.geojson?language=${language}`,
        maxzoom: coarse,
        buffer: 16, // thin lines hardly reach into the next tile; the default of 128 costs a quarter more time to draw
        attribution: 'Natural Earth',
      },
      towns: {
        type: 'geojson',
        data: `/basemap/places.geojson?language=${language}`,
        attribution: '<a href="https://www.geonames.org">GeoNames</a> CC BY 4.0',
        maxzoom: coarse,
        buffer: 0,
      },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': c.water } },
      {
        id: 'land',
        type: 'fill',
        source: 'countries',
        filter: ['!=', ['geometry-type'], 'Point'],
        paint: { 'fill-color': c.land, 'fill-outline-color': c.coast },
      },
      {
        id: 'borders',
        type: 'line',
        source: 'countries',
        filter: ['!=', ['geometry-type'], 'Point'],
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': c.border,
          'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 2, 0.4, 6, 1.1, 12, 1.6],
        },
      },
      {
        id: 'country-name',
        type: 'symbol',
        source: 'countries',
        minzoom: 2.4,
        maxzoom: 6.8,
        filter: [
          'all',
          ['==', ['geometry-type'], 'Point'],
          ['<=', ['get', 'rank'], ['step', ['zoom'], 1, 4, 2, 5.4, 3]],
        ],
        layout: {
          'text-field': ['get', 'name'],
          'text-font': webFont.regular,
          'text-transform': 'uppercase',
          'text-letter-spacing': 0.12,
          'text-size': ['interpolate', ['linear'], ['zoom'], 3, 11.5, 6, 15],
          'text-max-width': 7,
          'text-padding': 8,
        },
        paint: { ...text, 'text-opacity': 0.85 },
      },
      {
        id: 'town-dot',
        type: 'circle',
        source: 'towns',
        filter: withRoom,
        minzoom: 3.4,
        maxzoom: 11,
        paint: { 'circle-radius': ['interpolate', ['linear'], ['zoom'], 3, 1.6, 10, 2.6], 'circle-color': c.label },
      },
      {
        id: 'town-name',
        type: 'symbol',
        source: 'towns',
        filter: withRoom,
        minzoom: 3.4,
        layout: {
          'text-field': ['get', 'name'],
          'text-font': ['case', ['==', ['get', 'rank'], 1], ['literal', webFont.medium], ['literal', webFont.regular]],
          'text-size': [
            'interpolate',
            ['linear'],
            ['zoom'],
            3,
            ['match', ['get', 'rank'], 1, 12, 11.5],
            12,
            ['match', ['get', 'rank'], 1, 22, 2, 19, 3, 16, 14],
          ],
          'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
          'text-radial-offset': 0.5,
          'text-justify': 'auto',
          'symbol-sort-key': ['get', 'rank'], // among equals the file's order: the largest first
          'text-padding': 4,
        },
        paint: text,
      },
    ],
  };
}
