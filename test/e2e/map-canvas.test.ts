import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { type Insets, type Position, screenPoint } from '../../web/lib/geometry.ts';
import { browser } from '../support/browser.ts';
import { desktop, phone } from '../support/browser-options.ts';

const { open } = browser();
const firenze = { lon: 11.2558, lat: 43.7731, zoom: 16 };
/** Where two places of the demonstration share one position. */
const torino = { lon: 7.632085, lat: 45.05518, zoom: 15 };
const panel: Insets = { left: 416, right: 0, top: 0, bottom: 0 };
const wide = { width: 1440, height: 900 };

type View = Position & { zoom: number };
const address = ({ lon, lat, zoom }: View, query = '') => `/?lang=en${query}#${zoom}/${lat}/${lon}`;
const rows = (page: Page) => page.locator('.rows .row');
/** The map has drawn its first whole picture. */
const drawn = (page: Page) => page.locator('.map[aria-busy=false]').waitFor();
const slugOf = (href: string | null) => new URLSearchParams(href ?? '').get('place') ?? '';

interface Listed {
  slug: string;
  name: string;
  location: Position;
}

/** The places of a view that are of some kinds, the nearest to its middle first. */
async function placesIn({ lon, lat }: View, categories: string[] = []): Promise<Listed[]> {
  const response = await fetch(`${inject('address')}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `query ($near: NearInput!, $where: ListingFilter) {
        listings(near: $near, where: $where, first: 100) { nodes { slug name location { lon lat } } }
      }`,
      variables: { near: { lon, lat, radiusMeters: 800 }, where: categories.length > 0 ? { categories } : {} },
    }),
  });
  return (await response.json()).data.listings.nodes;
}

/** A place whose mark no other one touches, and the pixel of its mark. */
async function standsAlone(view: View, categories: string[] = []) {
  const marks = (await placesIn(view, categories)).map((place) => ({
    ...place,
    at: screenPoint(place.location, view, wide, panel),
  }));
  const alone = marks.find(({ slug, at }) =>
    marks.every((other) => other.slug === slug || Math.hypot(other.at.x - at.x, other.at.y - at.y) > 50),
  );
  if (!alone) throw new Error('No place stands alone.');
  return alone;
}

it('links list and map both ways: a row raises its mark, a mark its row', async () => {
  const { page, problems } = await open(address(firenze));
  await drawn(page);
  const { slug, name, at } = await standsAlone(firenze);
  const row = page.locator(`.rows .row[href$="${encodeURIComponent(slug)}"]`);
  await row.waitFor();
  // What MapLibre moves has no size of its own, and so is never "visible".
  const raised = {
    there: () => page.locator('.pin.hover').filter({ hasText: name }).waitFor({ state: 'attached' }),
    gone: () => page.locator('.pin.hover').waitFor({ state: 'detached' }),
  };

  await page.mouse.move(at.x, at.y);
  await raised.there();
  await expect.poll(() => row.getAttribute('data-raised')).toBe('true');
  await page.mouse.move(700, 5);
  await raised.gone();

  await row.hover();
  await raised.there();
  await page.mouse.move(700, 5);
  await raised.gone();

  // By keyboard: from the list's first row to the one that is meant.
  await page.locator('#results').focus();
  for (let step = 0; step < 25; step++) {
    await page.keyboard.press('Tab');
    if (await row.evaluate((element) => element === document.activeElement)) break;
  }
  await raised.there();

  await page.mouse.click(at.x, at.y);
  await page.getByRole('article').getByRole('heading', { level: 1, name }).waitFor();
  expect(problems).toEqual([]);
});

it('opens a cluster by zooming to where it falls apart', async () => {
  const europe = { lon: 11.2558, lat: 43.7731, zoom: 9 };
  const { page } = await open(address(europe));
  await drawn(page);
  const zoom = () => Number(/#([\d.]+)/.exec(page.url())?.[1]);
  const centre = screenPoint(europe, europe, wide, panel);
  // The disc of Firenze lies near its middle; a search around it finds where.
  for (let ring = 0; ring < 12 && zoom() === europe.zoom; ring++) {
    const angle = ring * 0.9;
    await page.mouse.move(centre.x + ring * 5 * Math.cos(angle), centre.y + ring * 5 * Math.sin(angle));
    await page.waitForFunction(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))),
    );
    const pointed = await page.locator('.map canvas').evaluate((canvas) => (canvas as HTMLElement).style.cursor);
    if (pointed !== 'pointer') continue;
    await page.mouse.down();
    await page.mouse.up();
    await expect.poll(zoom).toBeGreaterThan(europe.zoom);
  }
  expect(zoom()).toBeGreaterThan(europe.zoom);
});

it('lists the places of one spot, by pointer and by keyboard, and gives the focus back', async () => {
  const { page } = await open(address(torino));
  await drawn(page);
  const list = page.getByRole('dialog', { name: '2 places at this spot' });
  const { x, y } = screenPoint(torino, torino, wide, panel);
  await page.mouse.click(x, y);
  await list.waitFor();
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });

  await page.locator('.map canvas').focus();
  await page.keyboard.press('Enter');
  await list.waitFor();
  const names = await list.getByRole('button').locator('b').allTextContents();
  expect(names.length).toBe(2);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page
    .getByRole('article')
    .getByRole('heading', { level: 1, name: names[1] ?? '' })
    .waitFor();
  expect(await list.count()).toBe(0);

  await page.locator('.map canvas').focus();
  await page.keyboard.press('Enter');
  await list.waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('CANVAS');
});

it('keeps the chosen place in sight beside the panel, and above the sheet', async () => {
  const [place] = await placesIn(firenze);
  const west = { ...firenze, lon: (place?.location.lon ?? 0) + 0.006 };
  const { page } = await open(address(west, `&place=${place?.slug}`));
  const box = await page.locator('.pin.chosen .disc').boundingBox();
  const detail = await page.locator('.detail').boundingBox();
  expect(box?.x).toBeGreaterThan((detail?.x ?? 0) + (detail?.width ?? 0));

  const { page: small } = await open(address(west, `&place=${place?.slug}`), phone);
  const disc = small.locator('.pin.chosen .disc');
  await disc.waitFor();
  const inSight = async () => {
    const mark = await disc.boundingBox();
    const sheet = await small.locator('.sheet').boundingBox();
    return mark && sheet && mark.y > 72 && mark.x >= 0 && mark.x < 390 && mark.y + mark.height < sheet.y;
  };
  await expect.poll(inSight).toBe(true);
});

it('moves the sheet by touch and by keyboard, and scrolls its list only when it is full', async () => {
  const { page } = await open(address(firenze), phone);
  await rows(page).first().waitFor();
  // The map starts when nobody has done anything for a while, and holds a browser without a graphics card up.
  await page.locator('.map[aria-busy=false]').waitFor();
  const stop = () => page.locator('.finder').getAttribute('data-stop');
  const handle = page.locator('.handle');
  await handle.focus();
  for (const [key, expected] of [
    ['ArrowUp', 'full'],
    ['ArrowDown', 'half'],
    ['Home', 'peek'],
    ['Enter', 'half'],
  ] as const) {
    await page.keyboard.press(key);
    await expect.poll(stop).toBe(expected);
  }

  const client = await page.context().newCDPSession(page);
  /** A finger that goes from one height to another, slowly enough not to flick. */
  const drag = async (from: number, to: number) => {
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
      client.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: 200, y }] });
    await touch('touchStart', from);
    for (let step = 1; step <= 10; step++) await touch('touchMove', from + ((to - from) * step) / 10);
    // The finger rests before it lets go.
    await page.waitForFunction(() => new Promise((done) => setTimeout(() => done(true), 150)));
    await touch('touchMove', to);
    await touch('touchEnd');
  };
  await drag(700, 390); // by the list
  await expect.poll(stop).toBe('full');
  const scrolled = () => page.locator('.found').evaluate((found) => found.scrollTop);
  await drag(700, 300);
  await expect.poll(scrolled).toBeGreaterThan(100);
  expect(await stop()).toBe('full');
  await page.locator('.found').evaluate((found) => found.scrollTo(0, 0));
  await drag(300, 620); // from the top of the list, down
  await expect.poll(stop).toBe('half');
  const top = (await handle.boundingBox())?.y ?? 0;
  await drag(top + 12, 760);
  await expect.poll(stop).toBe('peek');
  await handle.tap();
  await expect.poll(stop).toBe('half');
});

it('says that a browser without WebGL has no map, and everything else goes on', async () => {
  const { page, problems } = await open('about:blank');
  await page.addInitScript(() => {
    const getContext = HTMLCanvasElement.prototype.getContext;
    Object.assign(HTMLCanvasElement.prototype, {
      getContext(this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind.startsWith('webgl') ? null : Reflect.apply(getContext, this, [kind, ...rest]);
      },
    });
  });
  await page.goto(address(firenze));
  await page.getByText('This browser cannot draw the map. The list works.').waitFor();
  await page.getByRole('button', { name: 'Zoom out' }).click();
  await expect.poll(() => page.url()).toContain('#15/');
  await rows(page).first().click();
  await page.getByRole('article').getByRole('heading', { level: 1 }).waitFor();
  expect(problems).toEqual([]);
});

it('draws on after the graphics card has taken its memory back for a while', async () => {
  const { page } = await open(address(firenze));
  await drawn(page);
  const lose = () =>
    page.locator('.map canvas').evaluate((canvas) => {
      const extension = (canvas as HTMLCanvasElement).getContext('webgl2')?.getExtension('WEBGL_lose_context');
      extension?.loseContext();
      Object.assign(window, { bringBack: () => extension?.restoreContext() });
    });
  await lose();
  await page.getByText(/^The map has stopped/).waitFor();
  await page.evaluate('bringBack()');
  await page.getByText(/^The map has stopped/).waitFor({ state: 'hidden' });
  const { name, at } = await standsAlone(firenze);
  await expect
    .poll(async () => {
      await page.mouse.move(at.x + 1, at.y);
      await page.mouse.move(at.x, at.y);
      return page.locator('.pin.hover').filter({ hasText: name }).count();
    })
    .toBe(1);
});

it('says that tiles did not come, and brings them when asked again, also those that fail only then', async () => {
  const { page } = await open('about:blank');
  let broken = true;
  let failed = 0;
  const late: (() => void)[] = [];
  await page.route('**/tiles/**', async (route) => {
    if (!broken) return route.continue();
    failed += 1;
    if (failed > 1) await new Promise<void>((go) => late.push(go));
    return route.fulfill({ status: 500, body: 'broken' });
  });
  await page.goto(address(firenze, '&categories=share'));
  const notice = page.getByText('Some of the map did not load.');
  await notice.waitFor();
  await expect.poll(() => late.length).toBeGreaterThan(0);
  const { name, at } = await standsAlone(firenze, ['share']);
  broken = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await notice.waitFor({ state: 'hidden' });
  for (const go of late) go();
  await expect
    .poll(async () => {
      await page.mouse.move(at.x + 1, at.y);
      await page.mouse.move(at.x, at.y);
      return page.locator('.pin.hover').filter({ hasText: name }).count();
    })
    .toBe(1);
  await notice.waitFor({ state: 'hidden' });
  expect(new URL(page.url()).searchParams.get('categories')).toBe('share');
});

it('takes over what was typed before the suggestions had come', async () => {
  const { page } = await open('about:blank', desktop);
  const held: (() => void)[] = [];
  let hold = true;
  await page.route('**/assets/sentence-*.js', async (route) => {
    if (hold) await new Promise<void>((go) => held.push(go));
    await route.continue();
  });
  await page.goto(address(firenze));
  await page.getByRole('textbox', { name: 'What do you want to do?' }).fill('bicycle rep');
  hold = false;
  for (const go of held) go();
  const field = page.getByRole('combobox', { name: 'What do you want to do?' });
  await field.waitFor();
  expect(await field.inputValue()).toBe('bicycle rep');
  await page.getByRole('option').filter({ hasText: 'Bicycle repair' }).first().waitFor();
  expect(slugOf(await rows(page).first().getAttribute('href'))).not.toBe('');
});
