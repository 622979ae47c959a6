import type { FastifyInstance } from 'fastify';
import { afterAll } from 'vitest';
import { createApp } from '../../api/app.ts';
import type { Services } from '../../api/context.ts';
import { openTaxonomy } from '../../api/features/taxonomy/service.ts';
import { readConfig } from '../../api/platform/config.ts';
import type { Database } from '../../api/platform/database.ts';
import { createLog } from '../../api/platform/log.ts';
import { testDatabase } from './database.ts';

export interface TestApp {
  app: FastifyInstance;
  database: Database;
  services: Services;
  /** Posts a query; returns the whole answer, errors included. */
  // biome-ignore lint/suspicious/noExplicitAny: a test knows the shape of what it asks for
  ask<Data = Record<string, any>>(query: string, variables?: Record<string, unknown>): Promise<Answer<Data>>;
}

export interface Answer<Data> {
  data: Data;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; argument?: string; limit?: string };
  }[];
}

/** The whole application over a database of the file's own; the clock stands at `now`. */
export async function testApp(options: { now?: Date } = {}): Promise<TestApp> {
  const database = await testDatabase();
  const services: Services = {
    database,
    taxonomy: await openTaxonomy(database),
    log: createLog('silent'),
    now: () => options.now ?? new Date(),
  };
  const app = await createApp(services, readConfig({}));
  afterAll(() => app.close());
  return {
    app,
    database,
    services,
    async ask(query, variables) {
      const response = await app.inject({ method: 'POST', url: '/graphql', payload: { query, variables } });
      return response.json();
    },
  };
}
