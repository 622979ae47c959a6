/** schema.org's own definition of its terms, and whether data keeps to it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const file = createRequire(import.meta.url).resolve('@vocabulary/schema/schema.nq');
const term = 'https?://schema.org/([A-Za-z0-9]+)';
const statements = readFileSync(file, 'utf8').split('\n');

/** From each term to what a predicate says of it. */
function relation(predicate: RegExp): Map<string, string[]> {
  const pattern = new RegExp(`^<${term}> <${predicate.source}> <${term}> `);
  const found = new Map<string, string[]>();
  for (const statement of statements) {
    const [, subject, object] = pattern.exec(statement) ?? [];
    if (subject && object) found.set(subject, [...(found.get(subject) ?? []), object]);
  }
  return found;
}

const parents = relation(/http:\/\/www\.w3\.org\/2000\/01\/rdf-schema#subClassOf/);
const domains = relation(/https?:\/\/schema\.org\/domainIncludes/);
const ranges = relation(/https?:\/\/schema\.org\/rangeIncludes/);

function kindsOf(type: string): Set<string> {
  const kinds = new Set([type]);
  for (const kind of kinds) for (const parent of parents.get(kind) ?? []) kinds.add(parent);
  return kinds;
}

/** What in JSON-LD is no term of schema.org's, or stands where the term does not belong; paths with the reason. */
export function schemaOrgProblems(data: unknown, path = '$'): string[] {
  if (Array.isArray(data)) return data.flatMap((item, index) => schemaOrgProblems(item, `${path}[${index}]`));
  if (typeof data !== 'object' || data === null) return [];
  const {
    '@context': _context,
    '@graph': graph,
    '@id': id,
    '@type': type,
    ...properties
  } = data as Record<string, unknown>; // any object has string keys
  if (graph) return schemaOrgProblems(graph, `${path}.@graph`);
  if (type === undefined && id !== undefined && Object.keys(properties).length === 0) return []; // a reference
  if (typeof type !== 'string' || !kindsOf(type).has('Thing')) return [`${path}: ${type} is no type`];
  return Object.entries(properties).flatMap(([name, value]) => {
    const here = `${path}.${name}`;
    if (!domains.get(name)?.some((kind) => kindsOf(type).has(kind))) return [`${here}: not a property of ${type}`];
    return [value].flat().flatMap((one) => [...valueProblems(name, one, here), ...schemaOrgProblems(one, here)]);
  });
}

function valueProblems(name: string, value: unknown, path: string): string[] {
  const expected = ranges.get(name) ?? [];
  const given = (value as { '@type'?: string } | null)?.['@type'];
  if (given) {
    return expected.some((kind) => kindsOf(given).has(kind)) ? [] : [`${path}: ${given} where ${expected} is expected`];
  }
  if (typeof value === 'object' && value !== null) return []; // a reference
  const plain: Record<string, string[]> = {
    string: ['Text', 'URL', 'Date', 'DateTime', 'Time', 'DayOfWeek', 'Distance', 'QuantitativeValue'],
    number: ['Number', 'Integer', 'Float'],
    boolean: ['Boolean'],
  };
  const fits = expected.some((kind) => plain[typeof value]?.includes(kind));
  return fits ? [] : [`${path}: ${typeof value} where ${expected} is expected`];
}
