/** Serves the built web application: its files, and its pages for the addresses that belong to it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { AppPath } from '../web/app/paths.ts';
import { configureWords } from '../web/embed/configure/words.ts';
import { freshnessWords } from '../web/features/freshness/words.ts';
import { statementWords } from '../web/features/statements/words.ts';
import type { PlainPages } from './features/pages/model.ts';
import { languages } from './features/taxonomy/model.ts';
import type { Config } from './platform/config.ts';
import { contentSecurityPolicy } from './platform/security.ts';

const built = join(import.meta.dirname, '../dist/web');
const year = 365 * 24 * 3600;

/** How each plain page of the application begins, in its own words. */
export const plainPages = {
  '/about': async (language) => (await statementWords[language]()).about,
  '/privacy': async (language) => (await statementWords[language]()).privacy,
  '/accessibility': async (language) => (await statementWords[language]()).accessibility,
  '/worklist': async (language) => (await freshnessWords[language]()).worklist,
  '/still-right': async (language) => (await freshnessWords[language]()).stillRight,
  '/embed/configure': (language) => configureWords[language](),
} satisfies Record<AppPath, PlainPages[string]>;

export async function registerWeb(app: FastifyInstance, config: Config): Promise<void> {
  app.get('/config.json', async (_, reply) => {
    reply.header('cache-control', 'no-cache');
    const { basemapStyleUrl, baseUrl, contactEmail } = config;
    const signInWith = config.oidcProviders.map(({ id, name }) => ({ id, name }));
    return { basemapStyleUrl, baseUrl, contactEmail, languages, signInWith };
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
  app.get('/index.html', (_, reply) => reply.redirect('/', 301));
  app.get('/embed/', (_, reply) => reply.redirect('/embed', 301));
  app.get('/embed', (_, reply) =>
    reply
      .header('content-security-policy', contentSecurityPolicy(config, { framedAnywhere: true }))
      .sendFile('embed/index.html'),
  );
  app.get('/explore/', (_, reply) => reply.redirect('/explore', 301));
  app.get('/explore', (_, reply) =>
    reply
      .header('content-security-policy', contentSecurityPolicy(config, { editor: true }))
      .sendFile('explore/index.html'),
  );
}
