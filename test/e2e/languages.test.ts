import { expect, it } from 'vitest';
import { browser } from '../support/browser.ts';
import { desktop } from '../support/browser-options.ts';

const { open } = browser();

it('changes the language in place: the question, the place and the map stay, and going back keeps the words', async () => {
  const { page, problems } = await open('/?lang=en&categories=share#14/43.7731/11.2558');
  await page.locator('.rows .row').first().waitFor();
  await page.locator('.rows .row').first().click();
  const name = page.getByRole('article').getByRole('heading', { level: 1 });
  await name.waitFor();
  const before = new URL(page.url());
  const place = await name.textContent();

  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitemradio', { name: 'Čeština' }).click();
  await page.getByRole('button', { name: 'Nabídka' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('cs');
  expect(await name.textContent()).toBe(place);
  const after = new URL(page.url());
  expect(after.hash).toBe(before.hash);
  before.searchParams.set('lang', 'cs');
  expect(Object.fromEntries(after.searchParams)).toEqual(Object.fromEntries(before.searchParams));
  // The words of the field come from the API in the same language.
  await page.getByRole('button', { name: /^Půjčit si/, pressed: true }).waitFor();
  await page.locator('.results [role=status]', { hasText: /míst/ }).waitFor();

  await page.goBack();
  await page.getByRole('article').waitFor({ state: 'detached' });
  expect(await page.locator('html').getAttribute('lang')).toBe('cs');
  await expect.poll(() => new URL(page.url()).searchParams.get('lang')).toBe('cs');
  expect(problems).toEqual([]);
});

it('follows the browser when the address names no language', async () => {
  const { page } = await open('/', { ...desktop, locale: 'bg-BG' });
  await page.getByRole('combobox', { name: 'Какво ще правите?' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('bg');
});
