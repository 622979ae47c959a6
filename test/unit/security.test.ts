import { expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../api/platform/security.ts';

/** What a policy allows, by directive. */
function allowed(basemapStyleUrl: string, geocoderUrl?: string, options?: Parameters<typeof contentSecurityPolicy>[1]) {
  const policy = contentSecurityPolicy({ basemapStyleUrl, geocoderUrl }, options);
  return Object.fromEntries(policy.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1)]));
}

test('a policy allows the basemap and the geocoder that are set up, and no other site', () => {
  expect(allowed('embedded')['connect-src']).toEqual(["'self'"]);
  expect(allowed('')['connect-src']).toEqual(["'self'", 'https://tiles.openfreemap.org']);
  expect(allowed('/basemap/own.pmtiles')['connect-src']).toEqual(["'self'"]);
  const policy = allowed('https://maps.example/style.json?key=1; x', 'https://photon.example/api');
  expect(policy['connect-src']).toEqual(["'self'", 'https://maps.example', 'https://photon.example']);
  expect(policy['img-src']).toContain('https://maps.example');
  expect(policy['img-src']).not.toContain('https://photon.example');
});

test('a policy never allows inline scripts, and inline styles only in the workbench', () => {
  for (const options of [{}, { framedAnywhere: true }, { editor: true }]) {
    expect(allowed('embedded', undefined, options)['script-src']).toEqual(["'self'"]);
  }
  expect(allowed('embedded')['style-src']?.join()).not.toContain('unsafe');
  expect(allowed('embedded', undefined, { editor: true })['style-src']).toContain("'unsafe-inline'");
});

test('a page is framed by its own site only, unless it is made to be embedded', () => {
  expect(allowed('embedded')['frame-ancestors']).toEqual(["'self'"]);
  expect(allowed('embedded', undefined, { framedAnywhere: true })['frame-ancestors']).toEqual(['*']);
});
