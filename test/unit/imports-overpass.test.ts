import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { overpass } from '../../api/features/imports/formats/overpass.ts';
import { askOverpass, overpassQuery, secondsToWait } from '../../api/features/imports/formats/overpass-query.ts';
import { overpassFilters } from '../../api/features/imports/mapping/osm-rules.ts';
import { readAll, temporaryFiles } from '../support/reading.ts';
import { requirements, sharedData } from '../support/requirements.ts';

const write = temporaryFiles();
const tags = { shop: 'second_hand', name: 'Synthetic shop' };
const answer = (elements: object[], more: object = {}) =>
  JSON.stringify({ version: 0.6, osm3s: { timestamp_osm_base: '2026-01-02T03:04:05Z' }, elements, ...more });
const square = [
  { lat: 45, lon: 7 },
  { lat: 45, lon: 7.001 },
  { lat: 45.001, lon: 7.001 },
  { lat: 45.001, lon: 7 },
  { lat: 45, lon: 7 },
];
const area = { type: 'area', id: 3600000001 };

describe('a stored answer', () => {
  test('gives nodes, and ways and relations with their geometry or centre', async () => {
    const file = write(
      'a.json.gz',
      gzipSync(
        answer([
          { type: 'node', id: 1, lat: 45, lon: 7, tags },
          { type: 'node', id: 2, lat: 45, lon: 7 },
          { type: 'way', id: 3, geometry: square, tags },
          { type: 'way', id: 4, center: { lat: 46, lon: 8 }, tags },
          {
            type: 'relation',
            id: 5,
            tags: { ...tags, type: 'multipolygon' },
            members: [
              { type: 'way', ref: 8, role: 'outer', geometry: square.slice(0, 3) },
              { type: 'way', ref: 9, role: 'outer', geometry: square.slice(2) },
            ],
          },
        ]),
      ),
    );
    const { records, error } = await readAll(overpass, { file });
    expect(error).toBeUndefined();
    expect(records.map(({ recordId }) => recordId)).toEqual(['node/1', 'way/3', 'way/4', 'relation/5']);
    expect(records[0]).toMatchObject({
      fetchedAt: new Date('2026-01-02T03:04:05Z'),
      url: 'https://www.openstreetmap.org/node/1',
    });
    for (const index of [1, 3]) {
      expect(records[index]?.point?.lon).toBeCloseTo(7.0005, 4);
      expect(records[index]?.point?.lat).toBeCloseTo(45.0005, 4);
    }
    expect(records[2]?.point).toEqual({ lon: 8, lat: 46 });
  });

  test('finds the nodes of bare ways and relations in the same file, before or after them', async () => {
    const corners = square.slice(0, 4).map(({ lat, lon }, index) => ({ type: 'node', id: index + 1, lat, lon }));
    const file = write(
      'bare.json',
      answer([
        ...corners.slice(0, 2),
        { type: 'way', id: 3, nodes: [1, 2, 3, 4, 1], tags },
        { type: 'way', id: 4, nodes: [1, 2, 3, 4, 1] },
        {
          type: 'relation',
          id: 5,
          tags: { ...tags, type: 'multipolygon' },
          members: [{ type: 'way', ref: 4, role: 'outer' }],
        },
        { type: 'way', id: 6, nodes: [91, 92], tags },
        ...corners.slice(2),
      ]),
    );
    const { records, rejections } = await readAll(overpass, { file });
    expect(records.map(({ recordId }) => recordId)).toEqual(['way/3', 'relation/5']);
    for (const { point } of records) expect(point?.lon).toBeCloseTo(7.0005, 4);
    expect(rejections.map(({ where, reason }) => `${where}: ${reason}`)).toEqual([
      'way/6: the answer has no position for it',
    ]);
  });

  test('that the server broke off is not whole, and what it holds is read', async () => {
    const file = write(
      'remark.json',
      answer([{ type: 'node', id: 1, lat: 45, lon: 7, tags }], { remark: 'runtime error: Query timed out' }),
    );
    const { records, error } = await readAll(overpass, { file });
    expect(records.length).toBe(1);
    expect(error).toMatchObject({
      name: 'OperatorError',
      message: expect.stringMatching(/is not whole; the server says: runtime error: Query timed out/),
    });
  });

  test('of something else is refused', async () => {
    const { error } = await readAll(overpass, { file: write('other.json', '{"features": []}') });
    expect(error).toMatchObject({
      name: 'OperatorError',
      message: expect.stringMatching(/is no answer of the Overpass API/),
    });
  });

  test.skipIf(!requirements.sharedData.met)('of 2017 is read whole', async () => {
    const outcomes = await Promise.all(
      ['overpass-1', 'overpass-2'].map((name) => readAll(overpass, { file: join(sharedData, `json/${name}.json.gz`) })),
    );
    expect(outcomes.map(({ error }) => error)).toEqual([undefined, undefined]);
    expect(outcomes.map(({ places }) => places.length)).toEqual([0, 1]);
    expect(outcomes[1]?.records[0]?.fetchedAt).toEqual(new Date('2017-10-20T23:50:02Z'));
  });
});

describe('the query', () => {
  test('escapes the name of the area and asks for geometry', () => {
    const query = overpassQuery('L\'"Aquila\\');
    expect(query).toContain('area["name"="L\'\\"Aquila\\\\"]');
    expect(query).toMatch(/^\[out:json\]\[timeout:\d+\]/);
    expect(query).toMatch(/out body geom qt;$/);
  });

  test('looks for every category with few filters', () => {
    const filters = overpassFilters();
    expect(filters).toContain('["second_hand"~"(^|;) *(yes|only) *(;|$)"]');
    expect(filters.find((filter) => filter.startsWith('["amenity"'))).toContain('give_box|givebox');
    expect(filters.length).toBeLessThan(20);
  });
});

describe('the live API', () => {
  const servers: ReturnType<typeof createServer>[] = [];
  afterAll(() => servers.forEach((server) => void server.close()));

  /** A local server in the API's place; answers each request by the next of the given handlers, the last one for ever. */
  async function serve(...handlers: ((request: IncomingMessage, response: ServerResponse, body: string) => void)[]) {
    let requests = 0;
    const server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      handlers[Math.min(requests++, handlers.length - 1)]?.(request, response, body);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // it listens on a port
    return { endpoint: `http://127.0.0.1:${port}/api/interpreter`, requests: () => requests };
  }
  const busy =
    (status: number, headers = {}) =>
    (_: unknown, response: ServerResponse) =>
      void response.writeHead(status, headers).end('<p><strong>Error</strong>: too many </p>');
  const found = (_: unknown, response: ServerResponse) =>
    void response.end(answer([area, { type: 'node', id: 1, lat: 45, lon: 7, tags }]));

  test('is asked once, by name, for the area', async () => {
    let seen: { agent?: string | undefined; query?: string | null } = {};
    const { endpoint, requests } = await serve((request, response, body) => {
      seen = { agent: request.headers['user-agent'], query: new URLSearchParams(body).get('data') };
      found(request, response);
    });
    const { places, error } = await readAll(overpass, {
      area: 'Torino',
      endpoint,
      userAgent: 'Ricircolo (https://example.org)',
    });
    expect(error).toBeUndefined();
    expect(places.map(({ recordId }) => recordId)).toEqual(['node/1']);
    expect(seen).toEqual({ agent: 'Ricircolo (https://example.org)', query: overpassQuery('Torino') });
    expect(requests()).toBe(1);
  });

  test('is asked again after 429 and 504, as late as it says', async () => {
    const { endpoint, requests } = await serve(busy(429, { 'retry-after': '7' }), busy(504), found);
    const waits: number[] = [];
    const notices: string[] = [];
    const stream = await askOverpass(
      'query',
      { endpoint, onNotice: (notice) => notices.push(notice) },
      async (seconds) => waits.push(seconds),
    );
    expect(await new Response(stream).json()).toMatchObject({ version: 0.6 });
    expect([waits, requests()]).toEqual([[7, 20], 3]);
    expect(notices[0]).toBe('The Overpass server is busy (429); trying again in 7 s (1 of 5).');
  });

  test('is left in peace after five tries', async () => {
    const { endpoint, requests } = await serve(busy(504));
    const waits: number[] = [];
    await expect(askOverpass('query', { endpoint }, async (seconds) => waits.push(seconds))).rejects.toThrow(
      /answered 504 \(tried 5 times\): too many/,
    );
    expect([waits, requests()]).toEqual([[10, 20, 40, 80], 5]);
  });

  test('is not asked again when the query is at fault', async () => {
    const { endpoint, requests } = await serve(busy(400));
    await expect(askOverpass('query', { endpoint })).rejects.toThrow(/answered 400: too many/);
    expect(requests()).toBe(1);
  });

  test('that breaks off or cannot be reached is told', async () => {
    const { endpoint } = await serve((_, response) => {
      response.write(answer([area, { type: 'node', id: 1, lat: 45, lon: 7, tags }]).slice(0, -10));
      response.write(' ', () => response.destroy());
    });
    const broken = await readAll(overpass, { area: 'Torino', endpoint });
    expect(broken.error).toMatchObject({
      name: 'OperatorError',
      message: expect.stringMatching(/broke off after \d+ bytes/),
    });
    const absent = await readAll(overpass, { area: 'Torino', endpoint: 'http://127.0.0.1:9/' });
    expect(absent.error).toMatchObject({ name: 'OperatorError', message: expect.stringMatching(/cannot be reached/) });
  });

  test('that knows no such area says so', async () => {
    const { endpoint } = await serve((_, response) => void response.end(answer([])));
    const { error } = await readAll(overpass, { area: 'Nowhere at all', endpoint });
    expect(error).toMatchObject({
      name: 'OperatorError',
      message: 'OpenStreetMap has no administrative area named "Nowhere at all".',
    });
  });

  test('Retry-After may be a date, is bounded, and may be nonsense', () => {
    expect(secondsToWait('3600', 1)).toBe(120);
    expect(secondsToWait(new Date(Date.now() + 30_000).toUTCString(), 1)).toBeGreaterThan(25);
    expect(secondsToWait('soon', 3)).toBe(40);
    expect(secondsToWait(null, 1)).toBe(10);
  });
});
