/** /api/auth/* as better-auth answers it, and /api/account/export. */
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { authPath, clientAddressHeader } from './model.ts';
import type { AccountsService } from './service.ts';

/** Questions whose answer could tell whether an address has an account. */
const probing = /^\/(sign-up\/email|sign-in\/(email|magic-link)|request-password-reset|send-verification-email)$/;
/** All of these take this long at least, whatever there was to do. */
const probingMs = 400;

export function registerAccountRoutes(
  app: FastifyInstance,
  { accounts }: { accounts: AccountsService },
  baseUrl: string,
): void {
  app.route({
    method: ['GET', 'POST'],
    url: `${authPath}/*`,
    async handler(request, reply) {
      const path = new URL(request.url, baseUrl).pathname.slice(authPath.length);
      const [response] = await Promise.all([
        accounts.handle(toRequest(request, baseUrl)),
        request.method === 'POST' && probing.test(path) ? delay(probingMs) : undefined,
      ]);
      return sendResponse(reply, response);
    },
  });
  app.get('/api/account/export', async (request, reply) => {
    const viewer = await accounts.viewerOf(request.headers);
    reply.header('cache-control', 'no-store');
    if (!viewer) return reply.code(401).send({ error: 'Sign in first.' });
    reply.header('content-disposition', 'attachment; filename="ricircolo-account.json"');
    return reply.send(await accounts.exportOf(viewer));
  });
}

/** What Fastify has read, as better-auth wants it; the client's address is the one that Fastify believes. */
function toRequest({ url, method, headers, body, ip }: FastifyRequest, baseUrl: string): Request {
  const forwarded = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && name !== 'content-length') forwarded.set(name, String(value));
  }
  forwarded.set(clientAddressHeader, ip);
  return new Request(new URL(url, baseUrl), {
    method,
    headers: forwarded,
    ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
  });
}

async function sendResponse(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  reply.code(response.status);
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie' && name !== 'content-length') reply.header(name, value);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  reply.header('cache-control', 'no-store');
  return reply.send(await response.text());
}
