/** `ricircolo regions import` and `ricircolo gazetteer import`. */
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import type { Database } from '../../platform/database.ts';
import { messageOf, OperatorError } from '../../platform/errors.ts';
import { readAddresses } from './formats/addresses.ts';
import { readBoundaries } from './formats/boundaries.ts';
import { readStreets } from './formats/streets.ts';
import { importPlaces, writeRegions } from './load.ts';
import type { RegionLevel } from './model.ts';

export interface CommandDependencies {
  database: Database;
  /** Writes a line for the operator. */
  print: (line: string) => void;
}

const regionsUsage = `ricircolo regions import FILE --level 0|1|2|3 --country IT --code-property NAME --name-property NAME
  --source SLUG --licence SPDX [--code-prefix IT-ISTAT-P] [--parent-property NAME] [--parent-prefix IT-ISTAT-R]
  FILE: GeoJSON or TopoJSON polygons in WGS 84. Level 0 country, 1 region, 2 province, 3 municipality.`;

const gazetteerUsage = `ricircolo gazetteer import FILE --city NAME --country IT --source SLUG --licence SPDX
  FILE.geojson: streets, as lines. [--name-property name]
  FILE.csv: addresses. --street-columns DUG,DUF --number-columns Civico,Esponente [--postcode-column CAP]
    [--lon-column X] [--lat-column Y]`;

/** Imports boundaries. Returns how many; the caller then assigns listings to regions. */
export async function regionsCommand({ database, print }: CommandDependencies, args: string[]): Promise<number> {
  const { options, file } = readArguments(args, regionsUsage, [
    'level',
    'country',
    'code-property',
    'name-property',
    'code-prefix',
    'parent-property',
    'parent-prefix',
    'source',
    'licence',
  ]);
  const regions = await readBoundaries(file, {
    level: levelOf(options.required('level')),
    country: options.required('country').toUpperCase(),
    codeProperty: options.required('code-property'),
    nameProperty: options.required('name-property'),
    codePrefix: options.optional('code-prefix') ?? '',
    parentProperty: options.optional('parent-property'),
    parentPrefix: options.optional('parent-prefix') ?? '',
    source: options.required('source'),
    licence: options.required('licence'),
  });
  const empty = await database.transaction((transaction) => writeRegions(transaction, regions));
  if (empty.length > 0) print(`Left out, because they enclose no area: ${empty.join(', ')}.`);
  print(`${regions.length - empty.length} regions imported from ${file}.`);
  return regions.length - empty.length;
}

/** Imports streets or addresses. Returns how many. */
export async function gazetteerCommand({ database, print }: CommandDependencies, args: string[]): Promise<number> {
  const { options, file } = readArguments(args, gazetteerUsage, [
    'city',
    'country',
    'source',
    'licence',
    'name-property',
    'street-columns',
    'number-columns',
    'postcode-column',
    'lon-column',
    'lat-column',
  ]);
  const mapping = {
    source: options.required('source'),
    licence: options.required('licence'),
    city: options.required('city'),
    country: options.required('country').toUpperCase(),
  };
  const places =
    extname(file) === '.csv'
      ? readAddresses(file, mapping, {
          street: options.required('street-columns').split(','),
          number: options.required('number-columns').split(','),
          postcode: options.optional('postcode-column'),
          lon: options.optional('lon-column') ?? 'X',
          lat: options.optional('lat-column') ?? 'Y',
        })
      : readStreets(file, mapping, options.optional('name-property') ?? 'name');
  const { saved, repeated } = await importPlaces(database, places);
  print(`${saved} places imported from ${file}${repeated > 0 ? `; ${repeated} came twice` : ''}.`);
  return saved;
}

function readArguments(args: string[], usage: string, names: readonly string[]) {
  const explain = (problem: string) => new OperatorError(`${problem}\n${usage}`);
  const { values, positionals } = parse(args, names, explain);
  const [command, file, ...more] = positionals;
  if (command !== 'import' || !file || more.length > 0) throw explain('What to do is not clear.');
  const optional = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const required = (name: string): string => {
    const value = optional(name);
    if (!value) throw explain(`--${name} is missing.`);
    return value;
  };
  return { file, options: { optional, required } };
}

function parse(args: string[], names: readonly string[], explain: (problem: string) => OperatorError) {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw explain(messageOf(error));
  }
}

function levelOf(text: string): RegionLevel {
  const level = Number(text);
  if (level === 0 || level === 1 || level === 2 || level === 3) return level;
  throw new OperatorError(`--level is 0, 1, 2 or 3, not "${text}".`);
}
