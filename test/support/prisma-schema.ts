/** prisma/schema.prisma read as PostgreSQL would name it: tables with their columns, and enums with their values. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `table.column` → type, with `not null` where it is required. */
export type Columns = Record<string, string>;

const text = readFileSync(join(import.meta.dirname, '../../prisma/schema.prisma'), 'utf8');
const types: Record<string, string> = {
  String: 'text',
  Int: 'integer',
  Boolean: 'boolean',
  Json: 'jsonb',
  Float: 'double precision',
  BigInt: 'bigint',
};
const nativeTypes: Record<string, string> = {
  Date: 'date',
  SmallInt: 'smallint',
  'Timestamptz(3)': 'timestamp(3) with time zone',
  'Decimal(12, 2)': 'numeric(12,2)',
};

function blocks(kind: 'model' | 'enum'): { name: string; table: string; lines: string[] }[] {
  return [...text.matchAll(new RegExp(`^${kind} (\\w+) \\{\\n([\\s\\S]*?)\\n\\}`, 'gm'))].map(
    ([, name = '', body = '']) => {
      const lines = body.split('\n').map((line) => line.trim());
      const table = lines.map((line) => /^@@map\("(\w+)"\)/.exec(line)?.[1]).find(Boolean) ?? name;
      return {
        name,
        table,
        lines: lines.filter((line) => line !== '' && !line.startsWith('@@') && !line.startsWith('//')),
      };
    },
  );
}

export function prismaEnums(): Record<string, string[]> {
  return Object.fromEntries(blocks('enum').map(({ table, lines }) => [table, lines]));
}

export function prismaColumns(): Columns {
  const enums = new Map(blocks('enum').map(({ name, table }) => [name, table]));
  const models = new Set(blocks('model').map(({ name }) => name));
  const columns: Columns = {};
  for (const { table, lines } of blocks('model')) {
    for (const line of lines) {
      const [, field = '', declared = ''] = /^(\w+)\s+(Unsupported\("[^"]+"\)\??|\S+)/.exec(line) ?? [];
      const base = declared.replace(/\?$|\[\]$/, '');
      if (models.has(base)) continue; // a relation is no column
      const column = /@map\("(\w+)"\)/.exec(line)?.[1] ?? field;
      const native = /@db\.(\w+(\([^)]*\))?)/.exec(line)?.[1];
      const type =
        (native && nativeTypes[native]) ??
        types[base] ??
        enums.get(base) ??
        /^Unsupported\("([^"]+)"\)$/.exec(base)?.[1] ??
        base;
      const isList = declared.endsWith('[]');
      // PostgreSQL may forbid null in a list; Prisma reads every list as one that is there.
      columns[`${table}.${column}`] =
        `${normalized(type)}${isList ? '[]' : ''}${declared.endsWith('?') ? '' : ' not null'}`;
    }
  }
  return columns;
}

const normalized = (type: string) => type.replace(/,\s+/g, ',');
