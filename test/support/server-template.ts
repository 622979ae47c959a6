import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { prepareDatabase } from './prepare.ts';

/** Makes one migrated database on the server at TEST_DATABASE_URL; each test file clones it, and all go at the end. */
export default async function setup(project: TestProject) {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error('TEST_DATABASE_URL is not set');
  const prefix = `ricircolo_test_${process.pid}`;
  const template = `${prefix}_template`;
  const administrator = new pg.Client({ connectionString: server });
  await administrator.connect();
  await administrator.query(`create database ${template}`);
  await prepareDatabase({ databaseUrl: withDatabase(server, template), dataDir: '' });
  project.provide('template', { engine: 'server', server, template, prefix });
  return async () => {
    const { rows } = await administrator.query('select datname from pg_database where starts_with(datname, $1)', [
      prefix,
    ]);
    for (const { datname } of rows) await administrator.query(`drop database ${datname} with (force)`);
    await administrator.end();
  };
}

export function withDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
