/**
 * `npm run bench`: the application's nearest-20 query beside a bare handler and PostGraphile over the same SQL, a
 * faceted search, and tiles; all on this machine, in turns. Prints a table and writes it to bench/RESULTS.md.
 * `npm run bench -- duplicates`: how well the finder of duplicates does; see duplicates.ts.
 * `npm run bench -- pan`: how free panning leaves the browser's main thread; see pan.ts.
 */
import { deepStrictEqual } from 'node:assert';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sql, { raw } from 'sql-template-tag';
import { type Database, openDatabase } from '../api/platform/database.ts';
import { OperatorError } from '../api/platform/errors.ts';
import { measureDuplicates } from './duplicates.ts';
import type { LoadJob, LoadRequest, LoadResult } from './load.ts';
import { measurePanning } from './pan.ts';
import { type Facts, type Measured, median, writeReport } from './report.ts';
import { fields, first, foundIn, type Position, radiusMeters, requestsTo, tileRequest } from './scenarios.ts';
import { benchDatabaseUrl, type Server, startServer } from './servers.ts';
import { asFunctionBody, captureNearest } from './statement.ts';

const connections = 16;
const rounds = 3;
const warmUpSeconds = 3;
const seconds = Number(process.env.BENCH_SECONDS ?? 10);
const positionCount = 4000;
const comparedAnswers = 50;
const here = import.meta.dirname;

interface Scenario {
  name: string;
  server: Server;
  requests: LoadRequest[];
}

try {
  const others: Record<string, () => Promise<void>> = { pan: measurePanning, duplicates: measureDuplicates };
  await (others[process.argv[2] ?? ''] ?? run)();
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const databaseUrl = benchDatabaseUrl();
  const database = await openDatabase({ databaseUrl, dataDir: '' });
  try {
    const facts = await readFacts(database);
    const positions = await readPositions(database);
    const servers = await startServers(database, databaseUrl);
    try {
      await compareAnswers(servers, positions.slice(0, comparedAnswers));
      const measured = await measure(scenariosOf(servers, positions));
      const report = writeReport(measured, ratiosOf(measured), facts);
      console.log(`\n${report}`);
      writeFileSync(join(here, 'RESULTS.md'), report);
    } finally {
      await Promise.all(Object.values(servers).map((server) => server.stop()));
      await database.query(sql`/* bench.dropSchema */ drop schema if exists bench cascade`);
    }
  } finally {
    await database.close();
  }
}

async function readFacts(database: Database): Promise<Facts> {
  const [facts] = await database.query<Omit<Facts, 'connections' | 'seconds' | 'rounds'>>(sql`/* bench.facts */
    select (select count(*) from listing where sources = '{synthetic}') as listings, (select count(*) from offer) as offers,
      split_part(current_setting('server_version'), ' ', 1) as postgres, postgis_lib_version() as postgis,
      current_setting('shared_buffers') as "sharedBuffers"`);
  if (!facts?.listings) {
    throw new OperatorError(
      'This database has no synthetic listings; run with it: DATABASE_URL=… npm run cli -- bench seed --listings 1000000',
    );
  }
  return { ...facts, connections, seconds, rounds };
}

/** Where people ask: within some hundred metres of listings, so that large towns come up often. Always the same. */
function readPositions(database: Database): Promise<Position[]> {
  return database.query<Position>(sql`/* bench.positions */
    select round(lon::numeric, 2)::double precision as lon, round(lat::numeric, 2)::double precision as lat,
      world_x as "worldX", world_y as "worldY"
    from listing where sources = '{synthetic}' order by hashint4(id), id limit ${positionCount}::integer`);
}

async function startServers(database: Database, databaseUrl: string) {
  const template = await captureNearest(database, { radiusMeters, first, fields });
  await database.query(
    raw(`/* bench.createSchema */
    drop schema if exists bench cascade;
    create schema bench;
    create type bench.hit as (
      id integer, name text, category text, lon double precision, lat double precision, offers json, distance_meters double precision);
    create function bench.nearest(lon double precision, lat double precision) returns setof bench.hit
    language sql stable as $body$
      select id, name, categories[1], lon, lat, offers, "distanceMeters" from (${asFunctionBody(template)}) found limit ${first}
    $body$`),
  );
  const env = { BENCH_DATABASE_URL: databaseUrl, BENCH_TEMPLATE: JSON.stringify(template), NODE_ENV: 'production' };
  const application = await startServer(
    [join(here, '../api/cli.ts'), 'start'],
    { DATABASE_URL: databaseUrl, SEED: 'none', LOG_LEVEL: 'warn' },
    '/health/ready',
  );
  const bare = await startServer([join(here, 'server-bare.ts')], env, '/');
  const postgraphile = await startServer([join(here, 'server-postgraphile.ts')], env, '/');
  return { application, bare, postgraphile };
}

type Servers = Awaited<ReturnType<typeof startServers>>;

/** Fails unless the three find the same listings, in the same order and with the same figures. */
async function compareAnswers(servers: Servers, positions: readonly Position[]): Promise<void> {
  for (const position of positions) {
    const ask = async (name: keyof Servers) => {
      const { method, path, headers, body } = requestsTo[name](position);
      const response = await fetch(servers[name].url + path, { method, headers, body });
      const text = await response.text();
      if (!response.ok) throw new Error(`${name} answered ${response.status}: ${text}`);
      return foundIn[name](JSON.parse(text));
    };
    const expected = await ask('bare');
    if (expected.length === 0) throw new Error('Nothing was found where listings are.');
    deepStrictEqual(await ask('application'), expected);
    deepStrictEqual(await ask('postgraphile'), expected);
  }
}

function scenariosOf({ application, bare, postgraphile }: Servers, positions: readonly Position[]): Scenario[] {
  return [
    { name: 'nearest 20, GraphQL', server: application, requests: positions.map(requestsTo.application) },
    { name: 'nearest 20, (a) bare Fastify and pg', server: bare, requests: positions.map(requestsTo.bare) },
    { name: 'nearest 20, (b) PostGraphile', server: postgraphile, requests: positions.map(requestsTo.postgraphile) },
    {
      name: 'text, category, open at, 4 facets, count',
      server: application,
      requests: positions.map(requestsTo.search),
    },
    ...[3, 8, 14].map((zoom) => ({
      name: `tile at zoom ${zoom}`,
      server: application,
      requests: positions.map(tileRequest(zoom)),
    })),
  ];
}

async function measure(scenarios: readonly Scenario[]): Promise<Measured[]> {
  const measured = scenarios.map(({ name }): Measured => ({ name, results: [] }));
  for (let round = 1; round <= rounds; round++) {
    for (const [index, { name, server, requests }] of scenarios.entries()) {
      const result = await load({ url: server.url, requests, connections, warmUpSeconds, seconds });
      if (result.failures > 0) throw new Error(`${name}: ${result.failures} requests failed.`);
      console.log(`round ${round}, ${name}: ${Math.round(result.perSecond)}/s`);
      measured[index]?.results.push(result);
    }
  }
  return measured;
}

async function load(job: LoadJob): Promise<LoadResult> {
  const child = fork(join(here, 'load.ts'));
  child.send(job);
  const [result] = await once(child, 'message');
  return result;
}

function ratiosOf(measured: readonly Measured[]): string[] {
  const [application = Number.NaN, bare = Number.NaN, postgraphile = Number.NaN] = measured.map(({ results }) =>
    median(results.map((result) => result.perSecond)),
  );
  return [
    `GraphQL / (a): ${(application / bare).toFixed(2)} (goal: at least 0.6)`,
    `GraphQL / (b): ${(application / postgraphile).toFixed(2)} (goal: at least 1.5)`,
  ];
}
