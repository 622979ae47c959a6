/** Apollo Server over the schema: limits, errors that say something, and nothing of the inside when they must not. */
import { randomUUID } from 'node:crypto';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import { PothosValidationError } from '@pothos/core';
import type { FastifyInstance } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type Context, createContext, type Services } from './context.ts';
import { limitShape, tellingLimit, tokenLimit } from './limits.ts';
import { errorCode, InvalidInput, RateLimited } from './platform/errors.ts';
import type { Log } from './platform/log.ts';
import { rateLimit } from './platform/rate-limit.ts';
import { schema } from './schema.ts';

/** PostgreSQL's query_canceled: the statement ran into its timeout. */
const queryCanceled = '57014';

export async function registerGraphql(app: FastifyInstance, services: Services): Promise<void> {
  const server = new ApolloServer<Context>({
    schema,
    introspection: true, // the API is public
    validationRules: [limitShape],
    parseOptions: { maxTokens: tokenLimit },
    includeStacktraceInErrorResponses: false,
    formatError: (formatted, error) => formatError(formatted, error, services.log),
    // Without cache hints, which would come of wrapping every field: answers differ by who asks and when.
    plugins: [fastifyApolloDrainPlugin(app), reportTokenLimit, ApolloServerPluginCacheControlDisabled()],
    logger: services.log,
  });
  await server.start();
  const spendTelling = rateLimit(tellingLimit);
  await app.register(fastifyApollo(server), {
    path: '/graphql',
    context: (request) => createContext(services, spendTelling, { address: request.ip, headers: request.headers }),
  });
}

function formatError(formatted: GraphQLFormattedError, error: unknown, log: Log): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const { locations, path } = formatted;
  if (cause instanceof InvalidInput) {
    return {
      message: cause.message,
      locations,
      path,
      extensions: { code: 'BAD_USER_INPUT', argument: cause.argument },
    };
  }
  if (cause instanceof PothosValidationError) {
    // The one thing that Pothos itself looks at: an id of something else.
    return { message: cause.message, locations, path, extensions: { code: 'BAD_USER_INPUT', argument: 'id' } };
  }
  if (cause instanceof RateLimited) {
    const { message, retryAfterSeconds } = cause;
    return { message, locations, path, extensions: { code: 'RATE_LIMITED', retryAfterSeconds } };
  }
  if (errorCode(cause) === queryCanceled) {
    const message = 'This question took too long. Ask for a smaller area or fewer filters.';
    return { message, locations, path, extensions: { code: 'TIMEOUT' } };
  }
  if (formatted.extensions?.code !== 'INTERNAL_SERVER_ERROR') return formatted;
  if (cause instanceof GraphQLError && cause.originalError === undefined) return formatted;
  const reference = randomUUID().slice(0, 8);
  log.error({ err: cause, path, reference }, 'a resolver failed');
  return {
    message: `Something failed on our side (reference ${reference}).`,
    locations,
    path,
    extensions: { code: 'INTERNAL_SERVER_ERROR', reference },
  };
}

/** graphql-js reports too many tokens as a syntax error; this says which limit it was. */
const reportTokenLimit: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async parsingDidStart() {
        return async (error) => {
          if (error instanceof GraphQLError && error.message.includes('tokens')) {
            error.extensions.limit = 'tokens';
          }
        };
      },
    };
  },
};
