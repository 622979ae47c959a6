import type { Page, Route } from 'playwright-core';
import { expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { browser } from '../support/browser.ts';
import { phone } from '../support/browser-options.ts';
import { picture } from '../support/pictures.ts';

const { open } = browser();
const oblate = '/listings/biblioteca-delle-oblate?lang=en';

/** Answers one operation of GraphQL in the server's stead: what the demonstration has no rows for. */
async function answer(page: Page, operation: string, data: (variables: Record<string, unknown>) => unknown) {
  await page.route('**/graphql', async (route: Route) => {
    const asked = route.request().postDataJSON();
    if (asked?.operationName !== operation) return route.fallback();
    return route.fulfill({ json: { data: data(asked.variables) } });
  });
}

it('shows photos of a place with their words, credit and licence, and nothing moves when they come', async () => {
  const { page } = await open('about:blank', phone);
  const file = await picture(400, 300).webp().toBuffer();
  await page.route('**/photos/*', (route) => route.fulfill({ body: file, contentType: 'image/webp' }));
  const photo = (id: number, alt: string | null) => ({
    __typename: 'Photo',
    id: `photo ${id}`,
    width: 1600,
    height: 1200,
    alt,
    altLanguage: alt && 'IT',
    credit: 'Ada Synthetic',
    licence: 'CC-BY-4.0',
    hidden: false,
    urls: [400, 800, 1600].map((width) => ({ __typename: 'PhotoFile', path: `/photos/${id}-${width}.webp`, width })),
  });
  await answer(page, 'PlacePhotos', () => ({
    listing: {
      __typename: 'Listing',
      websiteGoneSince: null,
      photos: [photo(1, 'Il banco della biblioteca'), photo(2, null)],
    },
  }));
  await page.goto(oblate);
  const photos = page.getByRole('list', { name: 'Photos' });
  await photos.getByRole('img', { name: 'Il banco della biblioteca' }).waitFor();
  expect(await photos.getByRole('img').count()).toBe(2);
  await photos.getByRole('img', { name: 'Photo of Biblioteca delle Oblate' }).waitFor();
  const box = await photos.getByRole('img').first().boundingBox();
  expect([box?.width, box?.height]).toEqual([240, 180]);
  expect(await photos.getByRole('listitem').first().textContent()).toBe('Ada Synthetic, CC-BY-4.0');
  const link = photos.getByRole('link').first();
  await link.focus();
  expect(await link.getAttribute('href')).toBe('/photos/1-1600.webp');
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  expect(await violations(page)).toEqual([]);
});

it('lists what needs a look near a town, and takes what somebody found', async () => {
  const { page, problems, outside } = await open('/worklist?lang=en', phone);
  await page.getByLabel('Town or street').fill('Firenze');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('heading', { name: 'Around Florence' }).waitFor();
  const items = page.getByRole('list', { name: 'Places to check' }).locator('> li');
  await items.first().waitFor();
  expect(await items.count()).toBeGreaterThan(5);
  await items.first().getByText('Never checked on the spot').waitFor();
  expect(new URL(page.url()).searchParams.get('name')).toBe('Florence');
  expect(await violations(page)).toEqual([]);

  await page.reload();
  await items
    .first()
    .getByRole('button', { name: /^Something is wrong: / })
    .click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByLabel('Town or street').fill('Nowheretown-on-Nothing');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByText('We know of no such town or street.').waitFor();
  expect([problems, outside]).toEqual([[], []]);
});

it('asks whether a place is still right, and answers only when a button is pressed', async () => {
  const { page } = await open('/still-right?lang=en&answer=STILL_TRUE#none', phone);
  await page.getByText('This link does not hold any more').waitFor();
  expect(await violations(page)).toEqual([]);

  const given: unknown[] = [];
  await answer(page, 'FreshnessQuestion', () => ({
    freshnessQuestion: {
      __typename: 'Listing',
      id: 'synthetic',
      slug: 'synthetic',
      name: 'Officina sintetica',
      category: { __typename: 'Category', label: 'Repair café' },
      address: null,
    },
  }));
  await answer(page, 'AnswerFreshness', (variables) => {
    given.push(variables);
    return { answerFreshness: { __typename: 'FreshnessAnswered' } };
  });
  await page.goto('about:blank');
  await page.goto('/still-right?lang=en&answer=STILL_TRUE#synthetic-token');
  await page.getByRole('heading', { name: 'Is Officina sintetica still as we show it?' }).waitFor();
  expect(await violations(page)).toEqual([]);
  expect(given).toEqual([]);
  await page.getByRole('button', { name: 'Everything still holds' }).click();
  await page.getByText('People see that this place was checked today.').waitFor();
  expect(given).toEqual([{ token: 'synthetic-token', answer: 'STILL_TRUE' }]);
});
