/** A mapping file: how the columns of a table, or the properties of GeoJSON, read as OpenStreetMap tags. docs/import.md */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { errorCode, messageOf, OperatorError } from '../../../platform/errors.ts';
import { actionCodes, priceKinds } from '../../taxonomy/model.ts';

const encodings = ['utf-8', 'utf-16le', 'windows-1252', 'iso-8859-1'] as const;

const column = z.string().min(1);
/** Value in the source → our word. Compared without regard to case, spaces around, and what stands in brackets. */
const table = z.record(z.string(), z.string());

const mappingFile = z.strictObject({
  /** For whoever reads the file. */
  comment: z.string().optional(),
  /** Slug of the source; `--source` and the like on the command line come first. */
  source: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'is not made of small letters, digits and hyphens')
    .optional(),
  /** SPDX id. */
  licence: z.string().optional(),
  attribution: z.string().optional(),

  encoding: z.enum(encodings).default('utf-8'),
  delimiter: z.string().length(1).default(','),
  quote: z.string().length(1).default('"'),
  /** JSON that is not GeoJSON: the name of the array that holds the records. */
  records: z.string().optional(),

  /** Columns that together tell a record from all others; without any it is its number. */
  id: z.array(column).default([]),
  /** Column with the record's own web page at the source. */
  url: column.optional(),
  position: z
    .union([
      z.strictObject({ lon: column, lat: column }),
      z.strictObject({ column, order: z.enum(['lat,lon', 'lon,lat']), separator: z.string().min(1).optional() }),
    ])
    .optional(),
  decimalComma: z.boolean().default(false),

  /** True where columns bear the names of OpenStreetMap tags; those in `tags` are renamed. */
  osmTags: z.boolean().default(false),
  /** Column → OpenStreetMap tag: "Phone": "phone". Several columns of one tag: the first that is filled. */
  tags: z.record(column, z.string().min(1)).default({}),
  /** Column → value → what is read instead; "" for nothing. */
  replace: z.record(column, table).default({}),
  /** Tags that every record has. */
  constants: table.default({}),

  /** Our categories. Without it they follow from the tags. */
  categories: z
    .strictObject({
      column: column.optional(),
      separator: z.string().optional(),
      table: table.default({}),
      otherwise: z.string().optional(),
    })
    .optional(),
  /** What is offered; the objects are slugs of object types, several parted by spaces. */
  offers: z
    .array(
      z.strictObject({
        action: z.enum(actionCodes),
        column: column.optional(),
        separator: z.string().default(','),
        table: table.default({}),
        priceKind: z.enum(priceKinds).optional(),
      }),
    )
    .default([]),
});

export type Mapping = z.infer<typeof mappingFile>;

/** Checks a mapping; throws an OperatorError that names `where` and the key at fault. */
export function parseMapping(value: unknown, where: string): Mapping {
  const parsed = mappingFile.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new OperatorError(`The mapping file ${where} is wrong at "${issue?.path.join('.') ?? ''}": ${issue?.message}.`);
}

/** Reads a mapping file. Throws an OperatorError where it is missing, no JSON or no mapping. */
export async function readMapping(path: string): Promise<Mapping> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new OperatorError(`The mapping file ${path} cannot be read: ${errorCode(error) ?? messageOf(error)}.`);
  }
  return parseMapping(value, path);
}

/** Columns that a mapping speaks of: a table without one of them is another table. */
export function columnsOf(mapping: Mapping): string[] {
  const { position } = mapping;
  const placed = position ? ('column' in position ? [position.column] : [position.lon, position.lat]) : [];
  const columns = [
    ...mapping.id,
    ...placed,
    ...Object.keys(mapping.tags),
    ...Object.keys(mapping.replace),
    mapping.url,
    mapping.categories?.column,
    ...mapping.offers.map((offer) => offer.column),
  ];
  return [...new Set(columns.filter((name) => name !== undefined))];
}
