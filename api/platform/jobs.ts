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
  /**
   * Does work once in each period of at most a day, in whichever process comes to it first, never twice at a time; what
   * fails is tried again. Where no process was up at its time, it is done at the next start.
   */
  every(
    name: string,
    periodSeconds: number,
    work: (signal: AbortSignal) => Promise<unknown>,
    retries?: Retries,
  ): Promise<void>;
  /** Has such work done once more, by a process that does it. */
  hasten(name: string): Promise<void>;
  /** Brings what had failed to the end back into its queue; returns how many. */
  retryFailed(name: string): Promise<number>;
  /** Waits for the jobs at work. */
  close(): Promise<void>;
}

/** How long failed jobs are kept. */
const keepFailedSeconds = 90 * 24 * 3600;
/** For regular work: three more tries within two hours. */
const regularPatience: Retries = { limit: 3, delaySeconds: 600, delayMaxSeconds: 3600 };
/** A process that does not say so often that it is at work is taken for dead. */
const heartbeatSeconds = 300;
/** A job that is done tells that its period had its turn: longer than any period. */
const keepDoneSeconds = 2 * 24 * 3600;
/** How often it is looked whether a new period has begun, and whether another process left something to do. */
const offerSeconds = 3600;
const pollSeconds = 10;
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
  const timers: NodeJS.Timeout[] = [];
  const openRegular = (name: string, retries = regularPatience) =>
    boss.createQueue(name, {
      policy: 'singleton', // one at work at a time
      retryLimit: retries.limit,
      retryDelay: retries.delaySeconds,
      retryBackoff: true,
      retryDelayMax: retries.delayMaxSeconds,
      heartbeatSeconds,
      expireInSeconds: 6 * 3600,
      deleteAfterSeconds: keepDoneSeconds,
    });
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
    async every(name, periodSeconds, work, retries) {
      await openRegular(name, retries);
      const options = { batchSize: 1, pollingIntervalSeconds: pollSeconds };
      const worker: string = await boss.work(name, options, async ([job]) => {
        if (!job) return;
        try {
          await work(job.signal);
        } catch (error) {
          log.error({ err: error, queue: name, job: job.id }, 'regular work failed');
          throw error;
        }
      });
      const offer = async () => {
        const job = await boss.send(name, {}, { singletonSeconds: periodSeconds }); // null: the period has its job
        if (job) boss.notifyWorker(worker);
      };
      await offer();
      const again = () => offer().catch((error) => log.error({ err: error, queue: name }, 'regular work has to wait'));
      timers.push(setInterval(again, Math.min(periodSeconds, offerSeconds) * 1000).unref());
    },
    async hasten(name) {
      await openRegular(name);
      await boss.send(name, {});
    },
    retryFailed: (name) => boss.redrive(failedOf(name)),
    async close() {
      for (const timer of timers) clearInterval(timer);
      await boss.stop({ graceful: true, close: false, timeout: 10_000 });
    },
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
