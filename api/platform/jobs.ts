/** Work for later, kept in the database by pg-boss over our own pool: it survives restarts and is tried again. */
import { randomUUID } from 'node:crypto';
import { PgBoss } from 'pg-boss';
import { Sql } from 'sql-template-tag';
import type { Database, Queryable } from './database.ts';
import type { Log } from './log.ts';

export interface Retries {
  /** Tries after the first. */
  limit: number;
  /** Seconds before the second try; doubled before each further one up to `delayMaxSeconds`. */
  delaySeconds: number;
  delayMaxSeconds: number;
}

interface Queue<Data extends object> {
  /** Resolves once the job is kept, before it is done. In a transaction, it is kept only if that is committed. */
  add(data: Data, transaction?: Queryable): Promise<void>;
}

export interface Jobs {
  /** Opens a queue and works on it. What was tried in vain to the end moves to the queue `<name>-failed` and stays. */
  queue<Data extends object>(name: string, retries: Retries, work: (data: Data) => Promise<void>): Promise<Queue<Data>>;
  /** Brings what had failed to the end back into its queue; returns how many. */
  retryFailed(name: string): Promise<number>;
  /** Waits for the jobs at work. */
  close(): Promise<void>;
}

/** How long failed jobs are kept. */
const keepFailedSeconds = 90 * 24 * 3600;
const failedOf = (name: string) => `${name}-failed`;

/** Creates or migrates pg-boss's own schema where needed. */
export async function openJobs(database: Database, log: Log): Promise<Jobs> {
  const boss = new PgBoss({
    db: {
      executeSql: async (text, values) => {
        const result = await database.pool.query(text, values);
        // Several statements at once give several results; pg-boss reads the one that has rows.
        return Array.isArray(result) ? { rows: result.flatMap(({ rows }) => rows) } : result;
      },
    },
    useListenNotify: false, // notifications do not arrive from the embedded engine
    registerInstance: false,
    schedule: false,
    monitorVacuum: false,
  });
  boss.on('error', (error) => log.error({ err: error }, 'the job queue failed'));
  await boss.start();
  return {
    async queue(name, retries, work) {
      await boss.createQueue(failedOf(name), { retentionSeconds: keepFailedSeconds });
      await boss.createQueue(name, {
        retryLimit: retries.limit,
        retryDelay: retries.delaySeconds,
        retryBackoff: true,
        retryDelayMax: retries.delayMaxSeconds,
        deadLetter: failedOf(name),
        expireInSeconds: 120,
        deleteAfterSeconds: 3600,
      });
      const worker: string = await boss.work<Parameters<typeof work>[0]>(name, { batchSize: 1 }, async ([job]) => {
        if (!job) return;
        try {
          await work(job.data);
          boss.notifyWorker(worker); // the next one now rather than at the next poll
        } catch (error) {
          log.warn({ err: error, queue: name, job: job.id }, 'a job failed and will be tried again');
          throw error;
        }
      });
      // Makes pg-boss know the queue, so that adding in a transaction asks nothing outside it: the embedded engine would
      // wait for the transaction's end.
      await boss.cancel(name, randomUUID());
      return {
        async add(data, transaction) {
          await boss.send(name, data, transaction ? { db: within(transaction) } : {});
          if (!transaction) boss.notifyWorker(worker); // rather than at the next poll
        },
      };
    },
    retryFailed: (name) => boss.redrive(failedOf(name)),
    close: () => boss.stop({ graceful: true, close: false, timeout: 10_000 }),
  };
}

const within = (transaction: Queryable) => ({
  executeSql: async (text: string, values: unknown[] = []) => ({
    rows: await transaction.query(numbered(text, values)),
  }),
});

/** A statement whose parameters are numbered already, as our own transactions take it. */
function numbered(text: string, values: unknown[]): Sql {
  return Object.defineProperties(new Sql([''], []), { text: { value: text }, values: { value: values } });
}
