/** What is done by itself, again and again: once a period, by whichever process comes to it. */
import type { Services } from './context.ts';
import { tidyAccounts } from './features/accounts/service.ts';
import { askKeepers } from './features/freshness/service.ts';
import { checkWebsites, enrol } from './features/freshness/websites.ts';
import { findAllDuplicates } from './features/moderation/find-duplicates.ts';
import { forgetOldViews } from './features/views/service.ts';
import type { Config } from './platform/config.ts';
import { OperatorError } from './platform/errors.ts';
import type { Jobs } from './platform/jobs.ts';

const minute = 60;
const hour = 3600;
const day = 24 * hour;

interface Round {
  periodSeconds: number;
  work(services: Services, now: Date, signal: AbortSignal): Promise<unknown>;
  /** Left out: always. */
  isWanted?(config: Config): boolean;
}

const ifWebsitesAreChecked = ({ checkWebsites: wanted }: Config) => wanted;

const rounds: Record<string, Round> = {
  'freshness-questions': {
    periodSeconds: day,
    work: ({ database, mailer, freshnessLinks: links, baseUrl }, now) =>
      askKeepers({ database, mailer, links, baseUrl }, now),
  },
  'website-enrolment': { periodSeconds: day, work: enrol, isWanted: ifWebsitesAreChecked },
  'website-checks': { periodSeconds: minute, work: checkWebsites, isWanted: ifWebsitesAreChecked },
  duplicates: { periodSeconds: day, work: ({ database }, now, signal) => findAllDuplicates(database, now, signal) },
  'account-tidying': { periodSeconds: day, work: ({ database }, now) => tidyAccounts(database, now) },
  'view-tidying': { periodSeconds: day, work: ({ database }, now) => forgetOldViews(database, now) },
  'photo-tidying': { periodSeconds: hour, work: ({ photos }) => photos.clear() },
};

/** Begins all of it, until the jobs are closed. */
export async function beginRounds(jobs: Jobs, services: Services, config: Config): Promise<void> {
  for (const [name, { periodSeconds, work, isWanted }] of Object.entries(rounds)) {
    if (isWanted && !isWanted(config)) continue;
    await jobs.every(name, periodSeconds, (signal) => work(services, services.now(), signal));
  }
}

/** `ricircolo rounds run NAME`: has the running server do one now, whenever its turn was. */
export async function roundsCommand(
  withJobs: (work: (jobs: Jobs) => Promise<void>) => Promise<void>,
  [action, name = '']: string[],
  print: (line: string) => void,
): Promise<void> {
  if (action !== 'run' || !Object.hasOwn(rounds, name)) {
    throw new OperatorError(`Usage: npm run cli -- rounds run ${Object.keys(rounds).join('|')}`);
  }
  await withJobs((jobs) => jobs.hasten(name));
  print(`The running server does it within a minute: ${name}.`);
}
