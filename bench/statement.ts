/** The statement that the application runs for its nearest-20 search, so that others can run the same one. */
import pg from 'pg';
import type { Sql } from 'sql-template-tag';
import { openSearch, readSearchPage } from '../api/features/geosearch/service.ts';
import { openTaxonomy } from '../api/features/taxonomy/service.ts';
import type { Database } from '../api/platform/database.ts';

/** Text with $1, $2, …; in `values`, the parameters `{ input: 'lon' }` and `{ input: 'lat' }` stand for the position. */
export interface Template {
  text: string;
  values: ({ input: 'lon' | 'lat' } | { constant: unknown })[];
}

/** Degrees that no other parameter can be taken for. */
const marker = { lon: 12.345678901, lat: 45.678901234 };

/** Searches once near a position of its own and keeps the statement that came of it. */
export async function captureNearest(
  database: Database,
  { radiusMeters, first, fields }: { radiusMeters: number; first: number; fields: readonly string[] },
): Promise<Template> {
  const statements: Sql[] = [];
  const recorder: Database = {
    ...database,
    query(statement) {
      statements.push(statement);
      return database.query(statement);
    },
  };
  const context = { database: recorder, taxonomy: await openTaxonomy(database), now: new Date() };
  await readSearchPage(await openSearch(context, { near: { ...marker, radiusMeters }, first }), new Set(fields));
  const [statement] = statements;
  if (!statement || statements.length > 1) throw new Error(`The search took ${statements.length} statements, not one.`);
  const values = statement.values.map((value) =>
    value === marker.lon
      ? { input: 'lon' as const }
      : value === marker.lat
        ? { input: 'lat' as const }
        : { constant: value },
  );
  return { text: statement.text, values };
}

/** The statement's parameters for a position. */
export function valuesAt({ values }: Template, position: { lon: number; lat: number }): unknown[] {
  return values.map((value) => ('input' in value ? position[value.input] : value.constant));
}

/** The statement as the body of an SQL function with the parameters `lon` and `lat`. */
export function asFunctionBody({ text, values }: Template): string {
  return text.replace(/\$(\d+)/g, (_, number) => {
    const value = values[Number(number) - 1];
    if (!value) throw new Error(`The statement has no parameter ${number}.`);
    return 'input' in value ? `nearest.${value.input}` : literalOf(value.constant);
  });
}

function literalOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return pg.escapeLiteral(value);
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString());
  if (Array.isArray(value)) return `array[${value.map(literalOf).join(', ')}]::text[]`;
  throw new Error(`No SQL literal for a parameter of type ${typeof value}.`);
}
