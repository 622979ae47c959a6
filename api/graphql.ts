/** Apollo Server over the schema: limits, errors that say something, and nothing of the inside when they must not. */
import { randomUUID } from 'node:crypto';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type Context, createContext, type Services } from './context.ts';
import { limitShape, tokenLimit } from './limits.ts';
import { errorCode, InvalidInput } from './platform/errors.ts';
import type { Log } from './platform/log.ts';
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
  await app.register(fastifyApollo(server), {
    path: '/graphql',
    context: async (request) => createContext(services, request.headers['accept-language']),
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
