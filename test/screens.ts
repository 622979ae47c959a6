/**
 * `npm run screens -- ADDRESS`: draws docs/screens from a running instance with the demonstration's places, at the
 * widths that the layout is made for, light and dark. With the folder of real extracts at hand, Firenze is drawn over
 * its streets; else over the embedded basemap.
 */
import { join } from 'node:path';
import { type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core';
import { serveArchive } from './support/archive-server.ts';
import { desktop, flags, phone } from './support/browser-options.ts';
import { chromium, requirements, sharedData } from './support/requirements.ts';

const [address = 'http://127.0.0.1:4000'] = process.argv.slice(2);
const folder = join(import.meta.dirname, '../docs/screens');
const firenzeArchive = join(sharedData, 'basemap/firenze.pmtiles');

interface View {
  name: string;
  path: string;
  streets?: true;
  /** What is there once the page can be looked at. */
  shows: string;
  act?: (page: Page) => Promise<unknown>;
}

const list = '.rows .row';
const firenze = '/?lang=en#14.2/43.7731/11.2558';
const views: View[] = [
  { name: 'firenze', path: firenze, streets: true, shows: list },
  {
    name: 'place',
    path: '/?lang=it&place=biblioteca-delle-oblate#15/43.7725/11.26',
    streets: true,
    shows: 'article h1',
  },
  { name: 'helsinki', path: '/?lang=fi#14/60.169/24.9384', shows: list },
  { name: 'europe', path: '/?lang=en', shows: list },
  {
    name: 'suggestions',
    path: '/?lang=it#14.2/43.7731/11.2558',
    shows: list,
    act: async (page) => {
      await page.locator('#search[role=combobox]').fill('tosta');
      await page.getByRole('option').first().waitFor();
    },
  },
  { name: 'nothing-found', path: '/?lang=en&objects=shoes#13/47.5/14.5', shows: '.empty' },
  {
    name: 'filters',
    path: '/?lang=fr#14/60.169/24.9384',
    shows: list,
    act: (page) => page.locator('.chip.more').click(),
  },
  {
    name: 'something-wrong',
    path: '/?lang=es&place=biblioteca-delle-oblate#15/43.7725/11.26',
    shows: 'article h1',
    act: async (page) => {
      await page.locator('article button', { hasText: 'Algo' }).first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'saved', path: '/?lang=nl&saved=true#14.2/43.7731/11.2558', shows: '#saved-title' },
  { name: 'privacy', path: '/privacy?lang=bg', shows: 'h1' },
  { name: 'accessibility', path: '/accessibility?lang=cs', shows: 'h1' },
  { name: 'add-place', path: '/places/new?lang=es', shows: '.form-progress' },
  {
    name: 'hours-editor',
    path: '/places/new?lang=en',
    shows: '.form-progress',
    act: async (page) => {
      await page.locator('.form-progress button').nth(3).click();
      await page.getByLabel('Hours by day').check();
    },
  },
  { name: 'sign-in', path: '/sign-in?lang=it', shows: 'form' },
  { name: 'worklist', path: '/worklist?lang=fi', shows: 'h1' },
  { name: 'embed-configurator', path: '/embed/configure?lang=en', shows: 'h1' },
];
const devices: Record<string, BrowserContextOptions> = {
  phone,
  tablet: { viewport: { width: 820, height: 1180 }, hasTouch: true },
  desktop,
};

const archive = requirements.sharedData.met ? await serveArchive(firenzeArchive) : undefined;
const browser = await playwright.launch({ executablePath: chromium, args: flags });
for (const [device, options] of Object.entries(devices)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({
      ...options,
      baseURL: address,
      colorScheme,
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
      bypassCSP: true, // the policy names the basemap that the instance is set up with
    });
    for (const { name, path, streets, shows, act } of views) {
      const page = await context.newPage();
      const basemapStyleUrl = streets && archive ? archive.url : 'embedded';
      await page.route('**/config.json', (route) => route.fulfill({ json: { basemapStyleUrl } }));
      await page.goto(path);
      await page.locator(shows).first().waitFor({ state: 'attached' });
      await page.waitForLoadState('networkidle');
      await act?.(page);
      await page.waitForTimeout(3000); // the map says nothing of its last frame; this is a picture, not a test
      const file = `${name}-${device}${colorScheme === 'dark' ? '-dark' : ''}.jpg`;
      await page.screenshot({ path: join(folder, file), type: 'jpeg', quality: 80 });
      await page.close();
    }
    await context.close();
  }
}
await browser.close();
await archive?.close();
