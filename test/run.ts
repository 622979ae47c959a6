/**
 * `npm test`: static checks, then every suite this machine can run. What has to be skipped is listed with the command
 * that would enable it; with CI=true a skip is a failure.
 */
import { spawnSync } from 'node:child_process';
import { requirements } from './support/requirements.ts';

const missing = Object.values(requirements).filter(({ met }) => !met);
if (process.env.CI === 'true' && missing.length > 0) {
  listMissing();
  process.exit(1);
}

const results = [run('node', ['test/check.ts']), run('vitest', ['run', ...process.argv.slice(2)])];
listMissing();
process.exit(results.every((status) => status === 0) ? 0 : 1);

function run(program: string, args: string[]): number {
  return spawnSync(program, args, { stdio: 'inherit' }).status ?? 1;
}

function listMissing(): void {
  if (missing.length === 0) return;
  console.log('\nNot run on this machine:');
  for (const { tests, enable } of missing) console.log(`  ${tests}: ${enable}`);
}
