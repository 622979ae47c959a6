import { expect, inject, it } from 'vitest';
import { browser } from '../support/browser.ts';
import { desktop, phone } from '../support/browser-options.ts';

const { open } = browser();
const place = '/listings/biblioteca-delle-oblate?lang=en';
const town = '/in/it/firenze/bicycle-repair?lang=en';

it('tells a place without scripts, and the map takes the same address over', async () => {
  const { page: plain } = await open(place, { ...phone, javaScriptEnabled: false });
  await plain.getByRole('heading', { level: 1, name: 'Biblioteca delle Oblate' }).waitFor();
  expect(await plain.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);

  const { page } = await open(place);
  await page.getByRole('article').getByRole('heading', { level: 1, name: 'Biblioteca delle Oblate' }).waitFor();
  expect(await page.locator('.served').count()).toBe(0);
  expect(await page.title()).toMatch(/^Biblioteca delle Oblate – .+ · Ricircolo$/);
  await expect.poll(() => new URL(page.url()).hash).not.toBe('');
  expect(new URL(page.url()).pathname).toBe('/listings/biblioteca-delle-oblate');

  await page.getByRole('article').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('article').waitFor({ state: 'detached' });
  expect(new URL(page.url()).pathname).toBe('/');
});

it('lists a town’s places of a kind without scripts, and the map asks for the same', async () => {
  const { page: plain } = await open(town, { ...desktop, javaScriptEnabled: false });
  const told = await plain.locator('.served-places a').allTextContents();
  expect(told.length).toBeGreaterThan(5);

  const { page } = await open(town);
  await page.locator('.results[aria-busy=false]').waitFor();
  const first = page.locator('.rows .row').first();
  expect(await first.locator('.name').textContent()).toBe(told[0]);
  expect(await page.locator('.results [role=status]').textContent()).toMatch(new RegExp(`^${told.length} places`));
  await first.click();
  await page
    .getByRole('article')
    .getByRole('heading', { level: 1, name: told[0] ?? '' })
    .waitFor();
  expect(new URL(page.url()).pathname).toBe('/in/it/firenze/bicycle-repair');
  expect(new URL(page.url()).searchParams.get('place')).not.toBeNull();
});

it('helps on from an address where nothing is, without scripts', async () => {
  const { page } = await open('/nowhere?lang=en', { ...phone, javaScriptEnabled: false });
  await page.getByRole('searchbox').fill('library');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.waitForURL('**/?text=library&lang=en');
});

it('keeps what the server wrote of a page until the page has come, and shows nothing empty between', async () => {
  const { page } = await open('about:blank');
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const look = () => {
      const title = document.querySelector('h1');
      if (title || seen.length > 0) seen.push(title ? (title.closest('.served') ? 'served' : 'drawn') : 'nothing');
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
  });
  await page.goto('/privacy?lang=en');
  const seen = () => page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  await expect.poll(async () => (await seen()).at(-1)).toBe('drawn');
  expect([...new Set(await seen())]).toEqual(['served', 'drawn']);
});

it.each(['/?lang=en#14/43.7731/11.2558', place, town, '/explore'])(
  '%s keeps to its policy and asks no other site',
  async (path) => {
    const { page, problems, outside } = await open(path, { ...phone, hasTouch: true });
    if (path === '/explore') await page.locator('.graphiql-editor .monaco-editor').first().waitFor();
    else {
      await page.locator('.maplibregl-canvas').waitFor();
      await page.locator('.rows .row').first().waitFor({ state: 'attached' });
      // Menus and what lies over the page write styles of their own.
      await page.getByRole('button', { name: 'Menu' }).click();
      await page.getByRole('menu').waitFor();
    }
    expect(problems).toEqual([]);
    expect(outside).toEqual([]);
    expect((await fetch(inject('address') + path)).headers.get('content-security-policy')).toContain(
      "script-src 'self'",
    );
  },
);
