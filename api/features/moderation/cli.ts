/** `ricircolo duplicates find`: asks moderators about every pair of listings that may be one place. */
import type { Database } from '../../platform/database.ts';
import { OperatorError } from '../../platform/errors.ts';
import { findAllDuplicates } from './find-duplicates.ts';

interface Dependencies {
  database: Database;
  now: () => Date;
  print: (line: string) => void;
}

export async function duplicatesCommand({ database, now, print }: Dependencies, args: string[]): Promise<void> {
  if (args.join(' ') !== 'find') throw new OperatorError('Usage: npm run cli -- duplicates find');
  const found = await findAllDuplicates(database, now());
  print(`${found} ${found === 1 ? 'pair' : 'pairs'} for moderators to look at.`);
}
