/** `ricircolo import …` and `ricircolo seed …`. */
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Database } from '../../platform/database.ts';
import { errorCode, messageOf, OperatorError } from '../../platform/errors.ts';
import { settleListings } from '../listings/service.ts';
import { drivers } from './formats.ts';
import { readMapping } from './mapping/model.ts';
import type { Driver, DriverInput } from './model.ts';
import { compareWithOsmium, comparisonReport } from './osmium.ts';
import { type Output, showProgress } from './progress.ts';
import { openRejects } from './rejects.ts';
import { formatReport, type ImportReport } from './report.ts';
import { loadSeed } from './seed.ts';
import { makeSeed } from './seed-make.ts';
import { importRecords, readPlaces } from './service.ts';
import { defaultRank, openStreetMap, type SourceDescription } from './sources.ts';

export interface ImportCommandDependencies {
  /** Opens the migrated database; the command closes it. */
  open: () => Promise<Database>;
  now: () => Date;
  /** Address of this instance, sent to servers that are asked. */
  baseUrl: string;
  /** Folder with the extracts that the seed is made from. */
  sharedData: string;
  /** Reports. */
  output: Output;
  /** Progress and notices. */
  notices: Output;
}

const importUsage = `Usage: npm run cli -- import FORMAT FILE [options]
  import osm FILE.osm.pbf             an OpenStreetMap extract
  import overpass FILE | --area NAME  a stored Overpass answer, or the live API asked for a town
  import geojson FILE                 GeoJSON or a GeoJSON sequence [--mapping M.json]
  import csv FILE --mapping M.json    a table (docs/import.md says how to write the mapping)
  import seed                         the places that come with the project
  import compare FILE.osm.pbf …       our counts beside osmium's

  --dry-run           report what would happen, write nothing
  --rejects FILE      write what is refused as a GeoJSON sequence, to be corrected and imported
  --dataset NAME      what part of the source this is; default: the file's or the area's name.
                      What an earlier import of the same dataset had and this one lacks is flagged as vanished
  --source SLUG       default: osm, else from the mapping, else the dataset's name
  --licence SPDX      such as CC-BY-4.0; without an open licence places are shown but never exported
  --attribution TEXT  whom to name
  --endpoint URL      of the Overpass API`;

const options = {
  'dry-run': { type: 'boolean' },
  rejects: { type: 'string' },
  dataset: { type: 'string' },
  source: { type: 'string' },
  licence: { type: 'string' },
  attribution: { type: 'string' },
  mapping: { type: 'string' },
  area: { type: 'string' },
  endpoint: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** Throws an OperatorError that says how it is called where the arguments make no sense. */
function parse(args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new OperatorError(`${messageOf(error)}\n\n${importUsage}`);
  }
}

type Values = ReturnType<typeof parse>['values'];

/** Runs `ricircolo import ARGS`. */
export async function importCommand(dependencies: ImportCommandDependencies, args: string[]): Promise<void> {
  const {
    values,
    positionals: [format, ...files],
  } = parse(args);
  if (values.help || format === undefined) {
    dependencies.output.write(`${importUsage}\n`);
  } else if (format === 'compare') {
    dependencies.output.write(comparisonReport(await compareWithOsmium(files)));
  } else if (format === 'seed') {
    await withDatabase(dependencies, async (database) => {
      const reports = await loadSeed({ database, now: dependencies.now });
      dependencies.output.write(`${reports.map(formatReport).join('\n')}\n`);
    });
  } else {
    const driver = drivers.find(({ name }) => name === format);
    if (!driver) throw new OperatorError(`There is no format "${format}".\n\n${importUsage}`);
    const [file, ...further] = files;
    if (further.length > 0) throw new OperatorError(`One file at a time, please; "${further[0]}" is a second one.`);
    if (!file && !(driver.name === 'overpass' && values.area)) throw new OperatorError(`Which file?\n\n${importUsage}`);
    await importFile(dependencies, driver, file, values);
  }
}

/** Runs `ricircolo seed make`: for developers. */
export async function seedCommand(dependencies: ImportCommandDependencies, [action]: string[]): Promise<void> {
  if (action !== 'make') throw new OperatorError('Usage: npm run cli -- seed make');
  const counts = await makeSeed(dependencies.sharedData);
  for (const [town, count] of Object.entries(counts)) {
    dependencies.output.write(`${String(count).padStart(6)}  ${town}\n`);
  }
}

async function withDatabase(dependencies: ImportCommandDependencies, work: (database: Database) => Promise<void>) {
  const database = await dependencies.open();
  try {
    await work(database);
  } finally {
    await database.close();
  }
}

async function importFile(
  { output, notices, ...dependencies }: ImportCommandDependencies,
  driver: Driver,
  file: string | undefined,
  values: Values,
): Promise<void> {
  const mapping = values.mapping ? await readMapping(values.mapping) : undefined;
  const dataset = values.dataset ?? (file ? basename(file).replace(/(\.[a-z]+)+$/i, '') : (values.area ?? ''));
  const date = file ? await modifiedAt(file) : dependencies.now();
  const progress = showProgress(notices, () => dependencies.now().getTime());
  const input: DriverInput = {
    file,
    mapping,
    area: values.area,
    endpoint: values.endpoint,
    userAgent: `Ricircolo (${dependencies.baseUrl})`,
    onProgress: progress.bytes,
    onNotice: (message) => notices.write(`${message}\n`),
  };
  const rejects = values.rejects ? openRejects(values.rejects) : undefined;
  let report: ImportReport | undefined;
  await withDatabase({ output, notices, ...dependencies }, async (database) => {
    try {
      report = await importRecords(
        { database, now: dependencies.now },
        {
          items: readPlaces(driver, input),
          source: sourceOf(driver, dataset, values, mapping),
          dataset,
          date,
          dryRun: values['dry-run'],
          onRejection: rejects?.write,
          onProgress(soFar) {
            report = soFar;
            progress.records(soFar);
          },
        },
      );
    } finally {
      progress.stop();
      await rejects?.close();
      if (report) output.write(`${formatReport(report)}\n`);
    }
    if (!values['dry-run']) await settleListings(database);
  });
}

/** Also the first look at the file: says in one sentence why it cannot be read. */
async function modifiedAt(file: string): Promise<Date> {
  try {
    return (await stat(file)).mtime;
  } catch (error) {
    throw new OperatorError(`${file} cannot be read: ${errorCode(error)}.`);
  }
}

function sourceOf(driver: Driver, dataset: string, values: Values, mapping: DriverInput['mapping']): SourceDescription {
  const isOsm = driver.sourceKind === 'OSM' || driver.sourceKind === 'OVERPASS';
  const slug = values.source ?? mapping?.source ?? (isOsm ? openStreetMap.slug : dataset.toLowerCase());
  const known: SourceDescription =
    slug === openStreetMap.slug ? openStreetMap : { slug, kind: driver.sourceKind, name: slug, rank: defaultRank };
  return {
    ...known,
    licence: values.licence ?? mapping?.licence ?? known.licence,
    attribution: values.attribution ?? mapping?.attribution ?? known.attribution,
  };
}
