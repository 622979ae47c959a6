/**
 * The embedded database: PostgreSQL with PostGIS compiled to WebAssembly (PGlite), in a worker thread, behind a socket
 * that speaks PostgreSQL's own protocol. Everything else reaches it through `pg`, as it would reach a server.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PoolConfig } from 'pg';
import { errorCode, messageOf, OperatorError } from './errors.ts';

export interface EmbeddedServer {
  connection: PoolConfig;
  close(): Promise<void>;
}

/** Opens or creates the database in `directory`. Throws an OperatorError if it cannot be written or is in use. */
export async function startEmbedded(directory: string): Promise<EmbeddedServer> {
  const release = lock(directory);
  // A private folder, not a port: nobody else on the machine can connect.
  const socketDirectory = mkdtempSync(join(tmpdir(), 'ricircolo-'));
  const socket = { host: socketDirectory, port: 5432 };
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), {
    workerData: { directory: join(directory, 'postgres'), path: join(socketDirectory, '.s.PGSQL.5432') },
  });
  const cleanUp = () => {
    rmSync(socketDirectory, { recursive: true, force: true });
    release();
  };
  try {
    await answer(worker);
  } catch (error) {
    cleanUp();
    throw new OperatorError(`The embedded database in ${directory} does not open: ${messageOf(error)}.`);
  }
  return {
    connection: { ...socket, user: 'postgres', database: 'postgres' },
    async close() {
      worker.postMessage('close');
      await new Promise((resolve) => worker.once('exit', resolve));
      cleanUp();
    },
  };
}

/** The worker's first message is 'ready' or what went wrong. */
function answer(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('message', (message) => (message === 'ready' ? resolve() : reject(new Error(message))));
    worker.once('error', reject);
  });
}

/** One process a directory: a second writer would destroy it. Returns how to let go. */
function lock(directory: string): () => void {
  const path = join(directory, 'lock');
  try {
    mkdirSync(directory, { recursive: true });
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
      const owner = Number(readFileSync(path, 'utf8'));
      if (owner !== process.pid && isAlive(owner)) {
        throw new OperatorError(
          `The data directory ${directory} is in use by process ${owner}; stop it, or set DATA_DIR to another folder.`,
        );
      }
      writeFileSync(path, String(process.pid)); // left behind by a process that was killed
    }
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw new OperatorError(`The data directory ${directory} cannot be written (${errorCode(error)}); set DATA_DIR.`);
  }
  return () => rmSync(path, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
