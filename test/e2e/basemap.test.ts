import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { serveArchive } from '../support/archive-server.ts';
import { browser } from '../support/browser.ts';
import { desktop } from '../support/browser-options.ts';
import { requirements, sharedData } from '../support/requirements.ts';

const { open } = browser();
const firenze = '/?lang=en#14/43.7731/11.2558';
const simpleMap = 'Simple map: no streets without a connection';

/** Opens Firenze with another basemap than the application under test, and so its policy, is set up with. */
async function openWith(basemapStyleUrl: string): Promise<{ page: Page; hosts: Set<string> }> {
  const { page } = await open('about:blank', { ...desktop, bypassCSP: true });
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  await page.route('**/config.json', (route) => route.fulfill({ json: { basemapStyleUrl } }));
  await page.goto(firenze);
  await page.locator('.rows .row').first().waitFor();
  return { page, hosts };
}

it('the embedded basemap asks nobody else, names its sources, and says that it has no streets', async () => {
  const { page, hosts } = await openWith('embedded');
  await page.getByText(simpleMap).waitFor();
  await page
    .getByText(/Natural Earth/)
    .first()
    .waitFor();
  expect([...hosts].filter(Boolean)).toEqual([new URL(inject('address')).host]);
});

it('a basemap that cannot be reached gives way to the embedded one, places and all', async () => {
  const { page } = await openWith('http://127.0.0.1:9/style.json');
  await page.getByText(simpleMap).waitFor();
});

describe.runIf(requirements.sharedData.met)('an archive of our own', async () => {
  const archive = await serveArchive(join(sharedData, 'basemap/firenze.pmtiles'));
  afterAll(() => archive.close());

  it('is read in ranges, draws streets and names its source', async () => {
    const { page } = await openWith(archive.url);
    await expect.poll(() => archive.ranges.length).toBeGreaterThan(2);
    await page
      .getByText(/OpenStreetMap/)
      .first()
      .waitFor();
    await expect.poll(() => page.getByText(simpleMap).count()).toBe(0);
  });
});
