/**
 * The service worker: the application opens without a network, with the land, the towns and the marks seen before.
 * Answers to questions are kept by the page (`lib/answers.ts`), because they are posted.
 */
import { CacheableResponsePlugin } from 'workbox-cacheable-response';
import type { RouteHandlerCallback } from 'workbox-core';
import { clientsClaim } from 'workbox-core';
import { ExpirationPlugin } from 'workbox-expiration';
import {
  addRoute,
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precache,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute, setCatchHandler } from 'workbox-routing';
import { NetworkFirst, NetworkOnly, StaleWhileRevalidate } from 'workbox-strategies';

/** Everything that the page can ask of this build, named by the plugin that builds this worker. */
declare const __PRECACHE__: PrecacheEntry[];

/** A page that has not come by then opens from what is kept. */
const patienceSeconds = 5;
/** About 10 MB: a town at the zooms that people use, in a few searches. */
const mostTiles = 400;
const daySeconds = 86_400;
/** The two pages that the application is made of, and the addresses that they can open without the server. */
const shells: [url: string, addresses: RegExp[]][] = [
  ['/', [/^\/(\?|$)/, /^\/listings\/[^/?]+(\?|$)/, /^\/in\//]],
  ['/about', [/^\/(about|privacy|accessibility)(\?|$)/]],
];

// A new version waits until the person asks for it, or has closed the last page of the old one.
addEventListener('message', ({ data }) => {
  if (data?.type === 'TAKE_OVER') void (self as unknown as { skipWaiting: () => Promise<void> }).skipWaiting();
});
clientsClaim();
cleanupOutdatedCaches();
precache(__PRECACHE__);

const page = new NetworkOnly({ networkTimeoutSeconds: patienceSeconds });
for (const [shellUrl, allowlist] of shells) {
  const shell = createHandlerBoundToURL(shellUrl);
  const open: RouteHandlerCallback = async (options) => {
    const answer = await page.handle(options).catch(() => null);
    return answer && answer.status < 500 ? answer : shell(options);
  };
  registerRoute(new NavigationRoute(open, { allowlist }));
}
addRoute(); // after the pages: those come from the network where there is one

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/basemap/'),
  new StaleWhileRevalidate({
    cacheName: 'basemap',
    plugins: [new CacheableResponsePlugin({ statuses: [200] }), new ExpirationPlugin({ maxEntries: 20 })],
  }),
);

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/tiles/'),
  new NetworkFirst({
    cacheName: 'tiles',
    networkTimeoutSeconds: patienceSeconds,
    plugins: [
      new CacheableResponsePlugin({ statuses: [200, 204] }),
      new ExpirationPlugin({ maxEntries: mostTiles, maxAgeSeconds: 30 * daySeconds, purgeOnQuotaError: true }),
    ],
  }),
);

// A tile that is not kept: the map goes on with what it has.
setCatchHandler(async () => Response.error());
