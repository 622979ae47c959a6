/** The composition root: one Fastify application made of every feature's routes. Does not listen. */
import compress from '@fastify/compress';
import Fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance } from 'fastify';
import sql from 'sql-template-tag';
import type { Services } from './context.ts';
import { registerCrossOrigin } from './cross-origin.ts';
import { registerAccountRoutes } from './features/accounts/routes.ts';
import { registerPageRoutes } from './features/pages/routes.ts';
import { readShell } from './features/pages/shell.ts';
import { registerPhotoRoutes } from './features/photos/routes.ts';
import { registerBasemapRoutes } from './features/regions/routes.ts';
import { registerTileRoutes } from './features/tiles/routes.ts';
import { registerViewRoutes } from './features/views/routes.ts';
import { openViewCounter } from './features/views/service.ts';
import { registerGraphql } from './graphql.ts';
import { bodyLimit } from './limits.ts';
import type { Config } from './platform/config.ts';
import { InvalidInput } from './platform/errors.ts';
import { registerSecurityHeaders } from './platform/security.ts';
import { plainPages, registerWeb } from './web.ts';

export async function createApp(services: Services, config: Config): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = services.log.child({}, { level: 'warn' });
  const app = Fastify({
    bodyLimit,
    loggerInstance,
    routerOptions: { maxParamLength: 300 },
    // Behind a reverse proxy, the proxy says who asks.
    trustProxy: config.trustedProxies,
  });
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error instanceof InvalidInput) {
      return reply.code(400).send({ error: error.message, parameter: error.argument });
    }
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send({ error: error.message });
    services.log.error({ err: error, url: request.url }, 'a request failed');
    return reply.code(500).send({ error: 'Something failed on our side.' });
  });
  await registerCrossOrigin(app);
  const shell = readShell();
  registerSecurityHeaders(app, config, shell.styles);
  await app.register(compress, { threshold: 1024 });
  app.get('/health/live', async () => ({ status: 'ok' }));
  app.get('/health/ready', async (_, reply) => {
    try {
      await services.database.query(sql`/* health.ready */ select 1`);
      return { status: 'ok' };
    } catch (error) {
      services.log.error({ err: error }, 'the database does not answer');
      return reply.code(503).send({ status: 'the database does not answer' });
    }
  });
  await registerGraphql(app, services);
  registerAccountRoutes(app, services, config.baseUrl);
  await registerTileRoutes(app, { ...services, baseUrl: config.baseUrl });
  registerPhotoRoutes(app, services);
  registerBasemapRoutes(app, services);
  const countView = openViewCounter(services.database, services.log, services.now);
  registerViewRoutes(app, { ...services, countView });
  registerPageRoutes(app, { ...services, countView, shell, baseUrl: config.baseUrl, plainPages });
  await registerWeb(app, config);
  return app;
}
