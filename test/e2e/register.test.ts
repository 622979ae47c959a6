import type { BrowserContext, Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { browser } from '../support/browser.ts';
import { phone } from '../support/browser-options.ts';
import { lettersTo, letterTo } from '../support/people.ts';
import { tellDatabase } from '../support/web-database.ts';

const { open } = browser();
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const part = (page: Page, title: string) => page.getByRole('heading', { level: 2, name: title, exact: true }).waitFor();
const next = (page: Page) => page.getByRole('button', { name: /^Next: / }).click();

/** Signs the browser in by a mailed link, as somebody whose places need no moderator. */
async function signIn(context: BrowserContext, email: string) {
  const dataDir = inject('dataDir');
  const origin = inject('address');
  const before = lettersTo({ dataDir }, email).length;
  const asked = await context.request.post('/api/auth/sign-in/magic-link', {
    data: { email, name: 'Synthetic', callbackURL: '/' },
    headers: { origin },
  });
  expect(asked.status()).toBe(200);
  const { link } = await letterTo({ dataDir }, email, before + 1);
  expect((await context.request.get(link)).status()).toBe(200);
  await tellDatabase(
    `insert into review (listing_id, person_id, kind, decision, resolved_at)
     select listing.id, person.id, 'NEW_LISTING', 'APPROVED', now()
     from person, (select id from listing where not exists (select from review where listing_id = listing.id) limit 5) listing where email = $1`,
    [email],
  );
}

it('a place is typed, lost with its tab, found again, mended, sent, and on the map', { timeout: 300_000 }, async () => {
  const name = 'Officina sintetica del ponte';
  const { page: first } = await open('/places/new?lang=en', phone);
  const context = first.context();
  const found: string[] = [];
  const look = async (page: Page, state: string) => {
    found.push(...(await violations(page)).map((violation) => `${state}: ${violation}`));
  };

  await part(first, 'What is it?');
  await field(first, 'Name').fill(name);
  await field(first, 'Kind of place').selectOption('bicycle-repair');
  await look(first, 'what');
  await next(first);
  await part(first, 'Where is it?');
  await field(first, 'Coordinates or a link to a map (optional)').fill('geo:43.7611,11.2611');
  await first.getByText('The pin is at 43.76110, 11.26110.').waitFor();
  await expect.poll(() => field(first, 'Country').inputValue()).toBe('IT');
  await field(first, 'Street').fill('Via Sintetica');
  await look(first, 'where');
  await next(first);
  await part(first, 'What can people do there?');
  await button(first, 'Repair').click();
  await first.getByRole('combobox', { name: 'With which things' }).fill('bicy');
  await first.getByRole('option', { name: 'bicycle', exact: true }).waitFor();
  await first.keyboard.press('ArrowDown');
  await first.keyboard.press('Enter');
  await button(first, 'Remove bicycle').waitFor();
  await field(first, 'Price').selectOption('PAID');
  await field(first, 'Price from').fill('12,50');
  await look(first, 'offers');
  await next(first);
  await part(first, 'When can people come?');
  await field(first, 'Hours by day').check();
  await button(first, 'Friday').click();
  await button(first, 'Again after a break').click();
  await field(first, 'From').nth(1).fill('20:00');
  await field(first, 'To').nth(1).fill('01:00');
  await first.getByText('Mo-Th 09:00-18:00,20:00-01:00', { exact: true }).waitFor();
  await look(first, 'hours');
  await first.getByText('Saved on this device').waitFor({ state: 'attached' });
  await first.close();

  const page = await context.newPage();
  await page.goto('/places/new?lang=en');
  await page.getByText(/^Your draft of .+ is back\./).waitFor();
  await part(page, 'When can people come?');
  await page.getByText('Mo-Th 09:00-18:00,20:00-01:00', { exact: true }).waitFor();
  await next(page);
  await part(page, 'How do people reach it and get in?');
  await field(page, 'Phone').fill('call me');
  await look(page, 'contact');
  await next(page);
  await part(page, 'What should people know?');
  await field(page, 'Description (English)').fill('Synthetic bicycles are mended here.');
  await look(page, 'about');
  await next(page);
  await part(page, 'Is everything right?');
  const signInLink = page.getByRole('link', { name: 'Sign in' });
  expect(new URL((await signInLink.getAttribute('href')) ?? '', inject('address')).pathname).toBe('/sign-in');
  await look(page, 'review');

  await signIn(context, 'rosa@synthetic.example');
  await page.reload();
  await part(page, 'Is everything right?');
  // Without an answer nothing is lost.
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('mutation CreateListing') ? route.abort() : route.continue(),
  );
  await button(page, 'Send').click();
  await page.getByText('No connection. What you typed is kept').waitFor();
  await page.unroute('**/graphql');
  // What the API refuses stands in its field, and the way there in a list.
  await button(page, 'Send').click();
  await page.getByRole('heading', { name: '1 thing needs mending' }).waitFor();
  await look(page, 'faults');
  await page.getByRole('link', { name: /^Contact: Write digits/ }).click();
  expect(await field(page, 'Phone').evaluate((input) => input === document.activeElement)).toBe(true);
  expect(await field(page, 'Phone').getAttribute('aria-invalid')).toBe('true');
  await field(page, 'Phone').fill('+39 055 5550100');
  await button(page, /^7 Check and send/).click();
  await button(page, 'Send').click();
  await page.getByRole('heading', { name: 'It is on the map' }).waitFor();
  await look(page, 'done');
  expect(await page.evaluate(() => localStorage.getItem('ricircolo:draft:new'))).toBeNull();

  await page.getByRole('link', { name: 'See the place' }).click();
  const place = page.getByRole('article');
  await place.getByRole('heading', { level: 1, name }).waitFor();
  await place.getByText('Synthetic bicycles are mended here.').waitFor();
  await page.goto(`/?lang=en&text=${encodeURIComponent(name)}#16/43.7611/11.2611`);
  await page.locator('.rows .row', { hasText: name }).waitFor({ state: 'attached' });
  const tile = await (await fetch(`${inject('address')}/tiles/listings/16/${tileOf(11.2611, 43.7611)}.mvt`)).text();
  expect(tile).toContain(name);
  expect(found).toEqual([]);
});

/** Column and row at zoom 16. */
function tileOf(lon: number, lat: number): string {
  const y = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  return [lon / 360 + 0.5, 0.5 - y / (2 * Math.PI)].map((share) => Math.floor(share * 2 ** 16)).join('/');
}

it('two who change the same place at once see both, and nothing is lost', async () => {
  const { page: mine } = await open('about:blank', phone);
  const context = mine.context();
  await signIn(context, 'remo@synthetic.example');
  // No other journey looks at this place, whose name changes here.
  const edit = '/places/bibliotheque-princesse-caroline/edit?lang=en';
  const theirs = await context.newPage();
  const { page: visitors } = await open('about:blank', phone);
  for (const page of [mine, theirs, visitors]) {
    await page.goto(edit);
    await part(page, 'What is it?');
  }
  // Somebody without an account begins now, and goes on after the others.
  await button(visitors, /^5 Contact/).click();
  await field(visitors, 'Phone').fill('+39 055 5550100');
  await visitors.goto('about:blank');
  await field(theirs, 'Name').fill('Biblioteca sintetica');
  await button(theirs, /^6 Description/).click();
  await field(theirs, 'Labels and certificates').fill('quiet');
  await button(theirs, /^7 Check and send/).click();
  await button(theirs, 'Send').click();
  await theirs.getByRole('heading', { name: 'It is on the map' }).waitFor();

  await visitors.goto(edit);
  await visitors.getByText(/^Your draft of .+ is back\./).waitFor();
  await button(visitors, /^7 Check and send/).click();
  await field(visitors, 'Your e-mail').fill('returning@synthetic.example');
  const sending = visitors.waitForRequest((request) => request.postData()?.includes('suggestChange') ?? false);
  await button(visitors, 'Send without an account').click();
  expect((await sending).postDataJSON().variables.input).toEqual({ phone: '+39 055 5550100' });
  await visitors.getByText('A letter is on its way to returning@synthetic.example').waitFor();

  await field(mine, 'Name').fill('Biblioteca provata');
  await button(mine, /^5 Contact/).click();
  await field(mine, 'Phone').fill('+39 055 5550199');
  await button(mine, /^7 Check and send/).click();
  await button(mine, 'Send').click();
  await mine.getByRole('heading', { name: 'Somebody changed this place meanwhile' }).waitFor();
  expect(await violations(mine)).toEqual([]);
  await mine.getByText('Biblioteca provata').waitFor();
  await mine.getByLabel('What is there now').check();
  await button(mine, 'Go on with these').click();
  await part(mine, 'Is everything right?');
  await mine.getByText('quiet', { exact: true }).waitFor();
  await button(mine, 'Send').click();
  await mine.getByRole('heading', { name: 'It is on the map' }).waitFor();
  await mine.getByRole('link', { name: 'See the place' }).click();
  const place = mine.getByRole('article');
  await place.getByRole('heading', { level: 1, name: 'Biblioteca sintetica' }).waitFor();
  await place.getByText('+39 055 5550199').waitFor();
});
