import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sql from 'sql-template-tag';
import { afterAll, expect, it } from 'vitest';
import { checkWebsites, enrol } from '../../api/features/freshness/websites.ts';
import { testApp } from '../support/app.ts';
import { insertListings } from '../support/listings.ts';

const { database, ask } = await testApp();
const checking = { database, baseUrl: 'https://synthetic.example', allowLoopback: true };
const dayMs = 86_400_000;
const minuteMs = 60_000;
const began = new Date('2026-11-30T12:00:00Z').getTime();
/** When every website that was made known at first has had its turn. */
const due = began + 91 * dayMs;

const closing: (() => void)[] = [];
afterAll(() => {
  for (const close of closing) close();
});

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A website on this machine; `asked` is what it was asked. */
async function website(answer: Answer, robots = '') {
  const asked: string[] = [];
  const agents = new Set<string | undefined>();
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    agents.add(request.headers['user-agent']);
    if (request.url !== '/robots.txt') return answer(request, response);
    return robots ? response.end(robots) : response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  closing.push(close);
  return { address: `http://127.0.0.1:${port}`, asked, agents, close };
}

async function place(address: string): Promise<string> {
  const [id = 0] = await insertListings(database, [{ location: { lon: 1, lat: 1 } }]);
  await database.query(sql`update listing set website = ${address} where id = ${id}`);
  await enrol(checking, new Date(began));
  return Buffer.from(`Listing:${id}`).toString('base64');
}

async function goneSince(id: string) {
  const { data } = await ask('query ($id: ID!) { listing(id: $id) { websiteGoneSince } }', { id });
  return data.listing.websiteGoneSince;
}

/** Rounds at each of these instants. */
async function rounds(...instants: number[]): Promise<number[]> {
  const asked: number[] = [];
  for (const at of instants) asked.push(await checkWebsites(checking, new Date(at)));
  return asked;
}

it('asks robots.txt first, then the page, under its name, and a host no more than once a minute', async () => {
  const site = await website((_, response) => response.end('hello'));
  const first = await place(`${site.address}/one`);
  await place(`${site.address}/two`);
  await rounds(due, due + 30_000, due + minuteMs - 1);
  expect(site.asked).toEqual(['GET /robots.txt']);
  await rounds(due + minuteMs, due + minuteMs + 59_000, due + 2 * minuteMs, due + 3 * minuteMs, due + 4 * minuteMs);
  expect(site.asked.slice(1).sort()).toEqual(['HEAD /one', 'HEAD /two']);
  expect([...site.agents]).toEqual(['RicircoloLinkCheck/1.0 (+https://synthetic.example/about)']);
  expect(await goneSince(first)).toBeNull();
});

it('keeps away where robots.txt says so', async () => {
  const site = await website((_, response) => response.end(), 'User-agent: RicircoloLinkCheck\nDisallow: /private');
  await place(`${site.address}/private/page`);
  await place(`${site.address}/public`);
  await rounds(...Array.from({ length: 5 }, (_, index) => due + index * minuteMs));
  expect(site.asked).toEqual(['GET /robots.txt', 'HEAD /public']);
});

it('says since when a website is gone only after it was not there three times, on different days', async () => {
  const site = await website((_, response) => response.writeHead(404).end());
  const id = await place(`${site.address}/gone`);
  const day = 2 * dayMs + minuteMs;
  // robots.txt, HEAD, then GET, because some servers know no HEAD.
  await rounds(due, due + minuteMs, due + 2 * minuteMs);
  expect(site.asked).toEqual(['GET /robots.txt', 'HEAD /gone', 'GET /gone']);
  const firstFailure = due + 2 * minuteMs;
  await rounds(firstFailure + minuteMs, firstFailure + dayMs);
  expect(site.asked).toHaveLength(3);
  await rounds(firstFailure + day, firstFailure + day + minuteMs);
  expect(await goneSince(id)).toBeNull();
  await rounds(firstFailure + 2 * day, firstFailure + 2 * day + minuteMs);
  expect(await goneSince(id)).toBe(new Date(firstFailure).toISOString());
});

it('a machine that is not there counts too, and one that comes back clears it', async () => {
  let works = false;
  const site = await website((request, response) => (works ? response.end() : request.socket.destroy()));
  const id = await place(`${site.address}/flaky`);
  const step = 3 * dayMs;
  await rounds(due, ...[1, 2, 3, 4].map((index) => due + index * step)); // on the third, robots.txt is read anew
  expect(await goneSince(id)).not.toBeNull();
  works = true;
  await rounds(due + 5 * step, due + 5 * step + minuteMs);
  expect(await goneSince(id)).toBeNull();
});

it('does not follow where a website points, and takes a closed door for a sign of life', async () => {
  const target = await website((_, response) => response.end());
  const site = await website((request, response) =>
    request.url === '/moved'
      ? response.writeHead(301, { location: `${target.address}/elsewhere` }).end()
      : response.writeHead(403).end(),
  );
  const ids = [await place(`${site.address}/moved`), await place(`${site.address}/members`)];
  await rounds(...Array.from({ length: 8 }, (_, index) => due + index * minuteMs));
  expect(target.asked).toEqual([]);
  expect(await Promise.all(ids.map(goneSince))).toEqual([null, null]);
});

it('never asks machines of its own network', async () => {
  const site = await website((_, response) => response.end());
  const { port } = new URL(site.address);
  const strict = { database, baseUrl: 'https://synthetic.example' };
  const ids = [];
  for (const address of [
    `${site.address}/`,
    `http://localhost:${port}/`,
    `http://[::1]:${port}/`,
    `http://0177.0.0.1:${port}/`,
    `http://2130706433:${port}/`,
    'http://localhost/',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'http://[::ffff:127.0.0.1]/',
    'http://[fd00::1]/',
    'http://user:password@127.0.0.1/',
  ]) {
    ids.push(await place(address));
  }
  for (let index = 0; index < 6; index += 1)
    await checkWebsites(strict, new Date(due + 400 * dayMs + index * minuteMs));
  expect(site.asked).toEqual([]);
  expect(await Promise.all(ids.map(goneSince))).toEqual(ids.map(() => null));
});
