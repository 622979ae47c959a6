import { describe, expect, test } from 'vitest';
import { filterQuery, noFilters, type PageState, pageUrl, parsePage, readPage } from '../../web/lib/url.ts';

const base = new URL('https://ricircolo.example/?lang=it');
const now = new Date('2026-11-21T12:00:00Z');
const page = (address: string) => parsePage(new URL(address, base), null, now);
const ignoredOf = (address: string) => readPage(new URL(address, base), null, now).ignored;

describe('the address of the map', () => {
  const state: PageState = {
    filters: {
      text: 'café',
      actions: ['REPAIR'],
      objects: ['toaster'],
      categories: ['repair', 'library'],
      openNow: true,
      openAt: null,
      includeUnknownHours: true,
      free: true,
      stepFree: true,
    },
    near: { lon: 11.2558, lat: 43.7696, radiusMeters: 2000, name: 'Firenze & dintorni' },
    order: 'UPDATED',
    place: 'biblioteca-delle-oblate',
    saved: true,
    camera: { zoom: 14.1, lat: 43.7806, lon: 11.2392 },
  };

  test('keeps the whole search, the chosen place and the camera', () => {
    expect(readPage(pageUrl(base, state), null, now)).toEqual({ state, ignored: [] });
  });

  test.each(['2026-12-05T10:00:00+01:00', '2026-12-05T10:00:00-03:30', '2026-12-05T10:00:00Z'])(
    'keeps the hour %s as it reads on the clock there',
    (openAt) => {
      const then = { ...state, filters: { ...state.filters, openNow: false, openAt } };
      const url = pageUrl(base, then);
      expect(readPage(url, null, now)).toEqual({ state: then, ignored: [] });
      expect(filterQuery(then.filters).get('openAt')).toBe(openAt);
    },
  );

  test('keeps the language and drops what is not ours', () => {
    const url = pageUrl(new URL('https://ricircolo.example/?lang=it&utm_source=x'), page('/'));
    expect(url.search).toBe('?lang=it');
  });

  test('opens the map where nothing of a link can be read, and names what it left out', () => {
    const address =
      '/?near=north,43&actions=REPAIR,FLY&openNow=perhaps&openAt=2026-02-31T10:00Z&order=COLOUR&place=#14/91/11';
    expect(page(address)).toEqual({
      filters: { ...noFilters, actions: ['REPAIR'] },
      near: null,
      order: null,
      place: null,
      saved: false,
      camera: null,
    });
    expect(ignoredOf(address)).toEqual([
      { part: 'flag', value: 'openNow=perhaps' },
      { part: 'openAt', value: '2026-02-31T10:00Z' },
      { part: 'actions', value: 'FLY' },
      { part: 'near', value: 'north,43' },
      { part: 'order', value: 'COLOUR' },
      { part: 'camera', value: '#14/91/11' },
    ]);
  });

  test.each(['999999', '-5', 'far', ''])('searches at the usual distance where it says %o', (radius) => {
    expect(page(`/?near=11,43&radius=${radius}`).near?.radiusMeters).toBe(5000);
    expect(ignoredOf(`/?near=11,43&radius=${radius}`)).toEqual([{ part: 'radius', value: radius }]);
  });

  test('asks for no hour that is over, but for one that somebody may still be on the way to', () => {
    expect(ignoredOf('/?openAt=2026-11-20T10:00:00Z')).toEqual([{ part: 'over', value: '2026-11-20T10:00:00Z' }]);
    expect(page('/?openAt=2026-11-20T10:00:00Z&includeUnknownHours=true').filters).toEqual(noFilters);
    expect(page('/?openAt=2026-11-21T11:30:00Z').filters.openAt).toBe('2026-11-21T11:30:00Z');
  });

  test('reads a plus that nobody encoded', () => {
    expect(page('/?openAt=2026-12-05T10:00+0100').filters.openAt).toBe('2026-12-05T10:00:00+01:00');
  });

  test('cuts a text longer than the API reads', () => {
    const address = `/?text=${'a'.repeat(201)}`;
    expect(page(address).filters.text).toHaveLength(200);
    expect(ignoredOf(address)).toEqual([{ part: 'text', value: 'a' }]);
  });

  test('asks the tiles with the names of the filter', () => {
    const query = filterQuery({
      ...noFilters,
      actions: ['REPAIR', 'LEND'],
      stepFree: true,
      openNow: true,
      includeUnknownHours: true,
    });
    expect(Object.fromEntries(query)).toEqual({
      actions: 'REPAIR,LEND',
      wheelchair: 'YES,DESIGNATED',
      openNow: 'true',
      includeUnknownHours: 'true',
    });
  });

  test('has no query where nothing is asked', () => {
    expect(filterQuery(noFilters).toString()).toBe('');
    // Of no hour, unknown hours are nothing to ask for.
    expect(filterQuery({ ...noFilters, includeUnknownHours: true }).toString()).toBe('');
  });

  test('is the page of a place as long as that place is shown', () => {
    const place = new URL('/listings/officina-rossi?lang=it', base);
    const state = page(place.href);
    expect(state.place).toBe('officina-rossi');
    const moved = pageUrl(place, { ...state, camera: { zoom: 15, lat: 43.77, lon: 11.26 } });
    expect(moved.href).toMatch(/\/listings\/officina-rossi\?lang=it#15/);
    expect(pageUrl(place, { ...state, place: 'altra' }).href).toBe('https://ricircolo.example/?lang=it&place=altra');
    expect(pageUrl(place, { ...state, place: null }).href).toBe('https://ricircolo.example/?lang=it');
  });

  test('is the page of a town as long as its places are asked for', () => {
    const near = { lon: 11.2558, lat: 43.7696, radiusMeters: 5000, name: 'Firenze' };
    const served = { path: '/in/it/firenze/repair', near, categories: ['repair'] };
    const town = new URL('/in/it/firenze/repair?lang=it', base);
    const state = parsePage(town, served);
    expect(state).toMatchObject({ near, filters: { ...noFilters, categories: ['repair'] } });
    expect(pageUrl(town, { ...state, place: 'altra' }, served).href).toMatch(/\/repair\?lang=it&place=altra$/);
    const elsewhere = pageUrl(town, { ...state, filters: { ...state.filters, free: true } }, served);
    expect(elsewhere.pathname).toBe('/');
    expect(parsePage(elsewhere, served)).toMatchObject({ near, filters: { categories: ['repair'], free: true } });
  });
});
