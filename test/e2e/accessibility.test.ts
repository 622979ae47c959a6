import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { appPaths } from '../../web/app/paths.ts';
import { violations } from '../support/axe.ts';
import { browser } from '../support/browser.ts';
import { desktop, phone } from '../support/browser-options.ts';

const { open } = browser();

const firenze = '/?lang=en#14/43.7731/11.2558';
const rows = (page: Page) => page.locator('.rows .row');
/** A list whose answer is on its way is shown paler for that moment; wait for the answer. */
const settled = async (page: Page) => {
  await rows(page).first().waitFor();
  await page.locator('.results[aria-busy=false]').waitFor();
};
/** Pages that lead whoever has not signed in to where one does. */
const leadsAway = ['/account', '/organizations/new', '/moderation'];
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim());

/** Every state that the search page can be in, each reached from the one before. */
const states: [name: string, reach: (page: Page) => Promise<unknown>][] = [
  ['the start', settled],
  [
    'results',
    async (page) => {
      await page.goto('about:blank'); // another view alone would be no other page
      await page.goto(firenze);
      await settled(page);
    },
  ],
  [
    'suggestions, without the map',
    async (page) => {
      // From here on the list stands alone, as it must, and the browser need not draw.
      await page.route(/\/assets\/engine-/, (route) => route.abort());
      await page.goto(firenze);
      await settled(page);
      await page.getByRole('combobox', { name: 'What do you want to do?' }).fill('toaster');
      await page.getByRole('option').first().waitFor();
    },
  ],
  [
    'the menu',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Menu' }).click();
      await page.getByRole('menuitemradio', { name: 'English' }).waitFor();
    },
  ],
  [
    'all filters',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /All filters/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  ],
  [
    'a place',
    async (page) => {
      await page.keyboard.press('Escape');
      await rows(page).first().click();
      await page.getByRole('article').getByRole('heading', { level: 1 }).waitFor();
    },
  ],
  [
    'what is wrong',
    async (page) => {
      await page.getByRole('button', { name: 'Something is wrong' }).click();
      await page.getByRole('dialog').waitFor();
    },
  ],
  [
    'no place',
    async (page) => {
      await page.goto('/?lang=en&place=no-such-place');
      await page.getByText('This place is not here.').waitFor();
    },
  ],
  [
    'nothing found',
    async (page) => {
      await page.goto('/?lang=en&objects=shoes#13/47.5/14.5');
      await page.getByText('Nothing found in this part of the map.').waitFor();
    },
  ],
  [
    'an error',
    async (page) => {
      await page.route('**/graphql', (route) => route.fulfill({ json: { errors: [{ message: 'broken' }] } }));
      await page.goto('/?lang=en#12/45.07/7.69');
      await page.getByText('The list did not load.').waitFor();
    },
  ],
];

describe.each([
  ['desktop', desktop],
  ['phone', phone],
] as const)('on a %s', (_, device) => {
  it('every state of the search is named and readable, in light and dark', { timeout: 480_000 }, async () => {
    const { page } = await open('/?lang=en', device);
    const found: string[] = [];
    for (const [name, reach] of states) {
      await reach(page);
      found.push(...(await violations(page)).map((violation) => `${name}: ${violation}`));
    }
    expect(found).toEqual([]);
  });

  it('every plain page is named and readable, in light and dark', { timeout: 240_000 }, async () => {
    const { page } = await open('about:blank', device);
    const found: string[] = [];
    for (const path of appPaths.filter((each) => !leadsAway.includes(each))) {
      await page.goto(`${path}?lang=en`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      found.push(...(await violations(page)).map((violation) => `${path}: ${violation}`));
    }
    expect(found).toEqual([]);
  });
});

it('can be used by keyboard alone: asked, narrowed, read and left, with the focus where it was', async () => {
  const { page } = await open('about:blank');
  await page.route(/\/assets\/engine-/, (route) => route.abort());
  await page.goto(firenze);
  await rows(page).first().waitFor();
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Skip to the search');
  await page.keyboard.press('Enter');
  await page.keyboard.type('bicycle repair');
  const repair = page.getByRole('option').filter({ hasText: /^Bicycle repair\s*Repair/ });
  await repair.waitFor();
  // Arrows walk the suggestions until the kind of place is the active one.
  await expect
    .poll(async () => {
      if ((await repair.getAttribute('data-focused')) !== null) return true;
      await page.keyboard.press('ArrowDown');
      return false;
    })
    .toBe(true);
  await page.keyboard.press('Enter');
  await page.locator('.results[aria-busy=false]').waitFor();
  await expect.poll(() => new URL(page.url()).search).toMatch(/categories=bicycle-repair/);

  // The second of the links at the top of the page.
  await page.getByRole('button', { name: 'Skip to the list' }).focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('#results').evaluate((list) => list === document.activeElement)).toBe(true);
  const first = rows(page).first();
  await first.waitFor();
  await expect
    .poll(async () => {
      if (await first.evaluate((row) => row === document.activeElement)) return true;
      await page.keyboard.press('Tab');
      return false;
    })
    .toBe(true);
  const name = await first.locator('.name').textContent();
  await page.keyboard.press('Enter');
  const heading = page.getByRole('article').getByRole('heading', { level: 1 });
  await heading.waitFor();
  // Who came by keyboard stands at the place, and after leaving it again at its row.
  await expect.poll(() => focused(page)).toBe(name);
  await page.keyboard.press('Escape');
  await heading.waitFor({ state: 'detached' });
  await expect.poll(() => focused(page)).toContain(name);
});

it('fits 320 pixels with the spacing that a reader may ask for', async () => {
  const { page } = await open('about:blank', { ...phone, viewport: { width: 320, height: 640 } });
  await page.route(/\/assets\/engine-/, (route) => route.abort());
  await page.goto(firenze);
  await rows(page).first().waitFor();
  // As a reader's own style sheet does; a <style> element would be refused by the policy.
  const space = () =>
    page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
      );
      document.adoptedStyleSheets = [sheet];
    });
  await space();
  const sideways = () =>
    page.evaluate(() => {
      const wide = [...document.querySelectorAll('.rows .row, .results header, .detail, .plain-page')];
      const beyond = wide.filter((element) => element.scrollWidth > element.clientWidth + 1);
      return [document.documentElement.scrollWidth > window.innerWidth, beyond.map(({ className }) => className)];
    });
  expect(await sideways()).toEqual([false, []]);
  await rows(page).first().click();
  await page.getByRole('article').getByRole('heading', { level: 1 }).waitFor();
  expect(await sideways()).toEqual([false, []]);
  await page.goto('/accessibility?lang=fi');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await space();
  expect(await sideways()).toEqual([false, []]);
});
