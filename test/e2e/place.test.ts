import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browser } from '../support/browser.ts';
import { desktop, phone } from '../support/browser-options.ts';

const { open } = browser();

/** A shop of the seed with hours, telephone, website and address. */
const shop = '/?lang=en&place=fillarikellari-helsinki#15/60.1664/24.9347';
const name = 'Fillarikellari';
const article = (page: Page) => page.getByRole('article');
const dialog = (page: Page) => page.getByRole('dialog');

async function openShop(options: BrowserContextOptions = desktop) {
  // What one address may tell is limited; the files share one application.
  const opened = await open(shop, { ...options, extraHTTPHeaders: { 'x-forwarded-for': '192.0.2.31' } });
  await article(opened.page).getByRole('heading', { level: 1, name }).waitFor();
  return opened;
}

async function violations(page: Page, within: string) {
  const { violations } = await new AxeBuilder({ page }).include(within).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`);
}

it('tells what one can do there, when, how to reach it, and who says so', async () => {
  const { page, problems } = await openShop();
  const place = article(page);
  await place.getByRole('heading', { name: 'What you can do here' }).waitFor();
  // Today first, and six days more.
  const days = place.locator('.week tbody th');
  expect(await days.count()).toBe(7);
  expect(await place.locator('.week tbody tr').first().getAttribute('aria-current')).toBe('date');
  await place.getByText('Annankatu 19, 00120 Helsinki').waitFor();
  expect(await place.getByRole('link', { name: 'Call' }).getAttribute('href')).toMatch(/^tel:\+358/);
  expect(await place.getByRole('link', { name: 'Site' }).getAttribute('href')).toMatch(/^https?:/);
  await place.getByText('Not step-free').waitFor();
  expect(await place.getByRole('link', { name: 'ODbL-1.0' }).getAttribute('href')).toContain('spdx.org');
  await place.getByText('Never checked on the spot').waitFor();
  await place.getByRole('button', { name: 'What changed' }).click();
  await place.getByText('Listed from OpenStreetMap').waitFor();
  await place.getByRole('button', { name: 'Directions' }).click();
  const ways = page.getByRole('menu').getByRole('menuitem');
  await ways.nth(1).waitFor();
  expect(await ways.nth(0).getAttribute('href')).toMatch(/^(geo|maps):/);
  expect(await ways.nth(1).getAttribute('href')).toMatch(/^https:\/\/www\.openstreetmap\.org\/directions\?/);
  expect(problems).toEqual([]);
});

it('copies the address and the link', async () => {
  const { page } = await openShop({ ...desktop, permissions: ['clipboard-read', 'clipboard-write'] });
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await article(page).getByRole('button', { name: 'Copy the address' }).click();
  await expect.poll(clipboard).toBe('Fillarikellari, Annankatu 19, 00120 Helsinki');
  await page.evaluate(() => Object.defineProperty(navigator, 'share', { value: undefined }));
  await article(page).getByRole('button', { name: 'Share' }).click();
  await expect.poll(clipboard).toContain('place=fillarikellari-helsinki');
});

it('keeps a place on this device, over a reload and in a list of its own', async () => {
  const { page } = await openShop();
  await article(page).getByRole('button', { name: 'Save', exact: true }).click();
  await article(page).getByRole('button', { name: 'Saved', exact: true }).waitFor();
  await page.reload();
  await article(page).getByRole('button', { name: 'Saved', exact: true }).waitFor();
  await article(page).getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Menu' }).first().click();
  await page.getByRole('menuitem', { name: 'Saved places' }).click();
  const list = page.getByRole('region', { name: 'Saved places' });
  await list.getByText('They stay on this device.').waitFor();
  expect(new URL(page.url()).searchParams.has('saved')).toBe(true);
  expect(await violations(page, '.saved')).toEqual([]);
  await list.getByRole('button', { name: 'Saved: Fillarikellari' }).click();
  await list.getByRole('button', { name: 'Save: Fillarikellari' }).waitFor();
  expect(await page.evaluate(() => localStorage.getItem('ricircolo:saved'))).toBe('[]');
});

it('shows a saved place without the server, and says as of when', async () => {
  const { page } = await openShop();
  await article(page).getByRole('button', { name: 'Save', exact: true }).click();
  await article(page).getByRole('button', { name: 'Saved', exact: true }).waitFor();
  await page.route('**/graphql', (route) => route.abort());
  await page.goto('/?lang=en&saved=true');
  await page
    .getByRole('region', { name: 'Saved places' })
    .getByRole('button', { name: /^Fillarikellari/ })
    .click();
  await article(page).getByText('Annankatu 19').waitFor();
  await article(page)
    .getByText(/As saved on|Shown as of/)
    .waitFor();
});

describe('something is wrong', () => {
  it('is told in three taps, and what was typed outlives a failed request and a closed dialog', async () => {
    const { page } = await openShop(phone);
    const tell = article(page).getByRole('button', { name: 'Something is wrong' });
    await tell.click();
    await dialog(page).getByText('Choose what is wrong').waitFor({ state: 'detached' });
    await dialog(page).getByRole('button', { name: 'Send' }).click();
    await dialog(page).getByText('Choose what is wrong.').waitFor();
    await dialog(page).getByText('The hours are wrong').click();
    await dialog(page).getByLabel('In your words (optional)').fill('Closed on <b>Mondays</b>');
    expect(await violations(page, '.tell')).toEqual([]);

    await page.route('**/graphql', (route) => route.fulfill({ status: 503, body: 'busy' }));
    await dialog(page).getByRole('button', { name: 'Send' }).click();
    await dialog(page).getByRole('alert').getByText('It was not sent.').waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await expect.poll(() => tell.evaluate((button) => button === document.activeElement)).toBe(true);

    await page.unroute('**/graphql');
    await tell.click();
    await expect
      .poll(() => dialog(page).getByLabel('In your words (optional)').inputValue())
      .toBe('Closed on <b>Mondays</b>');
    expect(await dialog(page).getByRole('radio', { name: 'The hours are wrong' }).isChecked()).toBe(true);
    await dialog(page).getByLabel('E-mail for an answer (optional)').fill('nobody');
    await dialog(page).getByRole('button', { name: 'Send' }).click();
    await dialog(page).getByText('This is not an e-mail address.').waitFor();
    await dialog(page).getByLabel('E-mail for an answer (optional)').fill('');
    await dialog(page).getByRole('button', { name: 'Send' }).click();
    await dialog(page).getByText('Somebody will look at it.').waitFor();
    await dialog(page).getByRole('button', { name: 'Close' }).last().click();
    await tell.click();
    expect(await dialog(page).getByLabel('In your words (optional)').inputValue()).toBe('');
  });
});

it('prints the place alone, in ink', async () => {
  const { page } = await openShop({ ...desktop, colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const place = article(page);
  expect(await place.getByText('Annankatu 19').isVisible()).toBe(true);
  expect(await place.getByText(/^As of .*place=fillarikellari-helsinki$/).isVisible()).toBe(true);
  for (const hidden of ['.top', '.found', '.map', '.detail .ways', '.detail .last'])
    expect(await page.locator(hidden).first().isVisible()).toBe(false);
  expect(await place.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(59, 71, 64)');
});

it('says of a place that is not there that it is not, and leads back', async () => {
  const { page } = await open('/?lang=en&place=no-such-place#14/43.7731/11.2558');
  await article(page).getByRole('heading', { name: 'This place is not here.' }).waitFor();
  await article(page).getByRole('button', { name: 'Back to the list' }).click();
  await article(page).waitFor({ state: 'detached' });
});

it('takes what is missing somewhere, from a search that found nothing', async () => {
  const { page } = await open('/?lang=en&objects=shoes#13/47.5/14.5', {
    ...desktop,
    extraHTTPHeaders: { 'x-forwarded-for': '192.0.2.32' },
  });
  await page.getByRole('button', { name: /^Tell us what is missing/ }).click();
  await expect.poll(() => dialog(page).getByLabel('What did you look for?').inputValue()).toMatch(/shoes/i);
  await dialog(page).getByRole('button', { name: 'Send' }).click();
  await dialog(page).getByText('It shows those who plan services').waitFor();
});
