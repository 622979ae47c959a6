import { cpSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { type Database, openDatabase } from '../../api/platform/database.ts';
import { withDatabase } from './server-template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    template:
      | { engine: 'embedded'; directory: string; template: string }
      | { engine: 'server'; server: string; template: string; prefix: string };
  }
}

/** Where a fresh copy of the migrated template lies: what openDatabase takes. */
export async function copyOfTemplate(): Promise<{ databaseUrl: string | undefined; dataDir: string }> {
  const source = inject('template');
  if (source.engine === 'embedded') {
    const dataDir = mkdtempSync(join(source.directory, 'copy-'));
    cpSync(source.template, dataDir, { recursive: true });
    return { databaseUrl: undefined, dataDir };
  }
  const name = `${source.prefix}_${process.pid}_${Math.random().toString(36).slice(2)}`;
  const administrator = new pg.Client({ connectionString: source.server });
  await administrator.connect();
  await administrator.query(`create database ${name} template ${source.template}`);
  await administrator.end();
  return { databaseUrl: withDatabase(source.server, name), dataDir: '' };
}

/** A database of the file's own: migrated, with the words of the field and no listing. Closed after the file. */
export async function testDatabase(): Promise<Database> {
  const database = await openDatabase(await copyOfTemplate());
  afterAll(() => database.close());
  return database;
}
