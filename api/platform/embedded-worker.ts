import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { postgis } from '@electric-sql/pglite-postgis';
import { listen } from './embedded-socket.ts';

const { directory, path }: { directory: string; path: string } = workerData;

try {
  const database = await PGlite.create({ dataDir: directory, extensions: { postgis, pg_trgm, btree_gist } });
  const server = await listen(database, path);
  parentPort?.once('message', async () => {
    await server.close();
    await database.close();
    process.exit(0);
  });
  parentPort?.postMessage('ready');
} catch (error) {
  parentPort?.postMessage(error instanceof Error ? error.message : String(error));
}
