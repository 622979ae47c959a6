/** `ricircolo reports list` and `ricircolo needs list`: what people told, one JSON object a line, the newest first. */
import { parseArgs } from 'node:util';
import type { Database } from '../../platform/database.ts';
import { messageOf, OperatorError } from '../../platform/errors.ts';
import { latestNeeds, latestReports } from './store.ts';

const lists = { reports: latestReports, needs: latestNeeds };

/** Prints one list. JSON keeps whatever somebody typed on its line and off the terminal's controls. */
export async function tellCommand(
  { database, print }: { database: Database; print: (line: string) => void },
  name: keyof typeof lists,
  args: string[],
): Promise<void> {
  for (const row of await lists[name](database, parseLimit(name, args))) print(JSON.stringify(row));
}

function parseLimit(name: string, args: string[]): number {
  const usage = `Usage: npm run cli -- ${name} list [--limit 100]`;
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { limit: { type: 'string', default: '100' } },
    });
    const limit = Number(values.limit);
    if (positionals.join(' ') === 'list' && Number.isInteger(limit) && limit >= 1 && limit <= 100_000) return limit;
  } catch (error) {
    throw new OperatorError(`${messageOf(error)}\n${usage}`);
  }
  throw new OperatorError(usage);
}
