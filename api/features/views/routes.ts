/** `POST /api/views?listing=slug`: the web application tells that somebody opened a place. */
import type { FastifyInstance } from 'fastify';
import type { Services } from '../../context.ts';
import { isFromOurPages } from '../accounts/policy.ts';
import { findListing } from '../listings/service.ts';
import type { CountView } from './service.ts';

type ViewServices = Pick<Services, 'database' | 'baseUrl' | 'now'> & { countView: CountView };

export function registerViewRoutes(app: FastifyInstance, { database, baseUrl, now, countView }: ViewServices): void {
  app.post<{ Querystring: Record<string, unknown> }>('/api/views', async (request, reply) => {
    const { listing: slug } = request.query;
    if (typeof slug === 'string' && slug.length <= 200 && isFromOurPages(baseUrl, request.headers)) {
      const listing = await findListing(database, { slug }, now());
      if (listing) countView(request, listing.id);
    }
    // The same whatever came of it: there is nothing that whoever asks should do about it.
    return reply.code(204).header('cache-control', 'no-store').send();
  });
}
