/** One way to either engine: a `pg` pool for geography, Prisma over the same pool for plain tables. */
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type Sql, default as sql } from 'sql-template-tag';
import { PrismaClient } from '../generated/prisma/client.ts';
import type { Config } from './config.ts';
import { type EmbeddedServer, startEmbedded } from './embedded.ts';
import { errorCode, messageOf, OperatorError } from './errors.ts';

/** Anything that runs a statement: the pool, or one transaction. */
export interface Queryable {
  /** The rows of one statement, typed by the caller, which knows what it selects. */
  query<Row extends object>(statement: Sql): Promise<Row[]>;
}

export interface Database extends Queryable {
  engine: 'embedded' | 'server';
  pool: pg.Pool;
  prisma: PrismaClient;
  /** Runs `work` in one transaction; rolls back when it throws. */
  transaction<Result>(work: (transaction: Queryable) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

// int8 counts and sums stay below 2^53 here; timestamps stay text-free Date objects.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

/** Connects; throws an OperatorError when the database cannot be reached, is too old or lacks PostGIS. */
export async function openDatabase(config: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<Database> {
  const embedded = config.databaseUrl ? undefined : await startEmbedded(config.dataDir);
  const pool = new pg.Pool({
    ...(embedded?.connection ?? { connectionString: config.databaseUrl }),
    max: 10,
    connectionTimeoutMillis: 10_000,
  });
  pool.on('error', () => {}); // an idle connection that breaks is replaced; the next query reports if that fails
  const database = overPool(pool, embedded);
  try {
    await checkServer(database, config.databaseUrl);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

function overPool(pool: pg.Pool, embedded: EmbeddedServer | undefined): Database {
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    engine: embedded ? 'embedded' : 'server',
    pool,
    prisma,
    query: (statement) => rowsOf(pool, statement),
    async transaction(work) {
      const client = await pool.connect();
      let broken: Error | undefined;
      const noteBroken = (failure: Error) => {
        broken = failure;
      };
      client.on('error', noteBroken); // the pool listens to idle connections only, and nobody's error ends the process
      try {
        await client.query('begin');
        const result = await work({ query: (statement) => rowsOf(client, statement) });
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch(noteBroken);
        throw error;
      } finally {
        client.off('error', noteBroken);
        client.release(broken);
      }
    },
    async close() {
      await prisma.$disconnect();
      await pool.end();
      await embedded?.close();
    },
  };
}

/**
 * Runs reads that the database gives up after `timeoutMs`, with PostgreSQL's query_canceled. Without just-in-time
 * compilation, which takes longer than it saves in statements of a second.
 */
export function withinTime<Result>(
  database: Database,
  timeoutMs: number,
  read: (on: Queryable) => Promise<Result>,
): Promise<Result> {
  return database.transaction(async (transaction) => {
    await transaction.query(sql`/* database.timeout */
      select set_config('statement_timeout', ${String(timeoutMs)}, true), set_config('jit', 'off', true)`);
    return read(transaction);
  });
}

async function rowsOf<Row extends object>(on: pg.Pool | pg.PoolClient, statement: Sql): Promise<Row[]> {
  const { rows } = await on.query({ text: statement.text, values: statement.values });
  return rows;
}

async function checkServer(database: Database, databaseUrl: string | undefined): Promise<void> {
  const where = databaseUrl ? `The database at ${withoutPassword(databaseUrl)}` : 'The embedded database';
  let facts: { version: number; postgis: boolean } | undefined;
  try {
    [facts] = await database.query<{ version: number; postgis: boolean }>(sql`/* database.check */
      select current_setting('server_version_num')::integer / 10000 as version,
        exists (select from pg_available_extensions where name = 'postgis') as postgis`);
  } catch (error) {
    throw new OperatorError(`${where} cannot be reached: ${messageOf(error) || errorCode(error)}.`);
  }
  if (!facts || facts.version < 15) {
    throw new OperatorError(`${where} is PostgreSQL ${facts?.version}; version 15 or newer is needed.`);
  }
  if (!facts.postgis) {
    throw new OperatorError(`${where} has no PostGIS; install it (Debian: postgresql-${facts.version}-postgis-3).`);
  }
}

function withoutPassword(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.password = '';
  return url.href;
}
