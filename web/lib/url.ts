import type { Action } from '../gql/graphql.ts';

/** Where the map looks: `lon` and `lat` in WGS 84 degrees, `zoom` as MapLibre counts it (512 px tiles). */
export interface Camera {
  lon: number;
  lat: number;
  zoom: number;
}

export interface Near {
  lon: number;
  lat: number;
  radiusMeters: number;
  /** What the person chose, as "Firenze"; null for the person's own position. */
  name: string | null;
}

/** What is asked for. The names are those of the API's ListingFilter, and so of the tiles' query parameters. */
export interface Filters {
  text: string;
  actions: Action[];
  objects: string[];
  categories: string[];
  openNow: boolean;
  free: boolean;
  stepFree: boolean;
}

export interface PageState {
  filters: Filters;
  near: Near | null;
  /** Slug of the place whose detail is shown. */
  place: string | null;
  /** Null: the map shows where it starts. */
  camera: Camera | null;
}

export const noFilters: Filters = {
  text: '',
  actions: [],
  objects: [],
  categories: [],
  openNow: false,
  free: false,
  stepFree: false,
};

const list = (value: string | null) => (value ? value.split(',').filter(Boolean) : []);
const number = (value: string | undefined, low: number, high: number) => {
  const parsed = Number(value);
  return value && Number.isFinite(parsed) && parsed >= low && parsed <= high ? parsed : undefined;
};

/** Reads an address. What cannot be read is left out, so an old or mistyped link still opens a map. */
export function parsePage(url: URL): PageState {
  const query = url.searchParams;
  return {
    filters: {
      text: query.get('text') ?? '',
      // An unknown action reaches the API, whose answer names the argument.
      actions: list(query.get('actions')) as Action[],
      objects: list(query.get('objects')),
      categories: list(query.get('categories')),
      openNow: query.get('openNow') === 'true',
      free: query.get('free') === 'true',
      stepFree: query.has('wheelchair'),
    },
    near: parseNear(query),
    place: query.get('place'),
    camera: parseCamera(url.hash),
  };
}

function parseNear(query: URLSearchParams): Near | null {
  const [lonText, latText] = (query.get('near') ?? '').split(',');
  const lon = number(lonText, -180, 180);
  const lat = number(latText, -90, 90);
  if (lon === undefined || lat === undefined) return null;
  return {
    lon,
    lat,
    radiusMeters: number(query.get('radius') ?? undefined, 1, 200_000) ?? 5000,
    name: query.get('nearName'),
  };
}

function parseCamera(hash: string): Camera | null {
  const [zoomText, latText, lonText] = hash.replace('#', '').split('/');
  const zoom = number(zoomText, 0, 22);
  const lat = number(latText, -85, 85);
  const lon = number(lonText, -180, 180);
  return zoom === undefined || lat === undefined || lon === undefined ? null : { zoom, lat, lon };
}

/** The filters as a query string, in one order, so that equal questions have equal addresses. */
export function filterQuery(filters: Filters): URLSearchParams {
  const query = new URLSearchParams();
  if (filters.text) query.set('text', filters.text);
  for (const name of ['actions', 'objects', 'categories'] as const) {
    if (filters[name].length > 0) query.set(name, filters[name].join(','));
  }
  if (filters.openNow) query.set('openNow', 'true');
  if (filters.free) query.set('free', 'true');
  if (filters.stepFree) query.set('wheelchair', 'YES,DESIGNATED');
  return query;
}

/**
 * Writes the state over the address `base`; parameters that are not ours (`lang`, `theme`) stay.
 * The camera keeps as many decimals as the eye can tell at its zoom.
 */
export function pageUrl(base: URL, state: PageState): URL {
  const url = new URL(base);
  const query = filterQuery(state.filters);
  for (const name of ['lang', 'theme']) {
    const value = base.searchParams.get(name);
    if (value) query.set(name, value);
  }
  if (state.near) {
    query.set('near', `${state.near.lon.toFixed(5)},${state.near.lat.toFixed(5)}`);
    query.set('radius', String(state.near.radiusMeters));
    if (state.near.name) query.set('nearName', state.near.name);
  }
  if (state.place) query.set('place', state.place);
  // Commas are allowed in a query and make the address readable.
  url.search = query.toString().replaceAll('%2C', ',');
  url.hash = state.camera ? cameraHash(state.camera) : '';
  return url;
}

function cameraHash({ zoom, lat, lon }: Camera): string {
  const decimals = Math.max(2, Math.ceil((zoom * Math.LN2 + Math.log(512 / 360 / 0.5)) / Math.LN10));
  return `#${Number(zoom.toFixed(2))}/${lat.toFixed(decimals)}/${lon.toFixed(decimals)}`;
}
