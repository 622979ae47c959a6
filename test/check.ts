/** `npm run check`: the static checks, one after the other; all are run, and any failure fails the whole. */
import { spawnSync } from 'node:child_process';

const checks = [
  ['types', 'tsc', '--noEmit', '-p', 'tsconfig.json'],
  ['format and lint', 'biome', 'ci', '--error-on-warnings', '.'],
  ['layers', 'depcruise', '--config', '.dependency-cruiser.mjs', 'api', 'web', 'test', 'bench'],
  ['unused code', 'knip'],
  ['weight', 'node', 'test/weight.ts'],
] as const;

let failed = 0;
for (const [name, program, ...args] of checks) {
  const began = Date.now();
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  if (status === 0) {
    if (name === 'weight') process.stdout.write(`       ${stdout}`);
    continue;
  }
  failed += 1;
  console.log(stdout, stderr);
}
process.exit(failed === 0 ? 0 : 1);
