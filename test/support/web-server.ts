import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { expandSchedules } from '../../api/features/hours/service.ts';
import { openDatabase } from '../../api/platform/database.ts';
import { prepare } from '../../api/prepare.ts';
import { importPlaces, syntheticPlace } from './imports.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a whole application of the browser tests' own, with the demonstration's places. */
    address: string;
    /** Where it keeps what is not in the database: letters, in the folder `mail`. */
    dataDir: string;
  }
}

/** The railway station of Lahti; nothing of the demonstration is near. */
export const lahtiStation = { longitude: 25.6577, latitude: 60.9767 };

/** Starts the application once for all browser tests, with the demonstration's places and one of the tests' own. */
export default async function setup(project: TestProject) {
  const port = process.env.TEST_WEB_PORT ?? '4123';
  const dataDir = mkdtempSync(join(tmpdir(), 'ricircolo-web-'));
  await addRepairer(dataDir);
  const child = spawn('node', [join(import.meta.dirname, '../../api/cli.ts'), 'start'], {
    env: {
      ...process.env,
      // Where its embedded database listens, for tests that say what no door lets them say.
      TMPDIR: dataDir,
      DATABASE_URL: '',
      DATA_DIR: dataDir,
      PORT: port,
      // A name, since browsers give no passkeys to a bare number.
      BASE_URL: `http://localhost:${port}`,
      SEED: 'demo',
      BASEMAP_STYLE_URL: 'embedded',
    },
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const address = await new Promise<string>((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk;
      const found = /Ricircolo is at (\S+)/.exec(output)?.[1];
      if (found) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('close', () => reject(new Error(`The application did not start:\n${output}`)));
  });
  project.provide('address', address);
  project.provide('dataDir', dataDir);
  return async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
}

/** The demonstration has nobody who is known to repair toasters and to be open: this one, which never closes, is made up. */
async function addRepairer(dataDir: string): Promise<void> {
  const database = await openDatabase({ databaseUrl: undefined, dataDir });
  const now = new Date();
  await prepare(
    database,
    { seed: 'demo' },
    () => now,
    () => {},
  );
  const repairer = syntheticPlace('toasters', {
    categories: ['electronics-repair'],
    name: 'Synthetic repairer of toasters',
    location: { lon: 25.6601, lat: 60.9779 },
    timezone: 'Europe/Helsinki',
    openingHours: '24/7',
    offers: [{ action: 'REPAIR', objects: ['toaster'] }],
  });
  await importPlaces(database, [repairer], { now });
  await expandSchedules(database, { now });
  await database.close();
}
