/** `POST /api/photos` takes a photo, `/photos/…` shows it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../../context.ts';
import { NotAllowed, NotFound, RateLimited, ValidationError } from '../../platform/errors.ts';
import { parseRowId } from '../../platform/row-id.ts';
import { isFromOurPages } from '../accounts/policy.ts';
import { photoFiles } from './model.ts';
import { largestFile, UnusablePicture } from './picture.ts';
import { photoAccess } from './service.ts';

type PhotoServices = Pick<Services, 'database' | 'accounts' | 'photos' | 'baseUrl' | 'now'>;

export function registerPhotoRoutes(app: FastifyInstance, services: PhotoServices): void {
  const { database, accounts, photos, baseUrl, now } = services;

  app.register(async (uploads) => {
    // The body is the file: there is no name of it that could lead anywhere, and its declared type is not looked at.
    uploads.removeAllContentTypeParsers();
    uploads.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: largestFile }, (_, body, done) =>
      done(null, body),
    );
    uploads.post<{ Querystring: Record<string, unknown> }>(
      '/api/photos',
      { bodyLimit: largestFile },
      async (request, reply) => {
        reply.header('cache-control', 'no-store');
        if (!isFromOurPages(baseUrl, request.headers)) {
          return reply.code(403).send({ error: 'Only pages of this site may add photos.', code: 'NOT_ALLOWED' });
        }
        const viewer = await accounts.viewerOf(request.headers);
        if (!viewer) return reply.code(401).send({ error: 'Sign in first.', code: 'NOT_SIGNED_IN' });
        const { listing, licence } = request.query;
        const upload = {
          bytes: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
          licence: typeof licence === 'string' ? licence : undefined,
        };
        try {
          const id = await photos.add({ database, viewer, now: now() }, listingIdOf(listing), upload);
          return reply.code(201).send({ id: Buffer.from(`Photo:${id}`).toString('base64') });
        } catch (error) {
          return sendRefusal(reply, error);
        }
      },
    );
  });

  app.get<{ Params: { file: string } }>('/photos/:file', async (request, reply) => {
    const [, digits, file] = /^(\d+)-(\d+\.\w+)$/.exec(request.params.file) ?? [];
    const id = parseRowId(digits ?? '');
    if (!id || !file || !photoFiles.includes(file)) return reply.callNotFound();
    const viewer = await viewerIfAny(request, accounts);
    const access = await photoAccess({ database, viewer, now: now() }, id);
    const bytes = access === 'nobody' ? undefined : await photos.read(id, file);
    if (!bytes) return reply.callNotFound();
    return reply
      .headers({
        // A photo never changes: another one has another id.
        'cache-control': access === 'everybody' ? 'public, max-age=31536000, immutable' : 'private, no-store',
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'cross-origin', // the map in other sites' frames, and their previews
        'content-disposition': 'inline',
      })
      .type(file.endsWith('.jpg') ? 'image/jpeg' : 'image/webp')
      .send(bytes);
  });
}

/** Who asks matters only for photos that are not public: without a cookie it is not looked up. */
function viewerIfAny({ headers }: FastifyRequest, accounts: Services['accounts']) {
  return headers.cookie ? accounts.viewerOf(headers) : undefined;
}

function listingIdOf(globalId: unknown): number {
  const text = typeof globalId === 'string' ? Buffer.from(globalId, 'base64').toString() : '';
  return parseRowId(/^Listing:(\d+)$/.exec(text)?.[1] ?? '');
}

function sendRefusal(reply: FastifyReply, error: unknown): FastifyReply {
  const refuse = (status: number, code: string) => reply.code(status).send({ error: (error as Error).message, code }); // each below is one
  if (error instanceof UnusablePicture) return refuse(error.code === 'NOT_A_PICTURE' ? 415 : 422, error.code);
  if (error instanceof NotAllowed) return refuse(403, 'NOT_ALLOWED');
  if (error instanceof NotFound) return refuse(404, 'NOT_FOUND');
  if (error instanceof ValidationError) return refuse(422, error.field === 'listing' ? 'TOO_MANY' : 'INVALID');
  if (error instanceof RateLimited) {
    return reply
      .code(429)
      .header('retry-after', error.retryAfterSeconds)
      .send({ error: error.message, code: 'RATE_LIMITED' });
  }
  throw error;
}
