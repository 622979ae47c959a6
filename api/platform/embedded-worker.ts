import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { postgis } from '@electric-sql/pglite-postgis';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

const { directory, path }: { directory: string; path: string } = workerData;

try {
  const database = await PGlite.create({ dataDir: directory, extensions: { postgis, pg_trgm, btree_gist } });
  const server = new PGLiteSocketServer({ db: database, path, maxConnections: 100 });
  await server.start();
  parentPort?.once('message', async () => {
    await server.stop();
    await database.close();
    process.exit(0);
  });
  parentPort?.postMessage('ready');
} catch (error) {
  parentPort?.postMessage(error instanceof Error ? error.message : String(error));
}
