import { keepTyped, restoreTyped } from './typed-text.ts';

const hourMs = 3_600_000;

/** Installs the service worker. `onNewVersion` is told, once, how to change to a version that waits. */
export async function installWorker(language: string, onNewVersion: (reload: () => void) => void): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  restoreTyped();
  const { serviceWorker } = navigator;
  const firstVisit = !serviceWorker.controller;
  const registration = await serviceWorker.register('/sw.js');
  const offer = (worker: ServiceWorker) =>
    onNewVersion(() => {
      serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true });
      keepTyped();
      worker.postMessage({ type: 'TAKE_OVER' });
    });
  if (registration.waiting && !firstVisit) offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && serviceWorker.controller) offer(worker);
    });
  });
  let looked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - looked < hourMs) return;
    looked = Date.now();
    void registration.update().catch(() => undefined); // offline
  });
  if (!firstVisit) return;
  const { active } = await serviceWorker.ready;
  // The map's own thread has asked for these before there was a worker that could keep them.
  const urlsToCache = ['countries', 'places'].map((file) => `/basemap/${file}.geojson?language=${language}`);
  active?.postMessage({ type: 'CACHE_URLS', payload: { urlsToCache } });
}
