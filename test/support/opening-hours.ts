import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { requirements, sharedData } from './requirements.ts';

/** Written for tests: each way of writing hours that has an evaluation of its own. */
export const syntheticHours = [
  '24/7',
  'off',
  'unknown',
  '"by appointment"',
  'Mo-Fr 09:00-18:00',
  'Mo-Fr 09:00-12:30,15:00-19:00; Sa 09:00-13:00',
  'Fr,Sa 22:00-04:00',
  'Su 20:00-02:00',
  'Mo-Fr 10:00+',
  'Mo-Su 08:00-21:00+',
  'Tu 10:00-12:00 "ring the bell"',
  'Mo-Fr 09:00-17:00; Th off',
  'Mo 10:00-12:00 unknown, Tu 10:00-12:00 || "by appointment"',
  'Mo-Su 08:00-sunset',
  'sunrise-sunset',
  'Mo-Su 00:00-24:00',
];

/** The same with seasons, weeks and holidays, of which a typical week cannot tell. */
export const syntheticSeasons = [
  'Mo-Fr 09:00-18:00; PH off',
  'Mo-Sa,PH 10:00-20:00',
  'Apr-Sep Mo-Su 09:00-20:00; Oct-Mar Sa,Su 10:00-16:00',
  'week 1-53/2 We 14:00-18:00',
  'Sa[1] 10:00-13:00',
  'Mo-Fr 08:00-16:00; Dec 24-Jan 06 off',
  'SH off; Mo-Fr 16:00-19:00',
  'easter -2 days-easter +1 day off; Mo-Su 09:00-12:00',
  '2026 Dec 08 10:00-12:00',
];

/** Every value of opening_hours in the shared extracts, each once; of the .pbf files only where osmium is at hand. */
export function realHours(): string[] {
  const values = new Set<string>();
  for (const name of readdirSync(join(sharedData, 'json'))) {
    const bytes = readFileSync(join(sharedData, 'json', name));
    const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
    for (const [, value = '""'] of text.matchAll(/"opening_hours"\s*:\s*("(?:[^"\\]|\\.)*")/g))
      values.add(JSON.parse(value));
  }
  for (const name of requirements.osmium.met ? readdirSync(join(sharedData, 'osm')) : []) {
    const file = join(sharedData, 'osm', name);
    const lines = execFileSync('osmium', ['tags-filter', '-R', '-f', 'opl', '-o', '-', file, 'nwr/opening_hours'], {
      maxBuffer: 1e9,
      stdio: ['ignore', 'pipe', 'ignore'],
    }).toString();
    for (const [, value = ''] of lines.matchAll(/[T,]opening_hours=([^, \n]*)/g)) {
      values.add(value.replace(/%([0-9a-f]+)%/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16))));
    }
  }
  return [...values].filter(Boolean);
}
