/**
 * Applies prisma/migrations in order, each in a transaction of its own, recorded in `_prisma_migrations` with Prisma's
 * own columns and checksums: `prisma migrate deploy` may take over where its binary is at hand.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sql, { raw } from 'sql-template-tag';
import type { Database } from './database.ts';
import { errorCode, messageOf, OperatorError } from './errors.ts';

const folder = join(import.meta.dirname, '../../prisma/migrations');
/** Any number, the same for every instance: two that start at once take turns. */
const advisoryLock = 7_264_100;

interface Migration {
  name: string;
  text: string;
  checksum: string;
}

function readMigrations(): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const text = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Brings the database up to date; returns the names applied. Throws an OperatorError for an edited migration. */
export async function migrate(database: Database): Promise<string[]> {
  const applied: string[] = [];
  for (const migration of readMigrations()) {
    const isNew = await database.transaction(async (transaction) => {
      await transaction.query(sql`select pg_advisory_xact_lock(${advisoryLock})`);
      await transaction.query(sql`/* migrate.table */
        create table if not exists _prisma_migrations (
          id varchar(36) primary key, checksum varchar(64) not null, finished_at timestamptz,
          migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
          started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`);
      const [known] = await transaction.query<{ checksum: string }>(sql`/* migrate.known */
        select checksum from _prisma_migrations
        where migration_name = ${migration.name} and finished_at is not null and rolled_back_at is null`);
      if (known && known.checksum !== migration.checksum) {
        throw new OperatorError(`The migration ${migration.name} was applied in another version than the one here.`);
      }
      if (known) return false;
      await apply(transaction, migration);
      return true;
    });
    if (isNew) applied.push(migration.name);
  }
  return applied;
}

async function apply(transaction: Parameters<Parameters<Database['transaction']>[0]>[0], migration: Migration) {
  try {
    await transaction.query(raw(migration.text));
  } catch (error) {
    const hint =
      errorCode(error) === '42501' ? ' Ask its administrator to run: create extension postgis, pg_trgm.' : '';
    throw new OperatorError(`The migration ${migration.name} failed: ${messageOf(error)}.${hint}`);
  }
  await transaction.query(sql`/* migrate.record */
    insert into _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
    values (${randomUUID()}, ${migration.checksum}, now(), ${migration.name}, 1)`);
}
