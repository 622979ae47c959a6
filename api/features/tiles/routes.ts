import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errorCode, InvalidInput } from '../../platform/errors.ts';
import { maxZoom, type TileAddress } from './model.ts';
import { readFilter } from './parameters.ts';
import { describeTiles, makeTile, type TileServices } from './service.ts';

const gzipped = promisify(gzip);
/** Bytes from which compressing is worth its time. */
const gzipThreshold = 1024;
/** PostgreSQL's query_canceled: the statement ran into its timeout. */
const queryCanceled = '57014';

type Query = Record<string, unknown>;

/** `/tiles/listings/{z}/{x}/{y}.mvt` and `/tiles/listings.json`, open to pages of any origin. */
export async function registerTileRoutes(
  app: FastifyInstance,
  services: TileServices & { baseUrl: string },
): Promise<void> {
  await app.register(async (tiles) => {
    tiles.addHook('onRequest', async (_, reply) => {
      reply.header('access-control-allow-origin', '*');
    });

    tiles.get<{ Querystring: Query }>('/tiles/listings.json', async ({ query }, reply) => {
      const description = await describeTiles(services, services.baseUrl, readFilter(query));
      reply.header('cache-control', 'public, max-age=300');
      return description;
    });

    tiles.get<{ Params: Record<'z' | 'x' | 'file', string>; Querystring: Query }>(
      '/tiles/listings/:z/:x/:file',
      async (request, reply) => {
        const address = readAddress(request.params);
        const filter = readFilter(request.query);
        if (!exists(address))
          return reply.code(404).send({ error: `There are tiles from zoom 0 to ${maxZoom}, x and y below 2^zoom.` });
        try {
          return await sendTile(request, reply, await makeTile(services, address, filter));
        } catch (error) {
          if (errorCode(error) !== queryCanceled) throw error;
          return reply
            .code(503)
            .header('retry-after', '10')
            .send({ error: 'This tile took too long. Zoom in, or filter by less.' });
        }
      },
    );
  });
}

/** Throws InvalidInput for anything but whole numbers. */
function readAddress({ z, x, file }: Record<'z' | 'x' | 'file', string>): TileAddress {
  const y = /^(.*)\.mvt$/.exec(file)?.[1];
  if (y === undefined) throw new InvalidInput('y', 'expected a number and ".mvt".');
  for (const [name, value] of Object.entries({ z, x, y })) {
    if (!/^\d{1,9}$/.test(value)) throw new InvalidInput(name, 'expected a whole number from 0.');
  }
  return { z: Number(z), x: Number(x), y: Number(y) };
}

function exists({ z, x, y }: TileAddress): boolean {
  return z <= maxZoom && x < 2 ** z && y < 2 ** z;
}

/** Compressed here, since the tag must name the bytes that are sent: a strong one differs by encoding. */
async function sendTile(request: FastifyRequest, reply: FastifyReply, tile: Uint8Array): Promise<FastifyReply> {
  const compress = tile.length > gzipThreshold && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const etag = `"${createHash('sha1').update(tile).digest('base64url')}${compress ? '-gzip' : ''}"`;
  reply.headers({ etag, 'cache-control': 'public, max-age=30, stale-while-revalidate=300', vary: 'accept-encoding' });
  if (tile.length === 0) return reply.code(204).send();
  if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send();
  reply.type('application/vnd.mapbox-vector-tile');
  if (!compress) return reply.send(Buffer.from(tile));
  return reply.header('content-encoding', 'gzip').send(await gzipped(tile));
}

function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  return (ifNoneMatch ?? '').split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}
