import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, expect, inject, it } from 'vitest';
import { browser } from '../support/browser.ts';
import { desktop } from '../support/browser-options.ts';
import { otherSite } from '../support/other-site.ts';

const { open } = browser();
const site = await otherSite();
afterAll(() => site.close());

const frame = (page: Page) => page.frameLocator('iframe');
const rows = (page: Page) => frame(page).locator('.rows .row');

async function openSite(html: string): Promise<{ page: Page; problems: string[] }> {
  site.write(html);
  const opened = await open(site.address);
  await rows(opened.page).first().waitFor();
  return opened;
}

it('a component on another site shows the town’s places, grows with them, and leaves nothing behind', async () => {
  const { page, problems } = await openSite(`
    <script src="${inject('address')}/embed.js" async></script>
    <ricircolo-map town="Firenze" categories="repair" lang="en" view="list" theme="dark" accent="#c00"></ricircolo-map>`);
  const iframe = page.locator('ricircolo-map iframe');
  expect(await iframe.getAttribute('title')).toBe('Map of places to repair, borrow, give and reuse');
  expect(await iframe.getAttribute('sandbox')).toContain('allow-scripts');
  const height = async () => (await iframe.boundingBox())?.height ?? 0;
  await expect.poll(height).toBeGreaterThan(900);
  const content = await frame(page)
    .locator('main')
    .evaluate((main) => main.getBoundingClientRect().height);
  await expect.poll(height).toBe(Math.ceil(content));

  // Heights that others tell are nobody's business here.
  await page.evaluate(() => window.postMessage({ type: 'ricircolo:height', height: 5000 }, '*'));
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  expect(await height()).toBe(Math.ceil(content));

  expect(await rows(page).first().getAttribute('target')).toBe('_blank');
  const way = frame(page).getByRole('link', { name: /^Open in Ricircolo/ });
  expect(await way.getAttribute('href')).toMatch(/\?categories=repair&lang=en&near=.+&nearName=Florence#/);
  await frame(page).getByText('© OpenStreetMap contributors').waitFor();
  expect(await page.context().cookies()).toEqual([]);
  const kept = await frame(page)
    .locator('main')
    .evaluate(async () => [localStorage.length, sessionStorage.length, (await caches.keys()).length]);
  expect(kept).toEqual([0, 0, 0]);

  await page.locator('ricircolo-map').evaluate((element) => element.setAttribute('categories', 'second-hand'));
  await expect.poll(() => way.getAttribute('href')).toContain('categories=second-hand');
  expect(problems).toEqual([]);
});

it('a frame that is sandboxed without an origin shows list and map all the same', async () => {
  const { page } = await openSite(
    `<iframe sandbox="allow-scripts allow-popups" src="${inject('address')}/embed?town=Firenze&lang=en" width="900" height="560"></iframe>`,
  );
  await frame(page).locator('.maplibregl-canvas').waitFor();
  await frame(page).getByText('GeoNames').waitFor();
  expect(
    await frame(page)
      .getByRole('link', { name: /^Open in Ricircolo/ })
      .count(),
  ).toBe(1);
});

it('nothing but the frame can be framed elsewhere', async () => {
  const policy = async (path: string) =>
    (await fetch(inject('address') + path)).headers.get('content-security-policy') ?? '';
  expect(await policy('/embed?town=Firenze')).toContain('frame-ancestors *');
  for (const path of ['/', '/explore', '/embed/configure', '/about', '/listings/biblioteca-delle-oblate']) {
    expect(await policy(path), path).toContain("frame-ancestors 'self'");
  }
});

it('a town hall chooses, sees, and pastes code that works', async () => {
  const { page } = await open('/embed/configure?lang=en');
  await page.getByRole('textbox', { name: 'Town' }).fill('Firenze');
  await page.getByRole('checkbox', { name: 'Repair', exact: true }).first().check();
  await page.getByRole('radio', { name: 'List', exact: true }).check();
  await page.getByRole('combobox', { name: 'Language' }).last().selectOption('fr');
  await expect
    .poll(() =>
      frame(page)
        .getByRole('link', { name: /^Ouvrir dans Ricircolo/ })
        .getAttribute('href'),
    )
    .toContain('categories=repair');
  const told = (of: Page) => frame(of).getByRole('heading', { level: 1 }).textContent();
  await expect.poll(() => told(page)).toMatch(/^\d+ lieux/);
  const found = await told(page);
  const code = (name: string) => page.getByRole('textbox', { name }).inputValue();
  for (const pasted of [await code('As a component'), await code('As a frame')]) {
    const { page: other } = await openSite(pasted);
    await expect.poll(() => told(other)).toBe(found);
    await other.close();
  }
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`)).toEqual([]);
});

it.each(['light', 'dark'] as const)('the frame is named and readable, %s', async (colorScheme) => {
  const path = '/embed?town=Firenze&lang=en&accent=ffee00';
  const { page } = await open(path, { ...desktop, colorScheme, viewport: { width: 360, height: 640 } });
  await page.locator('.rows .row').first().waitFor();
  await page.locator('.maplibregl-canvas').waitFor();
  const { violations } = await new AxeBuilder({ page }).exclude('.maplibregl-canvas').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`)).toEqual([]);
});

it('a town that nobody knows is said, and the map opens all the same', async () => {
  const { page } = await open('/embed?town=Xyzzyville-upon-Nowhere&lang=en&view=list');
  await page.getByText('“Xyzzyville-upon-Nowhere” was not found. This is all of Europe.').waitFor();
  await page.locator('.rows .row').first().waitFor();
});
