/** Writes rows one by one into the data directory given, and says each id once the database has acknowledged it. */
import sql from 'sql-template-tag';
import { openDatabase } from '../../api/platform/database.ts';

const [dataDir = ''] = process.argv.slice(2);
const database = await openDatabase({ databaseUrl: undefined, dataDir });
for (;;) {
  const [row] = await database.query<{ id: number }>(sql`
    insert into organization (slug, name) values (gen_random_uuid()::text, 'Synthetic') returning id`);
  process.stdout.write(`${row?.id}\n`);
}
