import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { FeatureCollection } from 'geojson';
import type { Queryable } from '../../platform/database.ts';
import { InvalidInput } from '../../platform/errors.ts';
import { languages } from '../taxonomy/model.ts';
import { namedLand, readLand, townLabels } from './basemap.ts';

interface Body {
  json: string;
  etag: string;
}

/**
 * `/basemap/countries.geojson?language=it` (land of the world, names of countries) and `/basemap/places.geojson?language=it`
 * (names of towns). Each is made once, when it is first asked for, and kept.
 */
export function registerBasemapRoutes(app: FastifyInstance, { database }: { database: Queryable }): void {
  const land = once(readLand);
  const bodies = new Map<string, () => Promise<Body>>(
    languages.flatMap((language) => [
      [`countries ${language}`, once(async () => bodyOf(namedLand(await land(), language)))] as const,
      [`places ${language}`, once(async () => bodyOf(await townLabels(database, language)))] as const,
    ]),
  );
  app.get<{ Params: { file: string }; Querystring: { language?: string } }>(
    '/basemap/:file.geojson',
    async (request, reply) => {
      const { language = 'en' } = request.query;
      const make = bodies.get(`${request.params.file} ${language}`);
      if (!make) {
        if (bodies.has(`${request.params.file} en`))
          throw new InvalidInput('language', `is none of ${languages.join(', ')}`);
        return reply.callNotFound();
      }
      const { json, etag } = await make();
      reply.header('etag', etag).header('cache-control', 'public, max-age=86400');
      if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send();
      return reply.type('application/geo+json').send(json);
    },
  );
}

function bodyOf(collection: FeatureCollection): Body {
  const json = JSON.stringify(collection);
  return { json, etag: `"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"` };
}

/** Runs `make` on the first call and answers the same to the next ones; a failure is tried again. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
