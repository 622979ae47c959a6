import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';

/** Says something to the embedded database of the browser tests' application that no door lets them say. */
export async function tellDatabase(statement: string, values: unknown[]): Promise<void> {
  const dataDir = inject('dataDir');
  const folder = readdirSync(dataDir).find((name) => name.startsWith('ricircolo-'));
  if (!folder) throw new Error(`No database listens in ${dataDir}.`);
  const client = new pg.Client({ host: join(dataDir, folder), port: 5432, user: 'postgres', database: 'postgres' });
  await client.connect();
  try {
    await client.query(statement, values);
  } finally {
    await client.end();
  }
}
