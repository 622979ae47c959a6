/**
 * `node test/screens.ts ADDRESS`: draws docs/screens from a running instance with the demonstration's places. With the
 * folder of real extracts at hand, Firenze is drawn over its streets; else over the embedded basemap.
 */
import { join } from 'node:path';
import { type BrowserContextOptions, chromium as playwright } from 'playwright-core';
import { serveArchive } from './support/archive-server.ts';
import { desktop, flags, phone } from './support/browser-options.ts';
import { chromium, requirements, sharedData } from './support/requirements.ts';

const [address = 'http://127.0.0.1:4000'] = process.argv.slice(2);
const folder = join(import.meta.dirname, '../docs/screens');
const firenzeArchive = join(sharedData, 'basemap/firenze.pmtiles');

const views = [
  { name: 'firenze', path: '/?lang=en#14.2/43.7731/11.2558', streets: true },
  { name: 'firenze-place', path: '/?lang=it&place=biblioteca-delle-oblate#15/43.7725/11.2600', streets: true },
  { name: 'helsinki', path: '/?lang=en#14/60.1690/24.9384', streets: false },
  { name: 'europe', path: '/?lang=en', streets: false },
];
const devices: Record<string, BrowserContextOptions> = { desktop, phone };

const archive = requirements.sharedData.met ? await serveArchive(firenzeArchive) : undefined;
const browser = await playwright.launch({ executablePath: chromium, args: flags });
for (const { name, path, streets } of views) {
  for (const [device, options] of Object.entries(devices)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ ...options, baseURL: address, colorScheme, reducedMotion: 'reduce' });
      const page = await context.newPage();
      const basemapStyleUrl = streets && archive ? archive.url : 'embedded';
      await page.route('**/config.json', (route) => route.fulfill({ json: { basemapStyleUrl } }));
      await page.goto(path);
      await page.locator('.rows .row').first().waitFor({ state: 'attached' });
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(4000); // the map says nothing of its last frame; this is a picture, not a test
      await page.screenshot({ path: join(folder, `${name}-${device}${colorScheme === 'dark' ? '-dark' : ''}.png`) });
      await context.close();
    }
  }
}
await browser.close();
await archive?.close();
