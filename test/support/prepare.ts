import { taxonomy } from '../../api/features/taxonomy/data.ts';
import { saveTaxonomy } from '../../api/features/taxonomy/store.ts';
import type { Config } from '../../api/platform/config.ts';
import { openDatabase } from '../../api/platform/database.ts';
import { migrate } from '../../api/platform/migrate.ts';

/** What every test database starts from: all migrations, and the words of the field. */
export async function prepareDatabase(config: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<void> {
  const database = await openDatabase(config);
  await migrate(database);
  await saveTaxonomy(database, taxonomy);
  await database.close();
}
