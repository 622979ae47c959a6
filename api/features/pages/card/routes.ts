import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Listing } from '../../listings/model.ts';
import { findListing, formatAddress } from '../../listings/service.ts';
import { nameIn } from '../../regions/model.ts';
import { largestTownsWithin, readLand, townNear } from '../../regions/service.ts';
import { known, labelIn } from '../../taxonomy/service.ts';
import type { Reader } from '../model.ts';
import { linkTo, readerOf } from '../reader.ts';
import { type PageServices, placesAround } from '../service.ts';
import type { Card } from './draw.ts';
import { outlineOf } from './icons.ts';
import { cardReachMeters } from './size.ts';

/** Pictures kept in memory: some 50 kB each. */
const mostKept = 200;
/** A drawing takes a tenth of a second of one core: whoever asks for more at once is asked to come again. */
const mostAtOnce = 8;

/** `/listings/:slug/card.png?lang=it`: drawn when it is first asked for. */
export function registerCardRoute(app: FastifyInstance, services: PageServices): void {
  const kept = new Map<string, Buffer>();
  const drawing = new Map<string, Promise<Buffer>>();
  /** The one that was asked for longest ago makes room. */
  const remember = (key: string, picture: Buffer) => {
    kept.delete(key);
    kept.set(key, picture);
    const oldest = kept.keys().next();
    if (kept.size > mostKept && !oldest.done) kept.delete(oldest.value);
  };
  const draw = (key: string, card: Card) => {
    const begun = drawing.get(key) ?? drawn(card).finally(() => drawing.delete(key));
    drawing.set(key, begun);
    return begun;
  };

  app.get<{ Params: { slug: string }; Querystring: Record<string, unknown> }>(
    '/listings/:slug/card.png',
    async (request, reply) => {
      const { slug } = request.params;
      const reader = readerOf(request.query.lang, request.headers['accept-language']);
      const listing = /^[a-z0-9-]{1,200}$/.test(slug)
        ? await findListing(services.database, { slug }, services.now())
        : null;
      if (!listing) return reply.code(404).send({ error: 'There is no such place.' });
      if (listing.slug !== slug) return reply.redirect(linkTo(`/listings/${listing.slug}/card.png`, reader), 301);
      const card = await cardOf(services, listing, reader);
      const key = createHash('sha256').update(JSON.stringify(card)).digest('base64url').slice(0, 22);
      const etag = `"${key}"`;
      reply.headers({ etag, 'cache-control': 'public, max-age=86400', vary: 'Accept-Language' });
      if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send();
      if (!kept.has(key) && !drawing.has(key) && drawing.size >= mostAtOnce) {
        reply.removeHeader('etag');
        reply.headers({ 'retry-after': '2', 'cache-control': 'no-store' });
        return reply.code(503).send({ error: 'Many pictures are being drawn; ask again in a moment.' });
      }
      const picture = kept.get(key) ?? (await draw(key, card));
      remember(key, picture);
      return reply.type('image/png').send(picture);
    },
  );
}

async function cardOf(services: PageServices, listing: Listing, { language }: Reader): Promise<Card> {
  const { database, taxonomy } = services;
  const groupOf = (category: string) => known(taxonomy.categoryBySlug, category).group;
  const category = known(taxonomy.categoryBySlug, listing.categories[0] ?? '');
  const { lon, lat } = listing;
  const [towns, town, around] = await Promise.all([
    largestTownsWithin(database, { lon, lat }, { withinMeters: 1.4 * cardReachMeters, limit: 24 }),
    townNear(database, { lon, lat }, 2 * cardReachMeters),
    placesAround(services, { lon, lat }, cardReachMeters),
  ]);
  return {
    name: listing.name,
    kind: labelIn(category, language),
    address: formatAddress(listing) || (town ? nameIn(town, language) : ''),
    group: category.group,
    icon: category.icon,
    lon,
    lat,
    marks: around
      .filter(({ id }) => id !== listing.id)
      .map(({ lon, lat, categories }) => ({ lon, lat, group: groupOf(categories[0] ?? '') })),
    towns: towns.map((town) => ({ lon: town.lon, lat: town.lat, name: nameIn(town, language) })),
  };
}

async function drawn(card: Card): Promise<Buffer> {
  // The drawing library is large: loaded when the first picture is asked for.
  const [{ drawCard }, land, outline] = await Promise.all([import('./draw.ts'), readLand(), outlineOf(card.icon)]);
  return drawCard(card, land, outline);
}
