/** Sitemaps (sitemaps.org, protocol 0.9): an index, and files that are written while they are read. */
import type { Database } from '../../platform/database.ts';
import { escapeHtml } from '../../platform/html.ts';
import { languages } from '../taxonomy/model.ts';
import { withLanguage } from './reader.ts';
import { townsWithPlaces } from './service.ts';
import { readSlugs, readSpans } from './store.ts';
import { townPath } from './town-page.ts';

/** The protocol allows 50,000 addresses and 50 MB; each address comes with those of its languages, a kilobyte. */
const addressesInFile = 20_000;
const rowsAtOnce = 1000;
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** The paths of all pages about towns. */
export async function townPaths(database: Database): Promise<string[]> {
  const paths: string[] = [];
  for await (const { town, kinds } of townsWithPlaces(database)) {
    const path = townPath(town);
    paths.push(path, ...kinds.map((kind) => `${path}/${kind}`));
  }
  return paths;
}

/** The index of all sitemaps. */
export async function sitemapIndex(database: Database, towns: readonly string[], baseUrl: string): Promise<string> {
  const files: { name: string; updatedAt?: Date }[] = [
    { name: 'start' },
    ...Array.from({ length: Math.ceil(towns.length / addressesInFile) }, (_, index) => ({
      name: `towns-${index + 1}`,
    })),
    ...(await readSpans(database, addressesInFile)).map(({ number, updatedAt }) => ({
      name: `listings-${number + 1}`,
      updatedAt,
    })),
  ];
  const entries = files.map(
    (file) =>
      `<sitemap><loc>${escapeHtml(`${baseUrl}/sitemaps/${file.name}.xml`)}</loc>${
        file.updatedAt ? `<lastmod>${file.updatedAt.toISOString()}</lastmod>` : ''
      }</sitemap>\n`,
  );
  return `${declaration}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('')}</sitemapindex>\n`;
}

interface Address {
  path: string;
  updatedAt?: Date;
}

interface Sitemapped {
  database: Database;
  /** Paths of pages about towns, and of the application's own pages. */
  towns: readonly string[];
  plain: readonly string[];
  baseUrl: string;
}

/** The pieces of one file, or undefined where there is none of that name. */
export function sitemapOf(
  name: string,
  { database, towns, plain, baseUrl }: Sitemapped,
): AsyncGenerator<string> | undefined {
  const [, kind, number = '1'] = /^(start|towns|listings)(?:-([1-9]\d{0,5}))?$/.exec(name) ?? [];
  const index = Number(number) - 1;
  if (kind === 'start')
    return written(
      ['/', ...plain].map((path) => ({ path })),
      baseUrl,
    );
  if (kind === 'towns') {
    const paths = towns.slice(index * addressesInFile, (index + 1) * addressesInFile);
    return paths.length > 0
      ? written(
          paths.map((path) => ({ path })),
          baseUrl,
        )
      : undefined;
  }
  return kind === 'listings' ? written(listingAddresses(database, index), baseUrl) : undefined;
}

async function* listingAddresses(database: Database, span: number): AsyncGenerator<Address> {
  const last = Math.min((span + 1) * addressesInFile, 2 ** 31 - 1);
  for (let after = span * addressesInFile; after < last; ) {
    const rows = await readSlugs(database, { after, last, limit: rowsAtOnce });
    for (const { slug, updatedAt } of rows) yield { path: `/listings/${slug}`, updatedAt };
    const end = rows.at(-1);
    if (!end || rows.length < rowsAtOnce) return;
    after = end.id;
  }
}

async function* written(addresses: Iterable<Address> | AsyncIterable<Address>, baseUrl: string) {
  yield `${declaration}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`;
  for await (const { path, updatedAt } of addresses) {
    const address = (of: string) => escapeHtml(baseUrl + of);
    const link = (language: string, of: string) =>
      `<xhtml:link rel="alternate" hreflang="${language}" href="${address(of)}"/>`;
    yield `<url><loc>${address(path)}</loc>${updatedAt ? `<lastmod>${updatedAt.toISOString()}</lastmod>` : ''}${languages
      .map((language) => link(language, withLanguage(path, language)))
      .join('')}${link('x-default', path)}</url>\n`;
  }
  yield '</urlset>\n';
}
