import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { alteringProxy } from '../support/altering-proxy.ts';
import { browser } from '../support/browser.ts';
import { desktop } from '../support/browser-options.ts';

const { open } = browser();
const installable = { ...desktop, serviceWorkers: 'allow' } as const;
const repairers = '/?lang=en&categories=repair#14/43.7731/11.2558';
const rows = (page: Page) => page.locator('.rows .row');

/** Opens a page and waits until everything that a visit without network needs is kept. */
async function openAndKeep(path: string): Promise<Page> {
  const { page } = await open(path, installable);
  await rows(page).first().waitFor();
  const kept = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      const answers = await Promise.all(
        ['answers-results', 'answers-words', 'basemap'].map(
          async (name) => (await (await caches.open(name)).keys()).length,
        ),
      );
      return registration?.active?.state === 'activated' && answers.every((count) => count > 0);
    });
  await expect.poll(kept, { timeout: 60_000 }).toBe(true); // a hundred files on a busy machine
  return page;
}

it('reloads without a network: the list as it was, its date, and the map of the land', async () => {
  const page = await openAndKeep(repairers);
  const names = await rows(page).locator('.name').allTextContents();
  await page.context().setOffline(true);
  await page.reload();
  await rows(page).first().waitFor();
  expect(await rows(page).locator('.name').allTextContents()).toEqual(names);
  await page.getByText(/^No connection\. Shown as of \d+ \w+, \d\d:\d\d\.$/).waitFor();
  expect(
    await page
      .getByRole('button', { name: /^Repair/ })
      .first()
      .getAttribute('aria-pressed'),
  ).toBe('true');
  await page
    .getByText(/Natural Earth/)
    .first()
    .waitFor();

  // What was never asked is said, and the way back is there.
  await page.getByRole('button', { name: /^Give/ }).first().click();
  await page.getByText('No connection, and this search was not made here before.').waitFor();
  expect(await rows(page).count()).toBe(0);
  await page.getByRole('link', { name: /^Show the last search/ }).click();
  await expect.poll(() => rows(page).locator('.name').allTextContents()).toEqual(names);

  await page.context().setOffline(false);
  await page.getByText(/^No connection/).waitFor({ state: 'detached' });
  await rows(page).first().waitFor();
});

it('installs itself once, also after its worker has taken the page over', async () => {
  const { page } = await open('about:blank', installable);
  await page.addInitScript(() => {
    let installs = 0;
    const { register } = ServiceWorkerContainer.prototype;
    ServiceWorkerContainer.prototype.register = function (...asked) {
      installs += 1;
      Object.assign(window, { installs });
      return register.apply(this, asked);
    };
  });
  await page.goto(repairers);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.getByRole('button', { name: /^Give/ }).first().click();
  await page.waitForURL(/give/);
  await page.locator('.results[aria-busy=false]').waitFor();
  expect(await page.evaluate('installs')).toBe(1);
});

it('reads a place again that was opened before, and says so of one that was not', async () => {
  const page = await openAndKeep(repairers);
  const name = (await rows(page).first().locator('.name').textContent()) ?? '';
  const title = page.getByRole('article').getByRole('heading', { level: 1 });
  await rows(page).first().click();
  await title.getByText(name).waitFor();
  await expect
    .poll(() => page.evaluate(async () => (await (await caches.open('answers-places')).keys()).length))
    .toBe(1);
  await page.context().setOffline(true);
  await page.reload();
  await title.getByText(name).waitFor();
  await page
    .getByRole('article')
    .getByText(/^No connection\. Shown as of/)
    .waitFor();
  await rows(page).nth(1).click();
  await page.getByText('No connection, and this place was not opened here before.').waitFor();
});

it('keeps no answer with errors, and nothing of what is typed', async () => {
  const page = await openAndKeep(repairers);
  await page.getByRole('combobox', { name: 'What do you want to do?' }).fill('bicycle');
  await page.getByRole('option').first().waitFor();
  const answered = page.waitForResponse((response) => response.url().endsWith('/graphql'));
  await page.goto('/?lang=en&actions=NO_SUCH_ACTION#14/43.7731/11.2558');
  await answered;
  const kept = await page.evaluate(async () => {
    const texts = [];
    for (const name of await caches.keys()) {
      if (!name.startsWith('answers-')) continue;
      const cache = await caches.open(name);
      for (const key of await cache.keys()) texts.push((await (await cache.match(key))?.text()) ?? '');
    }
    return texts;
  });
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.filter((text) => /"errors"|"suggest"/.test(text))).toEqual([]);
});

it('says that a new version waits, and takes it without losing what was typed', async () => {
  let version = '';
  const proxy = await alteringProxy(inject('address'), (path, body) =>
    path === '/sw.js' ? Buffer.concat([body, Buffer.from(version)]) : body,
  );
  const page = await openAndKeep(`${proxy.address}${repairers}`);
  version = '// newer';
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  const line = page.getByText('There is a new version.');
  await line.waitFor();
  await page.getByRole('combobox', { name: 'What do you want to do?' }).fill('toas');
  await page.keyboard.press('Escape'); // the suggestions lie over the line
  await Promise.all([page.waitForEvent('load'), page.getByText('Reload', { exact: true }).click()]);
  await expect.poll(() => page.locator('#search').inputValue()).toBe('toas');
  expect(await line.count()).toBe(0);
  await page.close();
  await proxy.close();
});

it('is installable: a manifest in the reader’s language, its icons, and a worker that is never stale', async () => {
  const { page } = await open('/?lang=it#14/43.7731/11.2558');
  await rows(page).first().waitFor();
  const href = (await page.locator('link[rel=manifest]').getAttribute('href')) ?? '';
  const manifest = await (await fetch(new URL(href, inject('address')))).json();
  expect(manifest).toMatchObject({ id: '/', lang: 'it', display: 'standalone' });
  for (const { src, type } of manifest.icons) {
    const icon = await fetch(new URL(src, inject('address')));
    expect([icon.status, icon.headers.get('content-type')]).toEqual([200, type]);
  }
  const worker = await fetch(new URL('/sw.js', inject('address')));
  expect(worker.headers.get('cache-control')).toBe('no-cache');
});
