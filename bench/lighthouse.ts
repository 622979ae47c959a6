/**
 * `npm run lighthouse [ADDRESS]`: Lighthouse's mobile emulation on the search page over the embedded basemap, several
 * times; the run of median performance is written to docs/lighthouse.md and docs/lighthouse.json. Without an address it
 * starts an application of its own with the demonstration's places.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse, { type Result } from 'lighthouse';
import { chromium as playwright } from 'playwright-core';
import { flags } from '../test/support/browser-options.ts';
import { chromium } from '../test/support/requirements.ts';
import { freePort, startServer } from './servers.ts';

/** Firenze, so that the page has places, names and a map to draw. */
const path = '/?lang=en#14/43.7731/11.2558';
const runs = Number(process.env.LIGHTHOUSE_RUNS ?? 5);
const goals: Record<string, number> = { performance: 0.9, accessibility: 1, 'best-practices': 1, seo: 1 };
const figures = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
  'speed-index',
  'interactive',
];
const docs = join(import.meta.dirname, '../docs');

const [given] = process.argv.slice(2);
const own = given ? undefined : await startOwn();
try {
  const results: Result[] = [];
  for (let run = 1; run <= runs; run++) {
    const result = await measure(new URL(path, given ?? own?.url).href);
    results.push(result);
    console.log(`run ${run}: ${summary(result)}`);
  }
  write(results);
} finally {
  await own?.stop();
}

async function startOwn() {
  const dataDir = mkdtempSync(join(tmpdir(), 'ricircolo-lighthouse-'));
  const server = await startServer(
    [join(import.meta.dirname, '../api/cli.ts'), 'start'],
    { DATABASE_URL: '', DATA_DIR: dataDir, SEED: 'demo', BASEMAP_STYLE_URL: 'embedded', LOG_LEVEL: 'warn' },
    '/health/ready',
  );
  return {
    url: server.url,
    async stop() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Each run in a browser of its own, with nothing cached. */
async function measure(address: string): Promise<Result> {
  const port = await freePort();
  const browser = await playwright.launch({
    executablePath: chromium,
    args: [...flags, `--remote-debugging-port=${port}`],
  });
  try {
    const outcome = await lighthouse(address, { port, output: 'json', logLevel: 'error' }, undefined);
    if (!outcome) throw new Error('Lighthouse gave no result.');
    const { runtimeError } = outcome.lhr;
    if (runtimeError) throw new Error(`Lighthouse failed: ${runtimeError.message}`);
    return outcome.lhr;
  } finally {
    await browser.close();
  }
}

function score(result: Result, category: string): number {
  return result.categories[category]?.score ?? 0;
}

function summary(result: Result): string {
  return Object.keys(goals)
    .map((category) => `${category} ${Math.round(score(result, category) * 100)}`)
    .join(', ');
}

function write(results: Result[]): void {
  const sorted = results.toSorted((a, b) => score(a, 'performance') - score(b, 'performance'));
  const median = sorted[Math.floor(sorted.length / 2)];
  if (!median) throw new Error('Nothing was measured.');
  const scores = Object.keys(goals).map((category) => ({
    category,
    score: Math.round(score(median, category) * 100),
    all: sorted.map((result) => Math.round(score(result, category) * 100)),
    goal: (goals[category] ?? 0) * 100,
  }));
  const metrics = figures.map((id) => ({
    id,
    title: median.audits[id]?.title ?? id,
    value: median.audits[id]?.numericValue ?? null,
    shown: median.audits[id]?.displayValue ?? '',
  }));
  const failing = Object.keys(goals).flatMap((category) =>
    (median.categories[category]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (median.audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => ({ category, id, title: median.audits[id]?.title ?? id })),
  );
  const date = new Date().toISOString().slice(0, 10);
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.versions.node}`;
  const facts = { date, machine, lighthouse: median.lighthouseVersion, browser: median.userAgent, path, runs };
  writeFileSync(
    join(docs, 'lighthouse.json'),
    `${JSON.stringify({ ...facts, scores, metrics, failing }, undefined, 2)}\n`,
  );
  writeFileSync(
    join(docs, 'lighthouse.md'),
    `# Lighthouse

Written by \`npm run lighthouse\` on ${date}: Lighthouse ${median.lighthouseVersion}, mobile emulation (its own slow network and a processor
four times slower), the search page of Firenze over the embedded basemap, WebGL in software. ${runs} runs, each in a fresh
browser; the run of median performance is shown. ${machine}.

| category | score | all runs | goal |
| --- | ---: | --- | ---: |
${scores.map(({ category, score, all, goal }) => `| ${category} | ${score} | ${all.join(', ')} | ${goal} |`).join('\n')}

| metric | value |
| --- | ---: |
${metrics.map(({ title, shown }) => `| ${title} | ${shown} |`).join('\n')}

${failing.length > 0 ? `Below 0.9 of a point:\n\n${failing.map(({ category, title }) => `- ${category}: ${title}`).join('\n')}` : 'No audit that counts is below 0.9.'}
`,
  );
  console.log(`\n${summary(median)}`);
  if (scores.some(({ score, goal }) => score < goal)) process.exitCode = 1;
}
