import sql from 'sql-template-tag';
import { expect, it } from 'vitest';
import { migrate } from '../../api/platform/migrate.ts';
import { testDatabase } from '../support/database.ts';
import { type Columns, prismaColumns, prismaEnums } from '../support/prisma-schema.ts';

const database = await testDatabase();

it('schema.prisma and the migrated database agree on every column of every table', async () => {
  const rows = await database.query<{ name: string; type: string }>(sql`
    select c.relname || '.' || a.attname as name,
      format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end as type
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and c.relname not in ('spatial_ref_sys', '_prisma_migrations')`);
  const columns: Columns = Object.fromEntries(rows.map(({ name, type }) => [name, type]));
  expect(columns).toEqual(prismaColumns());
});

it('schema.prisma and the migrated database agree on every enum', async () => {
  const rows = await database.query<{ name: string; values: string[] }>(sql`
    select t.typname as name, array_agg(e.enumlabel::text order by e.enumsortorder) as values
    from pg_type t join pg_enum e on e.enumtypid = t.oid where t.typnamespace = 'public'::regnamespace group by 1`);
  expect(Object.fromEntries(rows.map(({ name, values }) => [name, values]))).toEqual(prismaEnums());
});

it('migrating again applies nothing', async () => {
  expect(await migrate(database)).toEqual([]);
});

it('a migration that was edited after it was applied is refused by name', async () => {
  await database.query(sql`update _prisma_migrations set checksum = 'another'`);
  await expect(migrate(database)).rejects.toThrow(/foundation was applied in another version/);
});
