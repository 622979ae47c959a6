import type { Action, ListingOrder } from '../gql/graphql.ts';
import { isOver, isTooFar, type Moment, readMoment } from './moment.ts';

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
  /** Null: whenever. Not together with `openNow`. */
  openAt: Moment | null;
  /** With one of the two: also the places whose hours nobody told. */
  includeUnknownHours: boolean;
  free: boolean;
  stepFree: boolean;
}

export interface PageState {
  filters: Filters;
  near: Near | null;
  /** Null: the nearest first, or what the API takes where there is no point. */
  order: ListingOrder | null;
  /** Slug of the place whose detail is shown. */
  place: string | null;
  /** The places saved on this device are listed instead of what is found. */
  saved: boolean;
  /** Null: the map shows where it starts. */
  camera: Camera | null;
}

/** A part of an address that means nothing here (any more). */
export interface Ignored {
  part:
    | 'text'
    | 'actions'
    | 'objects'
    | 'categories'
    | 'openAt'
    | 'over'
    | 'flag'
    | 'near'
    | 'radius'
    | 'order'
    | 'camera'
    | 'language';
  value: string;
}

export const noFilters: Filters = {
  text: '',
  actions: [],
  objects: [],
  categories: [],
  openNow: false,
  openAt: null,
  includeUnknownHours: false,
  free: false,
  stepFree: false,
};

/** What the server answers a path with: the page of a town asks for the places around it, of one kind or of all. */
export interface ServedSearch {
  path: string;
  near: Near;
  categories: string[];
}

const actionCodes: Record<Action, true> = {
  BORROW: true,
  BUY_SECOND_HAND: true,
  GIVE: true,
  LEARN: true,
  LEND: true,
  RECYCLE: true,
  REFILL: true,
  RENT: true,
  REPAIR: true,
  REPAIR_YOURSELF: true,
  RETURN: true,
  SELL: true,
  SWAP: true,
  TAKE: true,
};
const orders: Record<ListingOrder, true> = { DISTANCE: true, RELEVANCE: true, NAME: true, UPDATED: true };
/** The API's limits. */
const longestText = 200;
const furthestMeters = 200_000;
const usualRadiusMeters = 5000;

const isOneOf = <Value extends string>(values: Record<Value, true>, value: string): value is Value =>
  Object.hasOwn(values, value);
const list = (value: string | null) => [...new Set(value ? value.split(',').filter(Boolean) : [])];
const number = (value: string | undefined, low: number, high: number) => {
  const parsed = Number(value);
  return value && Number.isFinite(parsed) && parsed >= low && parsed <= high ? parsed : undefined;
};

/** Slug of the place whose page a path is. */
const placeOfPath = (path: string) => /^\/listings\/([a-z0-9-]+)$/.exec(path)?.[1] ?? null;

/**
 * Reads an address. What cannot be read is left out and named, so an old or mistyped link still opens a map. `served` is
 * what the page's own path asks for, where the server wrote it for a town.
 */
export function readPage(
  url: URL,
  served: ServedSearch | null = null,
  now = new Date(),
): { state: PageState; ignored: Ignored[] } {
  const query = url.searchParams;
  const ignored: Ignored[] = [];
  const leaveOut = (part: Ignored['part'], value: string) => {
    ignored.push({ part, value });
    return null;
  };
  if (served && url.pathname === served.path) {
    const [place, saved] = [query.get('place') || null, query.has('saved')];
    const state = { ...searchOf(served), place, saved, camera: readCamera(url.hash, leaveOut) };
    return { state, ignored };
  }
  const flag = (name: string) => {
    const value = query.get(name);
    if (value !== null && value !== 'true' && value !== 'false') leaveOut('flag', `${name}=${value}`);
    return value === 'true';
  };
  const openNow = flag('openNow');
  const openAt = readOpenAt(query.get('openAt'), now, leaveOut);
  const order = query.get('order');
  const filters: Filters = {
    text: readText(query.get('text') ?? '', leaveOut),
    actions: list(query.get('actions')).filter(
      (code): code is Action => isOneOf(actionCodes, code) || leaveOut('actions', code) !== null,
    ),
    objects: list(query.get('objects')),
    categories: list(query.get('categories')),
    openNow: openNow && !openAt,
    openAt,
    includeUnknownHours: flag('includeUnknownHours') && (openNow || openAt !== null),
    free: flag('free'),
    stepFree: query.has('wheelchair'),
  };
  const state: PageState = {
    filters,
    near: readNear(query, leaveOut),
    order: order === null ? null : isOneOf(orders, order) ? order : leaveOut('order', order),
    place: query.get('place') || placeOfPath(url.pathname),
    saved: query.has('saved'),
    camera: readCamera(url.hash, leaveOut),
  };
  return { state, ignored };
}

export const parsePage = (url: URL, served?: ServedSearch | null, now?: Date): PageState =>
  readPage(url, served, now).state;

const searchOf = ({ near, categories }: ServedSearch) => ({ filters: { ...noFilters, categories }, near, order: null });

type LeaveOut = (part: Ignored['part'], value: string) => null;

function readText(text: string, leaveOut: LeaveOut): string {
  if (text.length > longestText) leaveOut('text', text.slice(longestText));
  return text.slice(0, longestText);
}

function readOpenAt(text: string | null, now: Date, leaveOut: LeaveOut): Moment | null {
  if (text === null) return null;
  // A plus that nobody encoded arrives as a space.
  const moment = readMoment(text.replace(' ', '+'));
  if (!moment || isTooFar(moment, now)) return leaveOut('openAt', text);
  return isOver(moment, now) ? leaveOut('over', moment) : moment;
}

function readNear(query: URLSearchParams, leaveOut: LeaveOut): Near | null {
  const text = query.get('near');
  if (text === null) return null;
  const [lonText, latText] = text.split(',');
  const lon = number(lonText, -180, 180);
  const lat = number(latText, -90, 90);
  if (lon === undefined || lat === undefined) return leaveOut('near', text);
  const radiusText = query.get('radius');
  const radiusMeters = number(radiusText ?? undefined, 1, furthestMeters);
  if (radiusText !== null && radiusMeters === undefined) leaveOut('radius', radiusText);
  return { lon, lat, radiusMeters: radiusMeters ?? usualRadiusMeters, name: query.get('nearName') };
}

function readCamera(hash: string, leaveOut: LeaveOut): Camera | null {
  if (hash === '' || hash === '#') return null;
  const [zoomText, latText, lonText] = hash.replace('#', '').split('/');
  const zoom = number(zoomText, 0, 22);
  const lat = number(latText, -85, 85);
  const lon = number(lonText, -180, 180);
  if (zoom === undefined || lat === undefined || lon === undefined) return leaveOut('camera', hash);
  return { zoom, lat, lon };
}

/** The filters as a query string, in one order, so that equal questions have equal addresses. */
export function filterQuery(filters: Filters): URLSearchParams {
  const query = new URLSearchParams();
  if (filters.text) query.set('text', filters.text);
  for (const name of ['actions', 'objects', 'categories'] as const) {
    if (filters[name].length > 0) query.set(name, filters[name].join(','));
  }
  if (filters.openAt) query.set('openAt', filters.openAt);
  else if (filters.openNow) query.set('openNow', 'true');
  if (asksHours(filters) && filters.includeUnknownHours) query.set('includeUnknownHours', 'true');
  if (filters.free) query.set('free', 'true');
  if (filters.stepFree) query.set('wheelchair', 'YES,DESIGNATED');
  return query;
}

/** Whether a moment is asked about, now or later. */
export const asksHours = ({ openNow, openAt }: Filters) => openNow || openAt !== null;

export const isFiltered = (filters: Filters) => filterQuery(filters).size > 0;

/**
 * Writes the state over the address `base`; parameters that are not ours (`lang`, `theme`) stay.
 * The page of a place or of a town keeps its path as long as it shows that place or asks for that town's places.
 * The camera keeps as many decimals as the eye can tell at its zoom.
 */
export function pageUrl(base: URL, state: PageState, served: ServedSearch | null = null): URL {
  const url = new URL(base);
  const ownPlace = placeOfPath(base.pathname);
  const asServed = served !== null && base.pathname === served.path && sameSearch(state, searchOf(served));
  const placeInPath = ownPlace !== null && state.place === ownPlace;
  if ((ownPlace !== null && !placeInPath) || (base.pathname === served?.path && !asServed)) url.pathname = '/';
  const query = asServed ? new URLSearchParams() : filterQuery(state.filters);
  for (const name of ['lang', 'theme']) {
    const value = base.searchParams.get(name);
    if (value) query.set(name, value);
  }
  if (state.near && !asServed) {
    query.set('near', `${state.near.lon.toFixed(5)},${state.near.lat.toFixed(5)}`);
    query.set('radius', String(state.near.radiusMeters));
    if (state.near.name) query.set('nearName', state.near.name);
  }
  if (state.order) query.set('order', state.order);
  if (state.saved) query.set('saved', 'true');
  if (state.place && !placeInPath) query.set('place', state.place);
  // Commas and colons are allowed in a query and make the address readable.
  url.search = query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  url.hash = state.camera ? cameraHash(state.camera) : '';
  return url;
}

type Search = Pick<PageState, 'filters' | 'near' | 'order'>;

const sameSearch = (a: Search, b: Search) =>
  a.order === b.order &&
  filterQuery(a.filters).toString() === filterQuery(b.filters).toString() &&
  JSON.stringify(a.near) === JSON.stringify(b.near);

function cameraHash({ zoom, lat, lon }: Camera): string {
  const decimals = Math.max(2, Math.ceil((zoom * Math.LN2 + Math.log(512 / 360 / 0.5)) / Math.LN10));
  return `#${Number(zoom.toFixed(2))}/${lat.toFixed(decimals)}/${lon.toFixed(decimals)}`;
}
