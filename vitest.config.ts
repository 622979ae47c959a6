import { defineConfig } from 'vitest/config';

/** Vite would take graphql's other build than Node does, and graphql refuses to be there twice. */
const resolve = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] };

/** API tests run once an engine: embedded always, server where TEST_DATABASE_URL names one. */
const api = (engine: 'embedded' | 'server') => ({
  resolve,
  test: {
    name: `api:${engine}`,
    include: ['test/api/**/*.test.ts'],
    globalSetup: [`test/support/${engine}-template.ts`],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    // An embedded database holds about a gigabyte: one at a time. The server takes two files side by side.
    maxWorkers: engine === 'embedded' ? 1 : 2,
    sequence: { groupOrder: engine === 'embedded' ? 1 : 2 },
  },
});

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 30_000, sequence: { groupOrder: 0 } },
      },
      api('embedded'),
      ...(process.env.TEST_DATABASE_URL ? [api('server')] : []),
      {
        resolve,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/web-server.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          expect: { poll: { timeout: 30_000, interval: 100 } },
          // A browser is killed by a machine short of memory now and then; what fails twice is ours. Runs say what was tried again.
          retry: process.env.CI === 'true' ? 1 : 0,
          maxWorkers: 1,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
