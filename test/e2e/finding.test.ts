import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { normalizeText } from '../../api/platform/text.ts';
import { browser } from '../support/browser.ts';
import { desktop, phone } from '../support/browser-options.ts';
import { lahtiStation } from '../support/web-server.ts';

const { open } = browser();

const firenze = '/?lang=en#14/43.7731/11.2558';
/** Helsinki's central station, around which the demonstration has repairers with hours. */
const station = { longitude: 24.9414, latitude: 60.1719 };

const rows = (page: Page) => page.locator('.rows .row');
const status = (page: Page) => page.locator('.results h2 [role=status]');
const what = (page: Page) => page.getByRole('combobox', { name: 'What do you want to do?' });
const thing = (page: Page) => page.getByRole('combobox', { name: 'with what?' });
const where = (page: Page) => page.getByRole('combobox', { name: 'Where', exact: true });
const settled = (page: Page) => page.locator('.results[aria-busy=false]').waitFor();
const query = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

/** The suggestion that an arrow down leads to. */
const first = (page: Page) => page.getByRole('option').first().textContent();

/** Names in the list, once it has an answer. */
async function names(page: Page): Promise<string[]> {
  await settled(page);
  await rows(page).first().waitFor();
  return rows(page).locator('.name').allTextContents();
}

/** The next Wednesday but a week, so that it is to come wherever the test runs. */
function wednesday(): string {
  const day = new Date(Date.now() + 7 * 86_400_000);
  day.setUTCDate(day.getUTCDate() + ((3 - day.getUTCDay() + 7) % 7));
  return day.toISOString().slice(0, 10);
}

it('finds who repairs shoes near a station and is open on Wednesday at noon; in two languages, and for a friend', async () => {
  const { page, problems } = await open('/?lang=en', {
    ...desktop,
    permissions: ['geolocation'],
    geolocation: station,
  });
  await page.getByRole('button', { name: 'Show where I am' }).click();
  await expect.poll(() => query(page).near).toBe('24.94140,60.17190');
  await what(page).click();
  await page.getByRole('option', { name: 'Repair', exact: true }).click();
  await thing(page).fill('scarpe');
  await page.getByRole('option', { name: /shoes/ }).first().click();
  await page.getByRole('button', { name: 'Another time' }).click();
  await page.getByText('(Europe/Helsinki)').waitFor();
  await page.getByLabel('Day', { exact: true }).fill(wednesday());
  await page.getByLabel('Time', { exact: true }).fill('12:00');
  await page.getByRole('button', { name: 'Show what is open then' }).click();
  await expect.poll(() => query(page)).toMatchObject({ actions: 'REPAIR', objects: 'shoes', radius: '2000' });
  expect(query(page).openAt).toMatch(new RegExp(`^${wednesday()}T12:00:00\\+0[23]:00$`));
  const found = await names(page);
  expect(found).toContain('Mister Minit');
  expect(await rows(page).locator('.state').allTextContents()).toEqual(found.map(() => expect.stringMatching(/^Open/)));

  const before = query(page);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitemradio', { name: 'Suomi' }).click();
  await page.locator('html[lang=fi]').waitFor();
  expect(query(page)).toEqual({ ...before, lang: 'fi' });
  expect(await names(page)).toEqual(found);

  const { page: friend } = await open(page.url(), { ...desktop, locale: 'it-IT', timezoneId: 'America/New_York' });
  expect(await names(friend)).toEqual(found);
  expect(problems).toEqual([]);
});

it('finds who repairs a toaster near a station now, from the word in another language', async () => {
  const { page } = await open('/?lang=en', {
    ...phone,
    permissions: ['geolocation'],
    geolocation: lahtiStation,
  });
  await page.getByRole('button', { name: 'Show where I am' }).click();
  await expect.poll(() => query(page).near).toBe('25.65770,60.97670');
  await what(page).fill('tostapane');
  await page
    .getByRole('option', { name: /toaster/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Open now' }).click();
  await expect.poll(() => query(page)).toMatchObject({ objects: 'toaster', openNow: 'true', radius: '2000' });
  expect(await names(page)).toEqual(['Synthetic repairer of toasters']);
  expect(await rows(page).locator('.state').textContent()).toBe('Always open');
  await rows(page).first().click();
  await page.getByRole('heading', { level: 1, name: 'Synthetic repairer of toasters' }).waitFor();
  await page.getByRole('button', { name: 'Directions' }).click();
  await page.getByRole('menuitem', { name: /OpenStreetMap/ }).waitFor();
});

it('widens honestly where nobody repairs a toaster, and each way on leads on', async () => {
  const { page } = await open(
    '/?lang=en&actions=REPAIR&objects=toaster&near=24.9414,60.1719&radius=2000#14/60.1719/24.9414',
  );
  await page.getByRole('heading', { name: 'Nothing found within 2 km.' }).waitFor();
  await page.getByRole('button', { name: /^Ask .+they may know$/ }).waitFor();
  await page.getByRole('button', { name: /^Tell us what is missing here/ }).click();
  const dialog = page.getByRole('dialog');
  await expect.poll(() => dialog.getByRole('textbox').first().inputValue()).toMatch(/Repair · toaster/);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  const clear = page.getByRole('button', { name: /^Clear the filters\s*\d+ places$/ });
  const promised = ((await clear.textContent()) ?? '').match(/\d+/)?.[0];
  await clear.click();
  await rows(page).first().waitFor();
  await expect.poll(() => status(page).textContent()).toMatch(new RegExp(`^${promised} places`));
});

it('says how many hours are not known, and shows those too', async () => {
  const { page } = await open('/?lang=en&openNow=true&near=24.9414,60.1719&radius=2000#14/60.1719/24.9414');
  const note = page.getByText(/^\d+ open, \d+ not known$/);
  const both = page.getByRole('checkbox', { name: 'Show those too' });
  // At night in Helsinki nothing but the unknown may be left.
  await note.or(page.getByRole('button', { name: /^Also where hours are not known/ })).waitFor();
  if (await both.isVisible()) await both.check();
  else await page.getByRole('button', { name: /^Also where hours are not known/ }).click();
  await expect.poll(() => query(page).includeUnknownHours).toBe('true');
  await expect.poll(() => note.textContent()).not.toBeNull();
  const [known, unknown] = ((await note.textContent()) ?? '').match(/\d+/g) ?? [];
  await expect.poll(() => status(page).textContent()).toMatch(new RegExp(`^${Number(known) + Number(unknown)} places`));
});

it('shows how much of the whole is listed, and the rest page by page, by keyboard', async () => {
  const { page } = await open(firenze);
  await rows(page).first().waitFor();
  await page.getByText(/^Showing 20 of \d+$/).waitFor();
  await page.getByRole('button', { name: 'Show more' }).press('Enter');
  await page.getByText(/^Showing 40 of \d+$/).waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement === document.querySelectorAll('.rows .row')[20]))
    .toBe(true);
  await page.getByRole('combobox', { name: 'Order' }).selectOption('A to Z');
  await expect.poll(() => query(page).order).toBe('NAME');
  await page.getByText(/^Showing 20 of \d+$/).waitFor();
  const sorted = (await names(page)).map(normalizeText);
  expect(sorted).toEqual(sorted.toSorted());
});

it('searches where the map was moved when told to, and goes back through filters but not through moves', async () => {
  const { page } = await open(firenze);
  await rows(page).first().waitFor();
  await page.getByRole('button', { name: /All filters/ }).click();
  await page.getByRole('button', { name: 'Search as the map moves' }).click();
  await page.keyboard.press('Escape');
  const before = await status(page).textContent();
  await page.getByRole('button', { name: 'Free', exact: true }).click();
  await expect.poll(() => query(page).free).toBe('true');
  for (let step = 0; step < 2; step++) {
    const camera = new URL(page.url()).hash;
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(() => new URL(page.url()).hash).not.toBe(camera);
  }
  await page.getByRole('button', { name: 'Free', exact: true }).click();
  await expect.poll(() => status(page).textContent()).toBe(before);
  await page.getByRole('button', { name: 'Search this area' }).click();
  await expect.poll(() => status(page).textContent()).not.toBe(before);
  await page.getByRole('button', { name: 'Search this area' }).waitFor({ state: 'detached' });
  await page.goBack();
  await expect.poll(() => query(page).free).toBe('true');
  await page.goBack();
  await expect.poll(() => query(page).free).toBeUndefined();
  await expect.poll(() => status(page).textContent()).toBe(before);
  await page.goForward();
  await expect.poll(() => query(page).free).toBe('true');
});

it('opens what can be understood of a bad address, and says what was left out', async () => {
  const { page } = await open('/?lang=xx&categories=wings,repair&actions=FLY&objects=unicorn#14/43.7731/11.2558');
  const line = page.locator('.problem[role=status]');
  await expect.poll(() => line.textContent()).toMatch(/“FLY”.*“xx”.*“wings”.*“unicorn”/);
  await expect.poll(() => query(page)).toEqual({ categories: 'repair' });
  await rows(page).first().waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  await line.getByRole('button', { name: 'Close' }).click();
  await line.waitFor({ state: 'detached' });
  await page.goto('/?lang=en&openAt=2020-01-01T10:00:00Z&near=x&order=COLOUR#99/1/1');
  await expect.poll(() => line.textContent()).toMatch(/^The hour this link asks about is over.*“x”.*“COLOUR”.*“#99/);
  await rows(page).first().waitFor();
});

it('loses no filter and no word while the network fails, and recovers when asked', async () => {
  const { page } = await open('about:blank');
  await page.route('**/graphql', (route) => route.fulfill({ status: 500, body: 'broken' }));
  await page.route('**/tiles/**', (route) => route.fulfill({ status: 500, body: 'broken' }));
  await page.goto('/?lang=en&categories=repair&openNow=true&includeUnknownHours=true#14/43.7731/11.2558');
  await page.getByText('The list did not load.').waitFor();
  await what(page).fill('tostapane');
  await page.getByText(/^Suggestions did not load/).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  expect(await page.locator('#search').inputValue()).toBe('tostapane');
  await page.unroute('**/graphql');
  await page.unroute('**/tiles/**');
  await page.locator('.results').getByRole('button', { name: 'Try again' }).click();
  await rows(page).first().waitFor();
  await page.getByRole('button', { name: /^Repair/, pressed: true }).waitFor();
  expect(query(page)).toEqual({ lang: 'en', categories: 'repair', openNow: 'true', includeUnknownHours: 'true' });
});

describe('by keyboard alone', () => {
  it('asks for an action and a thing, in a town, and opens a place', async () => {
    const { page } = await open('/?lang=en');
    await settled(page);
    await what(page).focus();
    await page.getByRole('option', { name: 'Borrow', exact: true }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => query(page).actions).toBe('BORROW');
    await thing(page).focus();
    await page.keyboard.type('libro');
    await expect.poll(() => first(page)).toMatch(/^book/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => query(page).objects).toBe('book');
    await where(page).focus();
    await page.keyboard.type('Firenze');
    await expect.poll(() => first(page)).toMatch(/^(Florence|Firenze)/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => query(page).near).toMatch(/^11\.\d+,43\.\d+$/);
    await names(page);
    await rows(page).first().press('Enter');
    await page.getByRole('article').getByRole('heading', { level: 1 }).waitFor();
  });
});

it('leads from a refused position to a town, on a narrow phone too', async () => {
  const narrow = { ...phone, viewport: { width: 320, height: 640 }, permissions: [] };
  const { page } = await open(firenze, narrow);
  await rows(page).first().waitFor();
  await page.getByRole('button', { name: 'Show where I am' }).click();
  await page.getByRole('alert').getByRole('button', { name: 'Type a town' }).click();
  await expect.poll(() => where(page).evaluate((input) => input === document.activeElement)).toBe(true);
  await where(page).fill('Helsinki');
  await page
    .getByRole('option', { name: /^Helsinki/ })
    .first()
    .click();
  await expect.poll(() => query(page).nearName).toBe('Helsinki');
  await page.getByRole('button', { name: /^How far|within/ }).waitFor();
  await rows(page).first().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
