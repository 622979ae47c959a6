/**
 * Weighs what the search page of the last build loads before the map library: its scripts, what those import, and the
 * largest catalogue, compressed. Fails above the limit. `npm run weight` also writes docs/weight.md.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const limitBytes = 130_000;
const built = join(import.meta.dirname, '../dist/web');
const html = readFileSync(join(built, 'index.html'), 'utf8');
const paths = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, path = '']) => path);

const map = paths(/<link data-once-painted="modulepreload"[^>]+href="\/(assets\/engine-[^"]+\.js)"/g);
if (map.length !== 1) throw new Error('The page does not load the map library beside its own scripts.');
const scripts = paths(/<script[^>]+src="\/([^"]+\.js)"/g);
const preloaded = paths(/<link rel="modulepreload"[^>]+href="\/([^"]+\.js)"/g);
const catalogue = readdirSync(join(built, 'assets'))
  .filter((name) => /^(it|en|fr|es|nl|fi|cs|bg)-[\w-]{8}\.js$/.test(name))
  .map((name) => `assets/${name}`)
  .sort((a, b) => weigh(b) - weigh(a))
  .slice(0, 1);

const before = withImports([...scripts, ...preloaded, ...catalogue]);
const total = sum(before);
const styles = paths(/<link rel="stylesheet"[^>]+href="\/([^"]+\.css)"/g);
const rows = [
  ...before.map((path) => [path, weigh(path)] as const).sort(([, a], [, b]) => b - a),
  ['**JavaScript before the map library**', total],
  ['Limit', limitBytes],
  ['Style sheets', sum(styles)],
  ['Map library, beside it', sum(map)],
] as const;
const table = rows.map(([name, bytes]) => `| ${name.replace('assets/', '')} | ${kilobytes(bytes)} |`).join('\n');

if (process.argv.includes('--write')) {
  writeFileSync(
    join(import.meta.dirname, '../docs/weight.md'),
    `# Weight

Written by \`npm run weight\` on ${new Date().toISOString().slice(0, 10)}: what the search page loads first, compressed with gzip, in kilobytes (1000 bytes).
\`npm run check\` fails above the limit. What opens later (suggestions, filters, menu, detail, dialogs) is loaded then.

| file | kB |
| --- | ---: |
${table}
`,
  );
}
console.log(`JavaScript before the map library: ${kilobytes(total)} kB of ${kilobytes(limitBytes)} kB.`);
if (total > limitBytes) {
  console.log(table);
  process.exitCode = 1;
}

/** The scripts and everything that they import before they run. */
function withImports(entries: string[]): string[] {
  const found = new Set<string>();
  const visit = (path: string) => {
    if (found.has(path)) return;
    found.add(path);
    const code = readFileSync(join(built, path), 'utf8');
    for (const [, name = ''] of code.matchAll(/\b(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g))
      visit(`assets/${name}`);
  };
  for (const entry of entries) visit(entry);
  return [...found];
}

function weigh(path: string): number {
  return gzipSync(readFileSync(join(built, path)), { level: 9 }).length;
}

function sum(files: string[]): number {
  return files.reduce((bytes, path) => bytes + weigh(path), 0);
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
