/** The table of a run, as Markdown. */
import { cpus, totalmem } from 'node:os';
import type { LoadResult } from './load.ts';

export interface Measured {
  name: string;
  /** One a round. */
  results: LoadResult[];
}

export interface Facts {
  listings: number;
  offers: number;
  postgres: string;
  postgis: string;
  sharedBuffers: string;
  connections: number;
  seconds: number;
  rounds: number;
}

export function writeReport(measured: readonly Measured[], ratios: readonly string[], facts: Facts): string {
  const rows = measured.map(({ name, results }) => {
    const perSecond = results.map((result) => result.perSecond);
    const spread = `${whole(Math.min(...perSecond))}–${whole(Math.max(...perSecond))}`;
    const p50 = median(results.map((result) => result.p50Milliseconds));
    const p99 = median(results.map((result) => result.p99Milliseconds));
    return `| ${name} | ${whole(median(perSecond))} | ${spread} | ${p50.toFixed(1)} | ${p99.toFixed(1)} |`;
  });
  return `# Measured

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}. Server, database and load on one machine:
${cpus().length} cores (${cpus()[0]?.model.trim()}), ${whole(totalmem() / 2 ** 30)} GB; Node ${process.versions.node}; PostgreSQL ${facts.postgres}
with PostGIS ${facts.postgis}, shared_buffers ${facts.sharedBuffers}. ${whole(facts.listings)} listings, ${whole(facts.offers)} offers.
${facts.connections} connections; ${facts.rounds} rounds, all rows interleaved, ${facts.seconds} s each after a warm-up. Figures are medians of the rounds.

| what | requests/s | spread | p50 ms | p99 ms |
| --- | ---: | ---: | ---: | ---: |
${rows.join('\n')}

${ratios.map((ratio) => `- ${ratio}`).join('\n')}
`;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle) - 1] ?? Number.NaN)) / 2;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}
