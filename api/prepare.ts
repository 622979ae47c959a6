/** Brings a database to where the application can serve from it. Every step is skipped when it has been done. */
import { expandSchedules } from './features/hours/service.ts';
import { loadSeed, needsSeed } from './features/imports/seed.ts';
import { assignRegions, settleListings } from './features/listings/service.ts';
import { loadGazetteer, loadRegions } from './features/regions/load.ts';
import { taxonomy } from './features/taxonomy/data.ts';
import { saveTaxonomy } from './features/taxonomy/store.ts';
import type { Config } from './platform/config.ts';
import type { Database } from './platform/database.ts';
import { migrate } from './platform/migrate.ts';

/** `say` hears of each step that took some doing, for the person who waits. */
export async function prepare(
  database: Database,
  config: Pick<Config, 'seed'>,
  now: () => Date,
  say: (line: string) => void,
): Promise<void> {
  const step = async (what: string, work: () => Promise<boolean>) => {
    const began = performance.now();
    if (await work()) say(`${what} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  };
  await step('Prepared the database', async () => {
    const applied = await migrate(database);
    await saveTaxonomy(database, taxonomy);
    return applied.length > 0;
  });
  await step('Loaded countries and regions', async () => {
    const loaded = await loadRegions(database);
    if (loaded > 0) await assignRegions(database);
    return loaded > 0;
  });
  await step('Loaded towns', async () => (await loadGazetteer(database)) > 0);
  if (config.seed === 'demo' && (await needsSeed(database))) {
    await step('Imported the places of the demonstration', async () => {
      await loadSeed(
        { database, now },
        { onProgress: (done, total, { dataset }) => say(`  ${done} of ${total}: ${dataset}`) },
      );
      await expandSchedules(database, { now: now() });
      await settleListings(database);
      return true;
    });
  }
}
