import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { expect, test } from 'vitest';
import { openDatabase } from '../../api/platform/database.ts';
import { copyOfTemplate } from '../support/database.ts';
import { importManyPlaces, manyPlaces, withoutRowNumbers } from '../support/imports.ts';

const child = join(import.meta.dirname, '../support/import-child.ts');

test('an import that is killed leaves whole batches, and run again ends as if nothing had happened', {
  timeout: 120_000,
}, async () => {
  const config = await copyOfTemplate();
  await importUntilKilled(config);
  const killed = await openDatabase(config);
  const [left] = await killed.query<Record<string, number>>(sql`
    select (select count(*) from listing) as listings, (select count(*) from source_record) as records,
      (select count(*) from listing_document) as documents, (select count(*) from revision) as revisions,
      (select sum(count) from tile_cell where zoom = 0) as counted`);
  const listings = left?.listings ?? 0;
  expect(listings % 50).toBe(0);
  expect(listings).toBeGreaterThan(0);
  expect(listings).toBeLessThan(manyPlaces);
  expect(left).toEqual({ listings, records: listings, documents: listings, revisions: listings, counted: listings });
  expect(await importManyPlaces(killed)).toMatchObject({ created: manyPlaces - listings, unchanged: listings });
  const resumed = await withoutRowNumbers(killed);
  await killed.close();

  const undisturbed = await openDatabase(await copyOfTemplate());
  await importManyPlaces(undisturbed);
  const expected = await withoutRowNumbers(undisturbed);
  await undisturbed.close();
  expect(resumed).toEqual(expected);
});

/** Ends the process by SIGKILL as soon as it says that three batches are written: in the middle of the fourth. */
async function importUntilKilled(config: object): Promise<void> {
  const importing = spawn(process.execPath, [child, JSON.stringify(config)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let written = '';
  importing.stdout.on('data', (chunk) => {
    written += chunk;
    if (written.split('\n').length > 3) importing.kill('SIGKILL');
  });
  const [, signal] = await once(importing, 'exit');
  expect(signal).toBe('SIGKILL');
}
