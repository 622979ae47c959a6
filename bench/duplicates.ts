/**
 * `npm run bench -- duplicates`: how well the finder of duplicates does on real places, in a database of its own. Writes
 * bench/DUPLICATES.md. Needs the folder of extracts, SHARED_DATA.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import sql, { type Sql } from 'sql-template-tag';
import { drivers } from '../api/features/imports/formats.ts';
import { readMapping } from '../api/features/imports/mapping/model.ts';
import { importRecords, readPlaces } from '../api/features/imports/service.ts';
import { openStreetMap, type SourceDescription } from '../api/features/imports/sources.ts';
import { findAllDuplicates } from '../api/features/moderation/find-duplicates.ts';
import { type Database, openDatabase } from '../api/platform/database.ts';
import { OperatorError } from '../api/platform/errors.ts';
import { prepare } from '../api/prepare.ts';
import { truths } from './duplicates-truth.ts';

const here = import.meta.dirname;
const sharedData = process.env.SHARED_DATA ?? join(here, '../../shared/data');
const mappings: Record<string, string> = {
  'csv/london-repairers.csv': 'london-repairers.json',
  'json/nantes-2020.json': 'nantes.json',
};
const formatOf: Record<string, string> = { pbf: 'osm', csv: 'csv', geojson: 'geojson', json: 'geojson' };
const datasetOf = (file: string) => basename(file).replace(/(\.[a-z]+)+$/, '');

interface Pair {
  dataset: string;
  one: string;
  other: string;
}

export async function measureDuplicates(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ricircolo-duplicates-'));
  const database = await openDatabase({ databaseUrl: undefined, dataDir });
  try {
    const now = () => new Date();
    await prepare(database, { seed: 'none' }, now, () => {});
    for (const { file } of truths) await load(database, file, now);
    const [across] = await countAcross(database);
    await database.query(sql`/* bench.forgetReviews */ delete from review`); // what the imports asked
    // Every entry as if another source had it: else two of one file count as two places without a look.
    await database.query(sql`/* bench.partSources */ update listing set sources = array['entry-' || id]`);
    await findAllDuplicates(database, now());
    const found = await readPairs(
      database,
      sql`
      review join entry one on one.id = review.listing_id join entry other on other.id = review.other_listing_id`,
    );
    const candidates = await readPairs(
      database,
      sql`
      entry one join entry other on one.id < other.id and one.dataset = other.dataset and one.own and other.own
        and st_dwithin(one.position, other.position, 300) and (similarity(one.name_sort, other.name_sort) >= 0.25
          or right(regexp_replace(one.phone, '\\D', '', 'g'), 9) = right(regexp_replace(other.phone, '\\D', '', 'g'), 9)
          or one.website = other.website)`,
    );
    const report = reportOf(found, candidates, across?.count ?? 0);
    writeFileSync(join(here, 'DUPLICATES.md'), report);
    console.log(report);
  } finally {
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function load(database: Database, file: string, now: () => Date): Promise<void> {
  const format = formatOf[file.split('.').at(-1) ?? ''];
  const driver = drivers.find(({ name }) => name === format);
  if (!driver) throw new OperatorError(`Nothing reads ${file}.`);
  const mapping = mappings[file]
    ? await readMapping(join(here, '../test/support/mappings', mappings[file]))
    : undefined;
  const dataset = datasetOf(file);
  const other: SourceDescription = { slug: dataset, kind: 'GEOJSON', name: dataset, rank: 60 };
  const source = format === 'osm' ? openStreetMap : other;
  const items = readPlaces(driver, { file: join(sharedData, file), mapping });
  await importRecords({ database, now }, { items, source, dataset, date: now() });
}

/** Pairs of places of different sources within 300 m. */
function countAcross(database: Database): Promise<{ count: number }[]> {
  return database.query(sql`/* bench.across */
    select count(*) from listing one join listing other
      on one.id < other.id and not one.sources && other.sources and st_dwithin(one.position, other.position, 300)`);
}

function readPairs(database: Database, pairs: Sql): Promise<Pair[]> {
  return database.query<Pair>(sql`/* bench.pairs */
    with entry as (
      select listing.id, position, name_sort, phone, website, dataset, document.fields ? 'name' as own,
        case dataset when 'london-repairers' then 'row ' || row_number() over (partition by dataset order by listing.id)
          else record_id end as key
      from listing join source_record on listing_id = listing.id
        join listing_document document on document.listing_id = listing.id
    ) select one.dataset, one.key as one, other.key as other from ${pairs}`);
}

function reportOf(found: readonly Pair[], candidates: readonly Pair[], across: number): string {
  const rows = truths.map(({ file, read, same, unsure }) => {
    const dataset = datasetOf(file);
    const ours = found.filter((pair) => pair.dataset === dataset);
    const known = candidates.filter((pair) => pair.dataset === dataset).length;
    if (known !== read) throw new OperatorError(`${file} has ${known} pairs to read, of which ${read} were.`);
    const hits = same.filter((pair) => ours.some(isPair(pair))).length;
    const spared = unsure.filter((pair) => ours.some(isPair(pair))).length;
    return { file, read, same: same.length, unsure: unsure.length, hits, wrong: ours.length - hits - spared };
  });
  const sum = (key: 'read' | 'same' | 'unsure' | 'hits' | 'wrong') => rows.reduce((total, row) => total + row[key], 0);
  const line = (...cells: (string | number)[]) => `| ${cells.join(' | ')} |`;
  const cells = (row: Omit<(typeof rows)[number], 'file'>) => [row.read, row.same, row.unsure, row.hits, row.wrong];
  const total = { read: sum('read'), same: sum('same'), unsure: sum('unsure'), hits: sum('hits'), wrong: sum('wrong') };
  const share = (part: number, whole: number) => `${part} of ${whole} (${(part / whole).toFixed(2)})`;
  return `# Duplicates

Written by \`npm run bench -- duplicates\`: how well the finder does on real places. Of the pairs that it shows to
moderators, ${share(total.hits, total.hits + total.wrong)} are one place (precision); of the pairs that are one place, it shows
${share(total.hits, total.same)} (recall).

The truth was made by reading, not by visiting: all pairs within one file and 300 m, both with a name of their own, whose
names are similar by 0.25 or more or whose telephone number or website is the same. What reading does not settle counts
neither way. Duplicates that are farther apart, or whose names have nothing in common, are in no list, so that the recall
is that among the pairs read. They are few, and the rule's limits were chosen on these same pairs: the figures say which
way a change goes, not how well it would do elsewhere.

The files that we may test with have no town in common: of places of different sources, ${across} pairs are within 300 m of each
other (the two of London cover the City and the east). Therefore each file is measured against itself, every entry as if
it came from a source of its own; that is harder than two sources, of which each has most places once.

${line('file', 'pairs read', 'one place', 'unsure', 'found', 'found wrongly')}
${line('---', '---:', '---:', '---:', '---:', '---:')}
${rows.map((row) => line(row.file, ...cells(row))).join('\n')}
${line('all', ...cells(total))}
`;
}

const isPair =
  ([one, other]: [string, string]) =>
  (pair: Pair) =>
    (pair.one === one && pair.other === other) || (pair.one === other && pair.other === one);
