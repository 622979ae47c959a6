import { basename, dirname } from 'node:path';
import fastifyStatic from '@fastify/static';
import Fastify from 'fastify';

/** Serves one file with ranges to any origin, as a bucket that holds a PMTiles archive would. */
export async function serveArchive(path: string): Promise<{ url: string; ranges: string[]; close(): Promise<void> }> {
  const ranges: string[] = [];
  const app = Fastify();
  app.addHook('onRequest', async (request, reply) => {
    if (request.headers.range) ranges.push(request.headers.range);
    reply.header('access-control-allow-origin', '*').header('access-control-expose-headers', 'etag');
    if (request.method === 'OPTIONS') {
      return reply.header('access-control-allow-headers', '*').code(204).send();
    }
  });
  await app.register(fastifyStatic, { root: dirname(path) });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  return { url: `${address}/${basename(path)}`, ranges, close: () => app.close() };
}
