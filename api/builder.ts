/** The schema builder: plugins and scalars only. Types and queries stand in their features' schema.ts. */
import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import DataloaderPlugin from '@pothos/plugin-dataloader';
import ErrorsPlugin from '@pothos/plugin-errors';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import ValidationPlugin from '@pothos/plugin-validation';
import { GraphQLError, Kind } from 'graphql';
import type { Context } from './context.ts';
import type PrismaTypes from './generated/pothos.ts';
import { getDatamodel } from './generated/pothos.ts';
import { costError, costLimit } from './limits.ts';

export const builder = new SchemaBuilder<{
  Context: Context;
  PrismaTypes: PrismaTypes;
  DefaultFieldNullability: false;
  AuthScopes: { public: boolean };
  Scalars: {
    ID: { Input: string; Output: string | number };
    DateTime: { Input: Date; Output: Date };
    GeoJSON: { Input: unknown; Output: unknown };
  };
}>({
  plugins: [
    ScopeAuthPlugin,
    ErrorsPlugin,
    ComplexityPlugin,
    RelayPlugin,
    PrismaPlugin,
    DataloaderPlugin,
    ValidationPlugin,
  ],
  defaultFieldNullability: false,
  complexity: {
    defaultComplexity: 1,
    defaultListMultiplier: 10,
    limit: { complexity: costLimit },
    complexityError: costError,
  },
  relay: { clientMutationId: 'omit', cursorType: 'String' },
  prisma: { client: (context) => context.database.prisma, dmmf: getDatamodel(), onUnusedQuery: null },
  scopeAuth: { authScopes: () => ({ public: true }) },
});

builder.queryType({ description: 'Everything that can be asked. All of it is public.' });

builder.scalarType('DateTime', {
  description: 'An instant as ISO 8601 with a time zone, such as `2026-11-21T16:20:00Z`.',
  serialize: (value) => value.toISOString(),
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : undefined),
});

builder.scalarType('GeoJSON', {
  description: 'A GeoJSON geometry (RFC 7946) as a JSON object: positions are [longitude, latitude] in WGS 84 degrees.',
  serialize: (value) => value,
});

function parseInstant(value: unknown): Date {
  const hasZone = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T.+(Z|[+-]\d{2}:?\d{2})$/i.test(value);
  const date = new Date(hasZone ? value : Number.NaN);
  if (Number.isNaN(date.getTime())) {
    throw new GraphQLError('DateTime: expected ISO 8601 with a time zone, such as "2026-11-21T16:20:00Z".', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  return date;
}
