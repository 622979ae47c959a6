/**
 * `npm run bench -- pan`: a scripted pan of ten seconds over a million places in Chromium, traced, beside the same
 * hands on an empty style without places. Prints a table and writes it to bench/PANNING.md.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import sql from 'sql-template-tag';
import { openDatabase } from '../api/platform/database.ts';
import { OperatorError } from '../api/platform/errors.ts';
import { desktop, flags } from '../test/support/browser-options.ts';
import { chromium } from '../test/support/requirements.ts';
import { benchDatabaseUrl, startServer } from './servers.ts';
import { type Distribution, distributionOf, mainThreadTasks, traceCategories } from './trace.ts';

const panMs = 10_000;
const strokeMs = 1000;
/** Pixels that a stroke of the hand draws the map by. */
const stroke = { x: 620, y: 140 };
/** Paris: crowded at every zoom. */
const views = [
  { name: 'zoom 6, counts of a country', hash: '#6/48.8/2.3' },
  { name: 'zoom 10, counts of towns', hash: '#10/48.86/2.35' },
  { name: 'zoom 14, single places', hash: '#14/48.86/2.35' },
];
const goalMs = 100;

interface Measured {
  view: string;
  ground: 'places' | 'empty';
  distribution: Distribution;
}

export async function measurePanning(): Promise<void> {
  const databaseUrl = benchDatabaseUrl();
  const listings = await countListings(databaseUrl);
  const server = await startServer(
    [join(import.meta.dirname, '../api/cli.ts'), 'start'],
    { DATABASE_URL: databaseUrl, SEED: 'none', LOG_LEVEL: 'warn', BASEMAP_STYLE_URL: 'embedded' },
    '/health/ready',
  );
  const browser = await playwright.launch({ executablePath: chromium, args: flags });
  try {
    const measured: Measured[] = [];
    for (const { name, hash } of views) {
      for (const ground of ['empty', 'places'] as const) {
        const distribution = await pan(browser, new URL(`/?lang=en${hash}`, server.url).href, ground);
        measured.push({ view: name, ground, distribution });
        console.log(`${name}, ${ground}: longest ${distribution.longestMs.toFixed(0)} ms`);
      }
    }
    const report = reportOf(measured, listings);
    console.log(`\n${report}`);
    writeFileSync(join(import.meta.dirname, 'PANNING.md'), report);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function countListings(databaseUrl: string): Promise<number> {
  const database = await openDatabase({ databaseUrl, dataDir: '' });
  try {
    const [row] = await database.query<{ count: number }>(sql`/* bench.countPublic */
      select count(*) from listing where sources = '{synthetic}'`);
    if (!row?.count) throw new OperatorError('This database has no synthetic listings; see bench seed.');
    return row.count;
  } finally {
    await database.close();
  }
}

async function pan(browser: Browser, address: string, ground: Measured['ground']): Promise<Distribution> {
  const context = await browser.newContext(desktop);
  const page = await context.newPage();
  if (ground === 'empty') await emptyGround(page);
  await page.goto(address);
  await page.locator('.rows .row').first().waitFor({ state: 'attached', timeout: 120_000 });
  await page.locator('.map[aria-busy=false]').waitFor({ timeout: 120_000 });
  await page.waitForLoadState('networkidle');
  await wait(1000);
  await browser.startTracing(page, { categories: traceCategories });
  await drag(page);
  const trace = await browser.stopTracing();
  await context.close();
  return distributionOf(mainThreadTasks(trace));
}

/** The same page over a plain colour: what the browser and the library need for the hand alone. */
async function emptyGround(page: Page) {
  const style = { version: 8, sources: {}, layers: [{ id: 'ground', type: 'background' }] };
  await page.route('**/config.json', (route) => route.fulfill({ json: { basemapStyleUrl: '/empty-style.json' } }));
  await page.route('**/empty-style.json', (route) => route.fulfill({ json: style }));
  await page.route('**/basemap/*.geojson*', (route) =>
    route.fulfill({ json: { type: 'FeatureCollection', features: [] } }),
  );
  await page.route('**/tiles/**', (route) => route.fulfill({ status: 204 }));
}

/** Strokes of a second each, always onward, so that new ground comes all the time. */
async function drag(page: Page) {
  const began = performance.now();
  for (let number = 0; performance.now() - began < panMs; number++) {
    const from = { x: 1200, y: number % 2 ? 300 : 500 };
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    const start = performance.now();
    for (let share = 0; share < 1; share = (performance.now() - start) / strokeMs) {
      await page.mouse.move(from.x - stroke.x * share, from.y + (number % 2 ? stroke.y : -stroke.y) * share);
      await wait(8);
    }
    await page.mouse.up();
  }
}

function reportOf(measured: readonly Measured[], listings: number): string {
  const rows = measured.map(({ view, ground, distribution: { tasks, busyMs, longestMs, over } }) =>
    [
      view,
      ground,
      tasks,
      `${Math.round(busyMs / (panMs / 100))} %`,
      ...over.map(({ count }) => count),
      longestMs.toFixed(0),
    ].join(' | '),
  );
  const worst = measured.filter(({ ground }) => ground === 'places');
  const long = worst.reduce((sum, { distribution }) => sum + (distribution.over.at(-1)?.count ?? 0), 0);
  return `# Panning

Written by \`npm run bench -- pan\` on ${new Date().toISOString().slice(0, 10)}: ten seconds of drawing the map by hand over ${listings.toLocaleString('en')}
synthetic places (server engine, embedded basemap), beside the same hand over an empty style without places. Tasks of the
page's main thread from Chromium's tracing API. Server, database and browser on one machine: ${cpus().length} cores
(${cpus()[0]?.model.trim()}), WebGL in software.

| view | ground | tasks | busy | ≥ 16 ms | ≥ 50 ms | ≥ 100 ms | longest ms |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.map((row) => `| ${row} |`).join('\n')}

- Tasks of ${goalMs} ms or more over places: ${long} (goal: none)
`;
}
