import { spawn } from 'node:child_process';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, inject, it, vi } from 'vitest';
import { copyOfTemplate } from '../support/database.ts';

vi.setConfig({ testTimeout: 120_000 }); // each starts a process, which a busy machine takes its time for

const cli = join(import.meta.dirname, '../../api/cli.ts');

/** Starts the application as an operator would; resolves when it has ended, or when it says where it is. */
function start(env: Record<string, string>) {
  const child = spawn('node', [cli, 'start'], {
    // Vite puts a BASE_URL of its own into the environment of tests.
    env: { ...process.env, BASE_URL: '', SEED: 'none', LOG_LEVEL: 'error', ...env },
  });
  let output = '';
  const ended = new Promise<{ code: number | null; output: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, output })),
  );
  const ready = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      const address = /Ricircolo is at (\S+)/.exec(output)?.[1];
      if (address) resolve(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    ended.then(() => reject(new Error(output)));
  });
  ready.catch(() => {}); // a start that is meant to fail is read through `ended`
  return { child, ended, ready };
}

async function freePort(): Promise<{ port: number; release(): Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // listening on TCP, so an address with a port
  return { port, release: () => new Promise((resolve) => server.close(() => resolve())) };
}

const environment = async (): Promise<Record<string, string>> => {
  const { databaseUrl, dataDir } = await copyOfTemplate();
  return databaseUrl ? { DATABASE_URL: databaseUrl } : { DATA_DIR: dataDir };
};

describe('starting with a mistake says so in one sentence and ends with 1', () => {
  const fails = async (env: Record<string, string>, sentence: RegExp) => {
    const { code, output } = await start(env).ended;
    expect(output.trim()).toMatch(sentence);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(1);
  };

  it('a taken port', async () => {
    const { port, release } = await freePort();
    await fails(
      { PORT: String(port) },
      new RegExp(`^The port ${port} on 127.0.0.1 is taken by another program; set PORT`),
    );
    await release();
  });

  it('a data directory that cannot be written', async () => {
    await fails(
      { PORT: '0', DATA_DIR: '/dev/null/ricircolo' },
      /^The data directory \/dev\/null\/ricircolo cannot be written/,
    );
  });

  it('a database that does not answer', async () => {
    const { port, release } = await freePort();
    await release();
    const url = `postgresql://somebody:secret@127.0.0.1:${port}/nowhere`;
    await fails(
      { PORT: '0', DATABASE_URL: url },
      /^The database at postgresql:\/\/somebody@127\.0\.0\.1:\d+\/nowhere cannot be reached: .*ECONNREFUSED/,
    );
  });

  it('a variable that makes no sense', async () => {
    await fails({ PORT: 'many' }, /^The environment variable PORT /);
  });

  it.runIf(inject('template').engine === 'server')('a server without PostGIS', async () => {
    const { DATABASE_URL = '' } = await environment();
    const client = new pg.Client({ connectionString: DATABASE_URL });
    await client.connect();
    // What a server without the package answers: the catalogue of available extensions does not list it.
    await client.query(`create schema bare;
      create view bare.pg_available_extensions as select * from pg_catalog.pg_available_extensions where name <> 'postgis'`);
    await client.query(
      `alter database "${new URL(DATABASE_URL).pathname.slice(1)}" set search_path = bare, pg_catalog, public`,
    );
    await client.end();
    await fails({ PORT: '0', DATABASE_URL }, /has no PostGIS; install it \(Debian: postgresql-\d+-postgis-3\)\.$/);
  });
});

it('serves until SIGTERM, answers what it had begun, and ends with 0', async () => {
  const { port, release } = await freePort();
  await release();
  const { child, ended, ready } = start({ ...(await environment()), PORT: String(port) });
  const address = await ready;
  expect(address).toBe(`http://127.0.0.1:${port}`);
  expect(await (await fetch(`${address}/health/ready`)).json()).toEqual({ status: 'ok' });
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
}, 240_000); // A first start makes the database, on whatever machine.
