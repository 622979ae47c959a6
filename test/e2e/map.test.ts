import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { browser } from '../support/browser.ts';
import { desktop } from '../support/browser-options.ts';

const { open } = browser();

/** Firenze's centre, as an address of the map. */
const firenze = '/?lang=en#14/43.7731/11.2558';
const rows = (page: Page) => page.locator('.rows .row');
const status = (page: Page) => page.locator('.results [role=status]');

/** Waits until the list has an answer, and returns how many places it speaks of. */
async function count(page: Page): Promise<number> {
  await page.locator('.results[aria-busy=false]').waitFor();
  return Number(((await status(page).textContent()) ?? '').replace(/,/g, '').match(/^\d+/)?.[0] ?? Number.NaN);
}

async function ask(query: string, variables: Record<string, unknown>) {
  const response = await fetch(`${inject('address')}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data } = await response.json();
  return data;
}

it('shows places on the map and in the list, the nearest first, as the API tells them', async () => {
  const { page, problems } = await open(firenze);
  await rows(page).first().waitFor();
  expect(await count(page)).toBeGreaterThan(50);
  const first = rows(page).first();
  const slug = new URL((await first.getAttribute('href')) ?? '', page.url()).searchParams.get('place');
  const { listing } = await ask('query ($slug: String!) { listing(slug: $slug) { slug name } }', { slug });
  expect(listing).toEqual({ slug, name: await first.locator('.name').textContent() });
  expect(problems).toEqual([]);
});

it('finds who repairs bicycles by typing, and the address keeps the question', async () => {
  const { page } = await open(firenze);
  await rows(page).first().waitFor();
  const before = await count(page);
  await page.getByRole('combobox', { name: 'What do you want to do?' }).fill('bicycle repair');
  await page
    .getByRole('option')
    .filter({ hasText: /^Bicycle repair\s*Repair\s*Kind of place$/ }) // the kind, with its group
    .click();
  await expect.poll(() => count(page)).toBeLessThan(before);
  expect(await count(page)).toBeGreaterThan(0);
  expect(new URL(page.url()).search).toMatch(/categories?=bicycle-repair/);
  const address = page.url();
  const found = await count(page);
  const { page: other } = await open(address);
  expect(await count(other)).toBe(found);
});

it('opens a place with its hours and sources, and goes back to where it was', async () => {
  const { page } = await open(firenze);
  await rows(page).first().waitFor();
  const name = (await rows(page).nth(2).locator('.name').textContent()) ?? '';
  await rows(page).nth(2).click();
  const detail = page.getByRole('article');
  await detail.getByRole('heading', { level: 1, name }).waitFor();
  await detail.getByText('ODbL-1.0').first().waitFor();
  expect(await page.title()).toContain(name);
  const { page: shared } = await open(page.url());
  await shared.getByRole('article').getByRole('heading', { level: 1, name }).waitFor();
  await page.goBack();
  await detail.waitFor({ state: 'detached' });
  await rows(page).first().waitFor();
  await page.goForward();
  await detail.getByRole('heading', { level: 1, name }).waitFor();
});

it('narrows to one kind of place, in the list and on the map alike', async () => {
  const { page } = await open(firenze);
  await rows(page).first().waitFor();
  const tile = page.waitForRequest((request) => /\/tiles\/listings\/.*categories=repair/.test(request.url()));
  await page
    .getByRole('button', { name: /^Repair/ })
    .first()
    .click();
  await tile;
  const kinds = await page
    .locator('.rows .row .glyph, .rows .row [data-group]')
    .evaluateAll((glyphs) => glyphs.map((glyph) => glyph.closest('[data-group]')?.getAttribute('data-group')));
  expect(new Set(kinds)).toEqual(new Set(['repair']));
});

it('says so when nothing matches, and where the nearest is', async () => {
  const { page } = await open('/?lang=en&objects=shoes#13/47.5/14.5');
  await page.getByText('Nothing found in this part of the map.').waitFor();
  await page.getByText(/^The nearest, .+ away$/).waitFor();
  // Nor would anything be here without the filters.
  await expect.poll(() => page.getByRole('button', { name: /^Clear the filters/ }).count()).toBe(0);
});

it('speaks Italian when asked to', async () => {
  const { page } = await open('/?lang=it#14/43.7731/11.2558');
  await page.getByRole('combobox', { name: 'Che cosa vuoi fare?' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('it');
});

it('moves to a town chosen by its name in another language', async () => {
  const { page } = await open('/?lang=en#4/50/10');
  await page.getByRole('combobox', { name: 'What do you want to do?' }).fill('Флоренция');
  await page
    .getByRole('option', { name: /Florence|Firenze/ })
    .first()
    .click();
  await expect.poll(() => new URL(page.url()).hash).toMatch(/#1\d(\.\d+)?\/43\.7/);
});

it('tells why it does not know where I am, and goes on', async () => {
  const { page } = await open(firenze, { ...desktop, permissions: [] });
  await rows(page).first().waitFor();
  await page.getByRole('button', { name: /where I am/i }).click();
  await page.getByRole('alert').waitFor();
  expect(await rows(page).count()).toBeGreaterThan(0);
});

it('keeps the map and offers to try again when the list cannot be loaded', async () => {
  const { page } = await open('about:blank');
  await page.route('**/graphql', (route) => route.fulfill({ status: 500, body: 'broken' }));
  await page.goto(firenze);
  await page.getByText('The list did not load.').waitFor();
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: 'Try again' }).click();
  await rows(page).first().waitFor();
});

it('serves the workbench for the API from here', async () => {
  const { page, problems } = await open('/explore');
  await page.getByRole('button', { name: /execute query/i }).click();
  await expect.poll(() => page.locator('.result-window').textContent()).toContain('"totalCount"');
  expect(problems).toEqual([]);
});
