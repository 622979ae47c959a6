/** Starts the servers to be measured, each in a process of its own on a free port of this machine. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { OperatorError } from '../api/platform/errors.ts';

/** The database to measure on; an OperatorError where none is named. */
export function benchDatabaseUrl(): string {
  const databaseUrl = process.env.BENCH_DATABASE_URL || process.env.DATABASE_URL;
  if (!databaseUrl) {
    throw new OperatorError(
      'Set BENCH_DATABASE_URL to a PostgreSQL database, and fill it first: DATABASE_URL=… npm run cli -- bench seed --listings 1000000',
    );
  }
  return databaseUrl;
}

export interface Server {
  url: string;
  stop(): Promise<void>;
}

const startSeconds = 120;

/** Starts `node <args>` with PORT set and waits until `readyPath` is answered, however. */
export async function startServer(
  args: readonly string[],
  env: Record<string, string>,
  readyPath: string,
): Promise<Server> {
  const port = await freePort();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env, PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  process.once('exit', () => child.kill()); // also where the run fails
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  const deadline = Date.now() + startSeconds * 1000;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`node ${args.join(' ')} ended with exit code ${child.exitCode}.`);
    if (await answers(url + readyPath)) return { url, stop };
    if (Date.now() > deadline) {
      await stop();
      throw new Error(`node ${args.join(' ')} was not ready after ${startSeconds} s.`);
    }
    await wait(100);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    await (await fetch(url)).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
