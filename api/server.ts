/** Entry: configuration, database, application, listen. Ends cleanly on SIGTERM and SIGINT. */
import { createServer } from 'node:net';
import { createApp } from './app.ts';
import { keepSchedulesExpanded } from './features/hours/service.ts';
import { openPhotos } from './features/photos/service.ts';
import type { Config } from './platform/config.ts';
import { openDatabase } from './platform/database.ts';
import { errorCode, OperatorError } from './platform/errors.ts';
import { openJobs } from './platform/jobs.ts';
import { createLog } from './platform/log.ts';
import { openMailer } from './platform/mail.ts';
import { readSecret } from './platform/secret.ts';
import { prepare } from './prepare.ts';
import { beginRounds } from './rounds.ts';
import { openServices } from './services.ts';

/** Serves until a signal ends it; throws an OperatorError for anything an operator can mend. */
export async function start(config: Config): Promise<void> {
  const began = Date.now();
  await checkPort(config); // before any work: a first start takes a while
  const log = createLog(config.logLevel);
  const database = await openDatabase(config);
  try {
    const now = () => new Date();
    await prepare(database, config, now, console.log);
    const secret = readSecret(config);
    const jobs = await openJobs(database, log);
    const mailer = await openMailer(config, secret, jobs, log);
    const photos = await openPhotos({ config, database, jobs });
    const services = await openServices({ database, config, secret, mailer, photos, log, now });
    const app = await createApp(services, config);
    await app.listen({ port: config.port, host: config.host });
    const endExpanding = keepSchedulesExpanded(database, log, now);
    services.accounts.load().catch((error) => log.error({ err: error }, 'nobody can sign in'));
    await beginRounds(jobs, services, config);
    endOnSignal(async () => {
      await app.close();
      await endExpanding();
      await jobs.close();
      await database.close();
    });
    console.log(`Ricircolo is at ${config.baseUrl} (ready in ${((Date.now() - began) / 1000).toFixed(1)} s)`);
  } catch (error) {
    await database.close();
    throw error;
  }
}

function checkPort({ port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => {
      const why =
        errorCode(error) === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${errorCode(error)})`;
      reject(new OperatorError(`The port ${port} on ${host} ${why}; set PORT or HOST.`));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/** How long requests under way may take after the signal to end. */
const graceSeconds = 20;

function endOnSignal(close: () => Promise<void>): void {
  let closing = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (closing) return;
      closing = true;
      setTimeout(() => {
        console.error(`Not everything ended within ${graceSeconds} s; giving up on it.`);
        process.exit(1);
      }, graceSeconds * 1000).unref();
      close().then(
        () => process.exit(0),
        (error) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
}
