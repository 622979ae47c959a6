import sql from 'sql-template-tag';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openJobs } from '../../api/platform/jobs.ts';
import { createLog } from '../../api/platform/log.ts';
import { roundsCommand } from '../../api/rounds.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();
const dayS = 86_400;
const patient = { timeout: 25_000 };

/** What one process has of it. */
async function open() {
  const jobs = await openJobs(database, createLog('silent'));
  onTestFinished(() => jobs.close());
  return jobs;
}

const jobsOf = (name: string) =>
  database.query<{ state: string }>(sql`select state::text from pgboss.job where name = ${name} order by created_on`);
const finished = (name: string, count: number) =>
  vi.waitFor(async () => {
    const states = (await jobsOf(name)).map(({ state }) => state);
    expect(states).toEqual(Array.from({ length: count }, () => 'completed'));
  }, patient);

it('work of a day is done once, however many processes are up and however often they start', async () => {
  const done: string[] = [];
  const work = (who: string) => async () => done.push(who);
  const first = await open();
  await first.every('once', dayS, work('first'));
  await (await open()).every('once', dayS, work('second'));
  await finished('once', 1);
  await first.close();
  await (await open()).every('once', dayS, work('third'));
  await finished('once', 1);
  expect(done).toHaveLength(1);
});

it('work comes again in the next period', async () => {
  const jobs = await open();
  let times = 0;
  await jobs.every('again', 1, async () => {
    times += 1;
  });
  await vi.waitFor(() => expect(times).toBeGreaterThan(2), patient);
});

it('work that fails is tried again', async () => {
  const jobs = await open();
  let times = 0;
  const work = async () => {
    times += 1;
    if (times === 1) throw new Error('synthetic');
  };
  await jobs.every('shaky', dayS, work, { limit: 1, delaySeconds: 0, delayMaxSeconds: 1 });
  await vi.waitFor(() => expect(times).toBe(1), patient);
  await finished('shaky', 1);
  expect(times).toBe(2);
}, 60_000);

it('an operator has it done once more; where no process is up, the next one does it', async () => {
  const lines: string[] = [];
  const print = (line: string) => lines.push(line);
  const withJobs = async (work: (jobs: Awaited<ReturnType<typeof open>>) => Promise<void>) => work(await open());
  await roundsCommand(withJobs, ['run', 'duplicates'], print);
  expect(lines).toEqual(['The running server does it within a minute: duplicates.']);
  let times = 0;
  await (await open()).every('duplicates', dayS, async () => {
    times += 1;
  });
  await finished('duplicates', 2);
  expect(times).toBe(2);
  await expect(roundsCommand(withJobs, ['run', 'nonsense'], print)).rejects.toThrow(
    /^Usage: npm run cli -- rounds run freshness-questions\|/,
  );
});
