import { taxonomy } from '../../api/features/taxonomy/data.ts';
import { saveTaxonomy } from '../../api/features/taxonomy/store.ts';
import type { Config } from '../../api/platform/config.ts';
import { openDatabase } from '../../api/platform/database.ts';
import { openJobs } from '../../api/platform/jobs.ts';
import { createLog } from '../../api/platform/log.ts';
import { migrate } from '../../api/platform/migrate.ts';

/** What every test database starts from: all migrations, the words of the field, and the tables of jobs. */
export async function prepareDatabase(config: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<void> {
  const database = await openDatabase(config);
  await migrate(database);
  await saveTaxonomy(database, taxonomy);
  const jobs = await openJobs(database, createLog('silent')); // its tables too, which take a moment to make
  await jobs.close();
  await database.close();
}
