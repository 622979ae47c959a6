/** The database of the application that the browser tests share, for what an operator does at the command line. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** Runs one statement; `dataDir` is the running application's. */
export async function runStatement(dataDir: string, text: string, values: readonly unknown[] = []): Promise<void> {
  const socket = readdirSync(dataDir).find((name) => name.startsWith('ricircolo-'));
  if (!socket) throw new Error('no database runs there');
  const client = new pg.Client({ host: join(dataDir, socket), user: 'postgres', database: 'postgres' });
  await client.connect();
  try {
    await client.query(text, [...values]);
  } finally {
    await client.end();
  }
}
