/** Pages as search engines and people without scripts read them; the web application takes them over. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { keep } from '../../platform/keep.ts';
import { findClosedListing, findListing, isPutAway } from '../listings/service.ts';
import { findTown } from '../regions/service.ts';
import type { CountView } from '../views/service.ts';
import { registerCardRoute } from './card/routes.ts';
import type { Page, PlainPages, Reader } from './model.ts';
import { placePage } from './place-page.ts';
import { linkTo, readerOf } from './reader.ts';
import { busiestTowns, type PageServices, placeDossier, townDossier } from './service.ts';
import { documentOf, type Shell } from './shell.ts';
import { sitemapIndex, sitemapOf, townPaths } from './sitemap.ts';
import { missingPage, plainPage, startPage } from './start-page.ts';
import { townPage, townPath } from './town-page.ts';

const minute = 60_000;
type Query = { Querystring: Record<string, unknown> };

interface PageSettings {
  baseUrl: string;
  countView: CountView;
  plainPages: PlainPages;
  shell: Shell;
}

export function registerPageRoutes(app: FastifyInstance, services: PageServices & PageSettings): void {
  const { database, taxonomy, now, baseUrl, plainPages, countView, shell } = services;
  const towns = keep(30 * minute, now, () => busiestTowns(services));
  const allTownPaths = keep(60 * minute, now, () => townPaths(database));
  const readerFor = ({ query, headers }: FastifyRequest<Query>) => readerOf(query.lang, headers['accept-language']);

  /** With the application but where there is nothing for it to show. */
  const send = (reply: FastifyReply, page: Page, reader: Reader, status: 200 | 404 | 410 = 200, within = shell.app) => {
    const text = documentOf(within, page, reader, baseUrl);
    const etag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
    reply
      .code(status)
      .headers({ 'cache-control': 'no-cache', 'content-language': reader.language, vary: 'Accept-Language', etag });
    if (status === 200 && reply.request.headers['if-none-match']?.includes(etag)) return reply.code(304).send();
    return reply.type('text/html; charset=utf-8').send(text);
  };
  const sendMissing = async (reply: FastifyReply, reader: Reader, status: 404 | 410 = 404) =>
    send(reply, missingPage(status, await towns(), reader), reader, status, shell.plain);

  app.get<Query>('/', async (request, reply) => {
    const reader = readerFor(request);
    const slug = request.query.place;
    const listing = isSlug(slug) ? await findListing(database, { slug }, now()) : null;
    if (!listing) return send(reply, startPage(await towns(), reader, baseUrl), reader);
    if (listing.slug !== slug) {
      const query = new URLSearchParams(request.url.split('?')[1]);
      query.set('place', listing.slug);
      return reply.redirect(`/?${query}`, 301);
    }
    const dossier = await placeDossier(services, listing);
    return send(reply, placePage(dossier, { taxonomy, reader, now: now(), baseUrl }), reader);
  });

  app.get<Query & { Params: { slug: string } }>('/listings/:slug', async (request, reply) => {
    const reader = readerFor(request);
    const slug = request.params.slug.toLowerCase();
    const listing = isSlug(slug) ? await findListing(database, { slug }, now()) : null;
    if (!listing && !isSlug(slug)) return sendMissing(reply, reader);
    if (!listing) {
      const closed = await findClosedListing(database, slug);
      if (closed) return send(reply, missingPage(410, await towns(), reader, closed.name), reader, 410);
      return sendMissing(reply, reader, (await isPutAway(database, slug)) ? 410 : 404);
    }
    if (listing.slug !== request.params.slug) {
      return reply.redirect(linkTo(`/listings/${listing.slug}`, reader), 301);
    }
    countView(request, listing.id);
    const dossier = await placeDossier(services, listing);
    return send(reply, placePage(dossier, { taxonomy, reader, now: now(), baseUrl }), reader);
  });
  registerCardRoute(app, services);

  app.get<Query & { Params: { country: string; town: string; kind?: string } }>(
    '/in/:country/:town/:kind?',
    async (request, reply) => {
      const reader = readerFor(request);
      const { country, town: slug } = request.params;
      const kind = request.params.kind?.toLowerCase() || undefined;
      const isKind = kind === undefined || taxonomy.categoryBySlug.has(kind) || taxonomy.groupBySlug.has(kind);
      const town = isKind ? await findTown(database, country, slug.toLowerCase()) : null;
      if (!town) return sendMissing(reply, reader);
      const path = [townPath(town), kind].filter(Boolean).join('/');
      if (path !== request.url.split('?')[0]) return reply.redirect(linkTo(path, reader), 301);
      return send(reply, townPage(await townDossier(services, town, kind), { taxonomy, reader, baseUrl }), reader);
    },
  );

  for (const [pattern, { words, unlisted }] of Object.entries(plainPages)) {
    app.get<Query>(pattern, async (request, reply) => {
      const reader = readerFor(request);
      const [path = pattern] = request.url.split('?');
      return send(reply, plainPage(path, await words(reader.language), unlisted, reader), reader, 200, shell.page);
    });
  }

  app.get('/robots.txt', async (_, reply) => {
    reply.type('text/plain; charset=utf-8').header('cache-control', 'public, max-age=86400');
    return `User-agent: *\nAllow: /\n\nSitemap: ${baseUrl}/sitemap.xml\n`;
  });
  app.get('/sitemap.xml', async (_, reply) => {
    reply.type('application/xml; charset=utf-8').header('cache-control', 'public, max-age=3600');
    return sitemapIndex(database, await allTownPaths(), baseUrl);
  });
  app.get<{ Params: { name: string } }>('/sitemaps/:name.xml', async (request, reply) => {
    const { name } = request.params;
    const towns = name.startsWith('towns') ? await allTownPaths() : [];
    const plain = Object.keys(plainPages).filter((path) => !plainPages[path]?.unlisted);
    const pieces = sitemapOf(name, { database, towns, plain, baseUrl });
    if (!pieces) return reply.callNotFound();
    reply.type('application/xml; charset=utf-8').header('cache-control', 'public, max-age=3600');
    return reply.send(Readable.from(pieces));
  });

  app.setNotFoundHandler(async (request: FastifyRequest<Query>, reply) => {
    const [path = '/'] = request.url.split('?');
    if (!/^(GET|HEAD)$/.test(request.method) || forMachines.test(path)) {
      return reply.code(404).send({ error: 'There is nothing at this address.' });
    }
    const reader = readerFor(request);
    if (/^\/(listings|in)\/[^/].*[^/]\/$/.test(path)) return reply.redirect(linkTo(path.slice(0, -1), reader), 301);
    return sendMissing(reply, reader);
  });
}

const isSlug = (text: unknown): text is string => typeof text === 'string' && /^[a-z0-9-]{1,200}$/.test(text);

/** Addresses that only programs ask for: they read the status, and a page would be a waste. */
const forMachines = /^\/(graphql|tiles|basemap|assets|health|ogc|exports|feeds|api|metrics|config\.json)(\/|$)/;
