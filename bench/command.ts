/** `npm run cli -- bench seed --listings N` */
import { parseArgs } from 'node:util';
import { expandSchedules } from '../api/features/hours/service.ts';
import type { Database } from '../api/platform/database.ts';
import { messageOf, OperatorError } from '../api/platform/errors.ts';
import { seedSynthetic } from './seed.ts';

/** Seeds a migrated database. Throws an OperatorError for arguments that make no sense. */
export async function benchCommand(
  { database, now, print }: { database: Database; now: () => Date; print: (line: string) => void },
  args: string[],
): Promise<void> {
  const listings = readArguments(args);
  const { offers, schedules, seconds } = await seedSynthetic(database, listings, (done) =>
    print(`${done.toLocaleString('en')} of ${listings.toLocaleString('en')} listings`),
  );
  await expandSchedules(database, { now: now() });
  print(
    `Added ${listings.toLocaleString('en')} synthetic listings, ${offers.toLocaleString('en')} offers and ${schedules} schedules in ${seconds.toFixed(0)} s.`,
  );
}

function readArguments(args: string[]): number {
  const usage = 'Usage: npm run cli -- bench seed --listings N';
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { listings: { type: 'string', default: '1000000' } },
    });
    const listings = Number(values.listings);
    if (positionals.join(' ') === 'seed' && Number.isInteger(listings) && listings > 0) return listings;
  } catch (error) {
    throw new OperatorError(`${messageOf(error)} ${usage}`);
  }
  throw new OperatorError(usage);
}
