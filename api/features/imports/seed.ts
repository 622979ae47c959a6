/**
 * The places that come with the project: prisma/seed/*.jsonl, one JSON object a line, one file a town. They pass through
 * the same import as any other data, so that loading them twice changes nothing, and a newer extract takes over.
 */
import { readdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Database } from '../../platform/database.ts';
import type { ImportItem } from './batches.ts';
import type { MappedFields } from './model.ts';
import type { ImportReport } from './report.ts';
import { type ImportDependencies, importRecords } from './service.ts';
import { openStreetMap, publicReports } from './sources.ts';
import { finishedDatasets } from './store.ts';

export const seedFolder = join(import.meta.dirname, '../../../prisma/seed');
const seedSources = [openStreetMap, publicReports];

/** One line of a seed file. */
const seedRow = z.object({
  /** Slug of one of `seedSources`; the same in all of a file. */
  source: z.enum(seedSources.map(({ slug }) => slug)),
  recordId: z.string(),
  url: z.url().optional(),
  licence: z.string(),
  attribution: z.string(),
  /** ISO 8601: the date of the data. */
  fetchedAt: z.iso.datetime(),
  // Written by our own import from fields it had checked.
  fields: z.custom<MappedFields>((value) => typeof value === 'object'),
  /** What the source said, in its own words. */
  payload: z.record(z.string(), z.string()).default({}),
});
export type SeedRow = z.infer<typeof seedRow>;

const seedFiles = () =>
  readdirSync(seedFolder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
const datasetOf = (file: string) => `seed/${basename(file, '.jsonl')}`;

/** True where nothing but the seed has been imported, and of the seed not all: also after a first start that was cut short. */
export async function needsSeed(database: Database): Promise<boolean> {
  const finished = await finishedDatasets(database);
  const seed = seedFiles().map(datasetOf);
  return (
    finished.every((dataset) => dataset.startsWith('seed/')) && seed.some((dataset) => !finished.includes(dataset))
  );
}

/** Imports every seed file. `onProgress` hears of each file when it is done. */
export async function loadSeed(
  dependencies: ImportDependencies,
  options: { onProgress?: (done: number, total: number, report: ImportReport) => void } = {},
): Promise<ImportReport[]> {
  const files = seedFiles();
  const reports: ImportReport[] = [];
  for (const file of files) {
    const first = await firstRow(join(seedFolder, file));
    const source = seedSources.find(({ slug }) => slug === first.source);
    if (!source) throw new Error(`${file} has no known source`);
    const report = await importRecords(dependencies, {
      items: readSeed(join(seedFolder, file)),
      source,
      dataset: datasetOf(file),
      date: new Date(first.fetchedAt),
    });
    reports.push(report);
    options.onProgress?.(reports.length, files.length, report);
  }
  return reports;
}

async function firstRow(path: string): Promise<SeedRow> {
  for await (const row of readRows(path)) return row;
  throw new Error(`${path} is empty`);
}

async function* readRows(path: string): AsyncGenerator<SeedRow> {
  const file = await open(path); // closed when its last line has been read, or reading ends early
  for await (const line of file.readLines()) yield seedRow.parse(JSON.parse(line));
}

async function* readSeed(path: string): AsyncGenerator<ImportItem> {
  for await (const { source: _known, fetchedAt, ...row } of readRows(path)) {
    yield { place: { ...row, where: row.recordId, fetchedAt: new Date(fetchedAt), warnings: [] } };
  }
}
