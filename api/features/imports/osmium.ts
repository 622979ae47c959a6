/** Sets our reading of OpenStreetMap extracts beside that of `osmium tags-filter`, and accounts for every difference. */
import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { errorCode, OperatorError } from '../../platform/errors.ts';
import { osm } from './formats/osm.ts';
import { isOnlyOsmiums, isOnlyOurs, osmiumExpressions } from './mapping/osm-rules.ts';

/** Counts by reason or by category. */
type Tally = Record<string, number>;

export interface Comparison {
  file: string;
  /** Objects that `osmium tags-filter` finds. */
  osmium: number;
  /** Objects that we read. */
  read: number;
  /** Became listings: by main category. */
  mapped: Tally;
  /** Read by both and no listing: by reason. */
  skipped: Tally;
  /** Read by us alone, by reason; also counted in `mapped`, `skipped` or `rejected`. */
  onlyOurs: Tally;
  /** Found by osmium alone, by reason. */
  onlyOsmium: Tally;
  /** Places that cannot be used: by reason. */
  rejected: Tally;
  /** Differences without a reason: always 0, or something is wrong. */
  unexplained: number;
}

/** Compares each file. Throws an OperatorError where osmium is not installed or a file cannot be read. */
export async function compareWithOsmium(files: readonly string[]): Promise<Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const file of files) comparisons.push(await compare(file));
  return comparisons;
}

async function compare(file: string): Promise<Comparison> {
  const theirs = await readByOsmium(file);
  const result: Comparison = {
    file: basename(file),
    osmium: theirs.size,
    read: 0,
    mapped: {},
    skipped: {},
    onlyOurs: {},
    onlyOsmium: {},
    rejected: {},
    unexplained: 0,
  };
  const count = (tally: Tally, reason: string | undefined) => {
    if (reason === undefined) result.unexplained++;
    else tally[reason] = (tally[reason] ?? 0) + 1;
  };
  for await (const item of osm.read({ file })) {
    result.read++;
    const { recordId = '', tags = {} } = 'record' in item ? item.record : item.rejection;
    if (!theirs.delete(recordId)) count(result.onlyOurs, isOnlyOurs(tags));
    if ('rejection' in item) {
      count(result.rejected, item.rejection.reason);
      continue;
    }
    const outcome = osm.map(item.record, undefined);
    if ('skip' in outcome) count(result.skipped, outcome.skip);
    else if ('reject' in outcome) count(result.rejected, outcome.reject);
    else count(result.mapped, outcome.fields.categories[0]);
  }
  for (const tags of theirs.values()) count(result.onlyOsmium, isOnlyOsmiums(tags));
  return result;
}

/** Tags by "node/123" of what osmium finds, without the members of what it finds. */
async function readByOsmium(file: string): Promise<Map<string, Record<string, string>>> {
  const child = spawn('osmium', [
    'tags-filter',
    '--omit-referenced',
    '--no-progress',
    '--output-format=opl',
    file,
    ...osmiumExpressions(),
  ]);
  const ended = new Promise<void>((resolve, reject) => {
    let complaint = '';
    child.stderr.on('data', (chunk) => {
      complaint += chunk;
    });
    child.on('error', (error) => {
      const reason = errorCode(error) === 'ENOENT' ? 'is not installed (Debian: osmium-tool)' : error.message;
      reject(new OperatorError(`osmium ${reason}.`));
    });
    child.on('close', (exit) =>
      exit === 0 ? resolve() : reject(new OperatorError(`osmium failed on ${file}: ${complaint.trim()}.`)),
    );
  });
  ended.catch(() => {}); // awaited below, after the output
  const found = new Map<string, Record<string, string>>();
  for await (const line of createInterface({ input: child.stdout })) {
    const [, letter, id] = /^([nwr])(-?\d+)/.exec(line) ?? [];
    if (letter) found.set(`${{ n: 'node', w: 'way', r: 'relation' }[letter]}/${id}`, tagsOf(line));
  }
  await ended;
  return found;
}

/** Tags of a line of OPL: ` Tkey=value,key=value`, with `%20%` for a character by its code point. */
function tagsOf(line: string): Record<string, string> {
  const text = / T(\S*)/.exec(line)?.[1] ?? '';
  const plain = (part: string) =>
    part.replace(/%([0-9a-f]+)%/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)));
  return Object.fromEntries(
    text
      .split(',')
      .filter(Boolean)
      .map((tag) => tag.split('=').map(plain)),
  );
}

const total = (tally: Tally) => Object.values(tally).reduce((sum, count) => sum + count, 0);

/** The comparison as a Markdown document. */
export function comparisonReport(comparisons: readonly Comparison[]): string {
  const rows = comparisons.map((one) =>
    [
      one.file,
      one.osmium,
      -total(one.onlyOsmium),
      total(one.onlyOurs),
      one.read,
      total(one.mapped),
      total(one.skipped),
      total(one.rejected),
      one.unexplained,
    ].join(' | '),
  );
  return [
    '# OpenStreetMap extracts: our reading beside osmium’s',
    '',
    'Written by `npm run cli -- import compare FILE…`; nothing here is typed by hand. `osmium tags-filter -R` gets the first',
    'tag of every rule of the category table. In each row: found by osmium − only osmium + only ours = read, and',
    'read = listings + not circular + unusable.',
    '',
    '| extract | osmium | only osmium | only ours | read | listings | not circular | unusable | unexplained |',
    '|---|--:|--:|--:|--:|--:|--:|--:|--:|',
    ...rows.map((row) => `| ${row} |`),
    ...comparisons.flatMap(section),
    '',
    '## The expressions',
    '',
    '```',
    ...osmiumExpressions(),
    '```',
    '',
  ].join('\n');
}

function section(one: Comparison): string[] {
  const lines = (title: string, tally: Tally) =>
    Object.entries(tally)
      .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
      .map(([reason, count]) => `| ${title} | ${reason} | ${count} |`);
  return [
    '',
    `## ${one.file}`,
    '',
    '| | | |',
    '|---|---|--:|',
    ...lines('listing', one.mapped),
    ...lines('not circular', one.skipped),
    ...lines('unusable', one.rejected),
    ...lines('only ours', one.onlyOurs),
    ...lines('only osmium', one.onlyOsmium),
  ];
}
