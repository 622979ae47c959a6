/** Serves the built web application: its files, and its pages for the addresses that belong to it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { languages } from './features/taxonomy/model.ts';
import type { Config } from './platform/config.ts';

const built = join(import.meta.dirname, '../dist/web');
const year = 365 * 24 * 3600;

export async function registerWeb(app: FastifyInstance, config: Config): Promise<void> {
  app.get('/config.json', async (_, reply) => {
    reply.header('cache-control', 'no-cache');
    return { basemapStyleUrl: config.basemapStyleUrl, baseUrl: config.baseUrl, languages };
  });
  if (!existsSync(built)) return; // the API alone: tests of the API, or `npm run dev`, where Vite serves the web
  await app.register(fastifyStatic, {
    root: built,
    cacheControl: false,
    setHeaders(reply, path) {
      const hashed = path.includes('/assets/'); // Vite names these by their content
      reply.header('cache-control', hashed ? `public, max-age=${year}, immutable` : 'no-cache');
    },
  });
  app.get('/listings/:slug', (_, reply) => reply.sendFile('index.html'));
  app.get('/explore', (_, reply) => reply.sendFile('explore/index.html'));
}
