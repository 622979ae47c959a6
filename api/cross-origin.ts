import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

/**
 * What pages of any origin may ask and read, without credentials: the API is public, and a sandboxed frame of ours on
 * another site has no origin of its own, so that even our scripts are foreign to it. Tiles say the same for themselves.
 */
const open = /^\/(graphql|assets\/|basemap\/|config\.json|embed\.js)/;

export async function registerCrossOrigin(app: FastifyInstance): Promise<void> {
  await app.register(cors, {
    delegator: (request, done) =>
      done(
        null,
        open.test(request.url ?? '') ? { origin: '*', methods: ['GET', 'POST'], maxAge: 7200 } : { origin: false },
      ),
  });
}
