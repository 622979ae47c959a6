/** What some tests need beyond Node, whether it is here, and the command that would bring it. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const sharedData = resolve(process.env.SHARED_DATA ?? join(import.meta.dirname, '../../../shared/data'));

const chromiums = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** Path of the Chromium to test with; undefined where there is none. */
export const chromium = [process.env.CHROMIUM_PATH, ...chromiums].find((path) => path && existsSync(path));

interface Requirement {
  tests: string;
  met: boolean;
  enable: string;
}

export const requirements = {
  server: {
    tests: 'API tests on a PostgreSQL server',
    met: Boolean(process.env.TEST_DATABASE_URL),
    enable: 'TEST_DATABASE_URL=postgresql://postgres@127.0.0.1/postgres npm test',
  },
  chromium: {
    tests: 'browser tests',
    met: chromium !== undefined,
    enable: 'apt-get install chromium (or set CHROMIUM_PATH)',
  },
  gdal: {
    tests: 'tiles read by GDAL',
    met: runs('ogrinfo', '--version'),
    enable: 'apt-get install gdal-bin',
  },
  osmium: {
    tests: 'imports compared with osmium',
    met: runs('osmium', '--version'),
    enable: 'apt-get install osmium-tool',
  },
  sharedData: {
    tests: 'imports of real files',
    met: existsSync(sharedData),
    enable: 'SHARED_DATA=/path/to/data npm test (the folder of real extracts)',
  },
} satisfies Record<string, Requirement>;

function runs(program: string, argument: string): boolean {
  try {
    execFileSync(program, [argument], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
