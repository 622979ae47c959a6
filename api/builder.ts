/** The schema builder: plugins and scalars only. Types and queries stand in their features' schema.ts. */
import SchemaBuilder, { brandWithType } from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import DataloaderPlugin from '@pothos/plugin-dataloader';
import ErrorsPlugin from '@pothos/plugin-errors';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import ValidationPlugin from '@pothos/plugin-validation';
import { GraphQLError, type GraphQLSchema, isObjectType, Kind } from 'graphql';
import type { Context } from './context.ts';
import { isAdministrator, isModerator } from './features/accounts/policy.ts';
import { rightsIn } from './features/organizations/policy.ts';
import type PrismaTypes from './generated/pothos.ts';
import { getDatamodel } from './generated/pothos.ts';
import { costError, costLimit } from './limits.ts';
import { InvalidInput, NotAllowed } from './platform/errors.ts';

export const builder = new SchemaBuilder<{
  Context: Context;
  PrismaTypes: PrismaTypes;
  DefaultFieldNullability: false;
  AuthScopes: {
    public: boolean;
    signedIn: boolean;
    administrator: boolean;
    /** Of any region, or an administrator. */
    moderator: boolean;
    /** Of the organisation with this row's id, or an administrator. */
    memberOf: number;
    ownerOf: number;
  };
  Scalars: {
    ID: { Input: string; Output: string | number };
    DateTime: { Input: Date; Output: Date };
    GeoJSON: { Input: unknown; Output: unknown };
  };
}>({
  plugins: [
    ErrorsPlugin, // before the next one, so that a refusal becomes a member of the result's union
    ScopeAuthPlugin,
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
  relay: {
    clientMutationId: 'omit',
    cursorType: 'String',
    decodeGlobalID: parseGlobalId,
    idFieldOptions: { description: 'Global id: for `node`, and for filters that take an id.' },
    nodeTypeOptions: { description: 'What has a global id.' },
    nodeQueryOptions: {
      description: 'Whatever has this global id; null where there is none or it is not public.',
      args: { id: { description: 'A global id.' } },
      resolve: async (_, { id }, __, { schema }, resolveNode) => {
        checkIsNode(schema, id, 'id');
        return branded(await resolveNode(id), id);
      },
    },
    nodesQueryOptions: {
      description: 'Whatever has these global ids, in their order; null in the place of what there is none of.',
      args: { ids: { description: 'Global ids.' } },
      resolve: async (_, { ids }, __, { schema }, resolveNodes) => {
        for (const id of ids) checkIsNode(schema, id, 'ids');
        const nodes = await resolveNodes(ids);
        return nodes.map(async (node, position) => branded(await node, ids[position]));
      },
    },
    pageInfoTypeOptions: { description: 'What lies before and after a page, and where it begins and ends.' },
    hasNextPageFieldOptions: { description: 'Whether more follows the page.' },
    hasPreviousPageFieldOptions: { description: 'Whether more comes before the page.' },
    startCursorFieldOptions: { description: 'Cursor of its first item; null where it is empty.' },
    endCursorFieldOptions: { description: 'Cursor of its last item; null where it is empty.' },
  },
  prisma: { client: (context) => context.database.prisma, dmmf: getDatamodel(), onUnusedQuery: null },
  // A second lock: services ask first of all who may, too.
  scopeAuth: {
    authScopes: (context) => ({
      public: true,
      signedIn: context.viewer !== undefined,
      administrator: isAdministrator(context.viewer),
      moderator: isModerator(context.viewer),
      memberOf: async (id) => rightsIn(context.viewer, (await context.memberships()).get(id)).seeMembers,
      ownerOf: async (id) => rightsIn(context.viewer, (await context.memberships()).get(id)).manageMembers,
    }),
    unauthorizedError: (_, { viewer }) => new NotAllowed(viewer ? 'You may not do that.' : 'Sign in first.'),
  },
});

builder.queryType({ description: 'Everything that can be asked: public, but for what the viewer alone sees.' });

builder.mutationType({
  description: 'Everything that can be done. What can be foreseen to fail is a member of the result’s union.',
});

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

/** Throws InvalidInput for a global id of a type whose things cannot be loaded by it. */
function checkIsNode(schema: GraphQLSchema, { typename }: { typename: string }, argument: string): void {
  const type = schema.getType(typename);
  if (isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node')) return;
  throw new InvalidInput(argument, 'not a global id.');
}

/** Notes the type of a node: Pothos leaves it out where one request asks for the same node twice. */
function branded(node: unknown, id: { typename: string } | undefined): unknown {
  if (node && id) brandWithType(node, id.typename as never); // checkIsNode has seen that the type exists
  return node;
}

function parseGlobalId(text: string): { typename: string; id: string } {
  const [, typename, id] = /^([A-Z]\w*):([^\0]+)$/.exec(Buffer.from(text, 'base64').toString()) ?? [];
  if (!typename || !id) throw new InvalidInput('id', 'not a global id.');
  return { typename, id };
}

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
