import type {
  DataDrivenPropertyValueSpecification,
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  StyleSpecification,
} from 'maplibre-gl';
import { webFont } from './embedded-style.ts';
import { palettes, type Theme } from './palette.ts';

type Width = ExpressionSpecification;

const byZoom = (...stops: number[]): Width => ['interpolate', ['exponential', 1.5], ['zoom'], ...stops] as Width;
const kind = (...values: string[]): ExpressionSpecification => ['in', ['get', 'pmap:kind'], ['literal', values]];

/** Pixels by zoom. Main roads stay thin, so that a town at zoom 14 reads as blocks and not as wires. */
const roads = [
  {
    id: 'minor',
    kinds: ['minor_road'],
    from: 12.5,
    edgeFrom: 14.5,
    stops: [13, 0.3, 14, 1.1, 15, 2.2, 16, 4.8, 18, 14],
  },
  { id: 'medium', kinds: ['medium_road'], from: 12, edgeFrom: 13.5, stops: [12.5, 0.5, 14, 2, 16, 6.2, 18, 17] },
  { id: 'major', kinds: ['major_road'], from: 9, edgeFrom: 12.5, stops: [10, 0.5, 12, 1, 14, 2.8, 16, 7.5, 18, 19] },
  { id: 'highway', kinds: ['highway'], from: 6, edgeFrom: 11.5, stops: [7, 0.6, 11, 1.4, 14, 3.6, 16, 8, 18, 20] },
];
const edge = 1.4;

/** A plan of streets over vector tiles in Protomaps' old schema (`pmap:kind`), from one .pmtiles file. */
export function streetStyle(theme: Theme, language: string, archiveUrl: string): StyleSpecification {
  const c = palettes[theme];
  const from = (layer: string) => ({ source: 'streets', 'source-layer': layer });
  const fill = (
    id: string,
    layer: string,
    color: string,
    filter: FilterSpecification,
    opacity: Width | number = 1,
    minzoom = 0,
  ): LayerSpecification => ({
    id,
    type: 'fill',
    ...from(layer),
    filter,
    minzoom,
    paint: { 'fill-color': color, 'fill-opacity': opacity },
  });
  const line = (
    id: string,
    layer: string,
    color: string,
    width: Width | number,
    filter: FilterSpecification,
    minzoom: number,
    more: object = {},
  ): LayerSpecification => ({
    id,
    type: 'line',
    ...from(layer),
    filter,
    minzoom,
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': color, 'line-width': width, ...more },
  });
  const label = (
    id: string,
    layer: string,
    filter: FilterSpecification,
    minzoom: number,
    layout: object = {},
    color = c.label,
    maxzoom = 24,
  ): LayerSpecification => ({
    id,
    type: 'symbol',
    ...from(layer),
    filter,
    minzoom,
    maxzoom,
    layout: {
      'text-field': ['coalesce', ['get', `name:${language}`], ['get', 'name']],
      'text-font': webFont.regular,
      'text-size': 12,
      'text-padding': 6,
      ...layout,
    },
    paint: { 'text-color': color, 'text-halo-color': c.halo, 'text-halo-width': 1.4, 'text-halo-blur': 0.3 },
  });
  const along = (spacing: number, more: object = {}) => ({
    'symbol-placement': 'line',
    'symbol-spacing': spacing,
    ...more,
  });
  const named = (filter: ExpressionSpecification): FilterSpecification => ['all', filter, ['has', 'name']];
  const landuse = (...values: string[]): ExpressionSpecification => ['in', ['get', 'landuse'], ['literal', values]];
  return {
    version: 8,
    sources: {
      streets: {
        type: 'vector',
        url: `pmtiles://${archiveUrl}`,
        attribution: '© <a href="https://www.openstreetmap.org/copyright">OpenStreetMap</a>',
      },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': c.land } },
      // Built-up ground is a shade darker than fields, and fades once buildings are drawn.
      fill(
        'built',
        'landuse',
        c.built,
        landuse('residential', 'commercial', 'retail', 'industrial'),
        byZoom(9, 0.4, 13, 1, 15, 0.5),
      ),
      fill('campus', 'landuse', c.built, kind('school', 'hospital', 'industrial', 'aerodrome'), 0.8),
      fill(
        'woods',
        'natural',
        c.green,
        [
          'any',
          ['in', ['get', 'natural'], ['literal', ['wood', 'scrub', 'grassland']]],
          landuse('forest', 'meadow', 'grass'),
        ],
        0.7,
      ),
      fill('parks', 'landuse', c.green, kind('park', 'cemetery')),
      fill('water', 'water', c.water, ['all']),
      line('streams', 'physical_line', c.water, byZoom(11, 0.4, 14, 1.2, 17, 4), kind('waterway'), 11),
      fill('squares', 'landuse', c.road, kind('pedestrian'), 0.7, 14),
      fill('buildings', 'buildings', c.building, ['all'], byZoom(14, 0, 14.6, 0.75, 16, 1), 14),
      line('paths', 'roads', c.road, byZoom(15, 0.5, 16, 0.9, 18, 2.4), kind('other'), 15, {
        'line-dasharray': [2, 1.6],
        'line-opacity': 0.9,
      }),
      ...roads.map(({ id, kinds, edgeFrom, stops }) =>
        line(
          `${id}-edge`,
          'roads',
          c.roadEdge,
          byZoom(...stops.map((value, i) => (i % 2 ? value + edge : value))),
          kind(...kinds),
          edgeFrom,
          {
            'line-opacity': byZoom(edgeFrom, 0, edgeFrom + 0.7, 1),
          },
        ),
      ),
      ...roads.map(({ id, kinds, from, stops }) => line(id, 'roads', c.road, byZoom(...stops), kind(...kinds), from)),
      line(
        'rail',
        'transit',
        c.rail,
        byZoom(11, 0.5, 14, 1, 17, 2.2),
        ['all', kind('railway'), ['!', ['has', 'service']]],
        11,
        { 'line-opacity': 0.9 },
      ),
      line('boundary', 'boundaries', c.border, 1, ['all'], 0, {
        'line-dasharray': [3, 2],
        'line-opacity': ['step', ['zoom'], 0.7, 14, 0] satisfies DataDrivenPropertyValueSpecification<number>,
      }),

      label(
        'river-name',
        'physical_line',
        ['has', 'name'],
        12.5,
        along(520, { 'text-size': 12.5, 'text-letter-spacing': 0.16 }),
        c.waterLabel,
      ),
      label(
        'minor-name',
        'roads',
        ['all', kind('minor_road', 'other'), ['has', 'name'], ['!=', ['get', 'highway'], 'footway']],
        16,
        along(340),
      ),
      label('medium-name', 'roads', named(kind('medium_road')), 15, along(420)),
      label('major-name', 'roads', named(kind('major_road')), 14, along(520)),
      label(
        'park-name',
        'landuse',
        ['all', kind('park', 'cemetery'), ['has', 'name'], ['>', ['get', 'pmap:area'], 30_000]],
        14,
        { 'text-max-width': 8 },
      ),
      label('station-name', 'pois', ['in', ['get', 'railway'], ['literal', ['station', 'halt']]], 13, {
        'text-font': webFont.medium,
        'text-max-width': 8,
      }),
      label(
        'district-name',
        'places',
        kind('neighbourhood'),
        11,
        { 'text-size': byZoom(11, 11.5, 15, 13), 'text-letter-spacing': 0.06, 'text-max-width': 7 },
        c.label,
        15.5,
      ),
      label(
        'city-name',
        'places',
        kind('city'),
        0,
        { 'text-font': webFont.medium, 'text-size': byZoom(5, 13, 12, 19) },
        c.label,
        13,
      ),
    ],
  };
}
