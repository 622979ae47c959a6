import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { prepareDatabase } from './prepare.ts';

/** Makes one migrated data directory; each test file opens a copy of its own. */
export default async function setup(project: TestProject) {
  const directory = mkdtempSync(join(tmpdir(), 'ricircolo-test-'));
  const template = join(directory, 'template');
  await prepareDatabase({ databaseUrl: undefined, dataDir: template });
  project.provide('template', { engine: 'embedded', directory, template });
  return () => rmSync(directory, { recursive: true, force: true });
}
