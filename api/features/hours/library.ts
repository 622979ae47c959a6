/**
 * The `opening_hours` library, loaded so that it reckons on a bare wall clock. It does its sums with the local methods
 * of Date, so its answers would change with the process's time zone and break where that zone skips or repeats an hour.
 * Here it gets a Date whose local methods are the UTC ones: every day has 24 hours, and "UTC" stands for what the clock
 * on the wall shows. zone.ts turns that into instants.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import type { opening_hours } from 'opening_hours';

/** A Date whose local time is UTC, in any process. */
export class WallClock extends Date {
  constructor(...parts: number[]) {
    super(parts.length > 1 ? Date.UTC(...(parts as [number, number])) : (parts[0] ?? 0)); // more than one, as just found
  }
}

for (const part of ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']) {
  for (const verb of ['get', 'set']) {
    const value = Reflect.get(Date.prototype, `${verb}UTC${part}`);
    if (value) Object.defineProperty(WallClock.prototype, `${verb}${part}`, { value });
  }
}

function load(): typeof opening_hours {
  const path = createRequire(import.meta.url).resolve('opening_hours');
  const module: { exports: unknown } = { exports: {} };
  const silent = { error() {}, warn() {} }; // it prints what it also throws
  compileFunction(readFileSync(path, 'utf8'), ['module', 'exports', 'require', 'Date', 'console'], { filename: path })(
    module,
    module.exports,
    createRequire(path),
    WallClock,
    silent,
  );
  return module.exports as typeof opening_hours; // what the package's own types declare
}

export const OpeningHours = load();
