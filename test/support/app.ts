import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll } from 'vitest';
import { createApp } from '../../api/app.ts';
import type { Services } from '../../api/context.ts';
import { openPhotos } from '../../api/features/photos/service.ts';
import { readConfig } from '../../api/platform/config.ts';
import type { Database } from '../../api/platform/database.ts';
import { openJobs } from '../../api/platform/jobs.ts';
import { createLog } from '../../api/platform/log.ts';
import { type Mailer, openMailer } from '../../api/platform/mail.ts';
import { openServices } from '../../api/services.ts';
import { testDatabase } from './database.ts';

export interface TestApp {
  app: FastifyInstance;
  database: Database;
  services: Services;
  /** Posts a query; returns the whole answer, errors included. */
  // biome-ignore lint/suspicious/noExplicitAny: a test knows the shape of what it asks for
  ask<Data = Record<string, any>>(
    query: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ): Promise<Answer<Data>>;
  /** Where what is kept on disk lies; mail is written to its folder `mail`. */
  dataDir: string;
}

export interface TestAppOptions {
  now?: Date;
  /** Opens the queue of mail too, which takes a moment; left out, whatever sends mail fails. */
  mail?: boolean;
  /** Left out: a database of the file's own. */
  database?: Database;
  /** Variables of the environment. */
  environment?: Record<string, string>;
}

/** No real one: what tests sign with. */
const secret = 'synthetic-secret-of-the-tests-000000';

export interface Answer<Data> {
  data: Data;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; argument?: string; limit?: string };
  }[];
}

/** The whole application over a database of the file's own; the clock stands at `now`. */
export async function testApp({ now, mail, environment, ...options }: TestAppOptions = {}): Promise<TestApp> {
  const database = options.database ?? (await testDatabase());
  const dataDir = mkdtempSync(join(tmpdir(), 'ricircolo-app-'));
  const config = readConfig({ DATA_DIR: dataDir, ...environment });
  const log = createLog('silent');
  let jobs: Awaited<ReturnType<typeof openJobs>> | undefined;
  let mailer: Mailer = { send: () => Promise.reject(new Error('a test that sends mail asks for it')) };
  if (mail) {
    jobs = await openJobs(database, log);
    mailer = await openMailer(config, secret, jobs, log);
  }
  const photos = await openPhotos({ config, database, jobs });
  const services = await openServices({ database, config, secret, mailer, photos, log, now: () => now ?? new Date() });
  const app = await createApp(services, config);
  afterAll(async () => {
    await app.close();
    await jobs?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return {
    app,
    database,
    services,
    dataDir,
    async ask(query, variables, headers = {}) {
      const response = await app.inject({ method: 'POST', url: '/graphql', headers, payload: { query, variables } });
      return response.json();
    },
  };
}
