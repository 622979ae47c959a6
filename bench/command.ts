/** `npm run cli -- bench seed --listings N` */
import { parseArgs } from 'node:util';
import { expandSchedules } from '../api/features/hours/service.ts';
import type { Config } from '../api/platform/config.ts';
import { openDatabase } from '../api/platform/database.ts';
import { messageOf, OperatorError } from '../api/platform/errors.ts';
import { prepare } from '../api/prepare.ts';
import { seedSynthetic } from './seed.ts';

/** The embedded database is made for a town's listings, not for a continent's. */
const embeddedLimit = 50_000;

/** Throws an OperatorError for arguments that make no sense, before it touches a database. */
export async function benchCommand(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  args: string[],
  print: (line: string) => void,
): Promise<void> {
  const listings = readArguments(args);
  if (!config.databaseUrl && listings > embeddedLimit) {
    throw new OperatorError(
      `The embedded database takes at most ${embeddedLimit} synthetic listings; name a PostgreSQL server by DATABASE_URL.`,
    );
  }
  const database = await openDatabase(config);
  try {
    const now = () => new Date();
    await prepare(database, { seed: 'none' }, now, print);
    const { offers, schedules, seconds } = await seedSynthetic(database, listings, (done) =>
      print(`${whole(done)} of ${whole(listings)} listings`),
    );
    await expandSchedules(database, { now: now() });
    print(
      `Added ${whole(listings)} synthetic listings, ${whole(offers)} offers and ${schedules} schedules in ${whole(seconds)} s.`,
    );
  } finally {
    await database.close();
  }
}

function readArguments(args: string[]): number {
  const usage = 'Usage: npm run cli -- bench seed --listings N';
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { listings: { type: 'string', default: '' } },
    });
    const listings = Number(values.listings);
    if (positionals.join(' ') === 'seed' && Number.isInteger(listings) && listings > 0) return listings;
  } catch (error) {
    throw new OperatorError(`${messageOf(error)} ${usage}`);
  }
  throw new OperatorError(usage);
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}
