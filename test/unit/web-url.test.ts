import { describe, expect, test } from 'vitest';
import { filterQuery, noFilters, type PageState, pageUrl, parsePage } from '../../web/lib/url.ts';

const base = new URL('https://ricircolo.example/?lang=it');
const page = (address: string) => parsePage(new URL(address, base));

describe('the address of the map', () => {
  test('keeps the whole search, the chosen place and the camera', () => {
    const state: PageState = {
      filters: {
        text: 'café',
        actions: ['REPAIR'],
        objects: ['toaster'],
        categories: ['repair', 'library'],
        openNow: true,
        free: true,
        stepFree: true,
      },
      near: { lon: 11.2558, lat: 43.7696, radiusMeters: 2000, name: 'Firenze & dintorni' },
      place: 'biblioteca-delle-oblate',
      camera: { zoom: 14.1, lat: 43.7806, lon: 11.2392 },
    };
    expect(parsePage(pageUrl(base, state))).toEqual(state);
  });

  test('keeps the language and drops what is not ours', () => {
    const url = pageUrl(new URL('https://ricircolo.example/?lang=it&utm_source=x'), page('/'));
    expect(url.search).toBe('?lang=it');
  });

  test('opens the map where a part of a link cannot be read', () => {
    expect(page('/?near=north,43&radius=-5#14/91/11')).toEqual({
      filters: noFilters,
      near: null,
      place: null,
      camera: null,
    });
    expect(page('/?near=11,43&radius=999999').near?.radiusMeters).toBe(5000);
  });

  test('asks the tiles with the names of the filter', () => {
    const query = filterQuery({ ...noFilters, actions: ['REPAIR', 'LEND'], stepFree: true });
    expect(Object.fromEntries(query)).toEqual({ actions: 'REPAIR,LEND', wheelchair: 'YES,DESIGNATED' });
  });

  test('has no query where nothing is asked', () => {
    expect(filterQuery(noFilters).toString()).toBe('');
  });
});
