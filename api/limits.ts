/** What one GraphQL request may ask: every refusal says which limit it met and how to get under it. */
import type { ComplexityErrorFn } from '@pothos/plugin-complexity';
import {
  type ASTVisitor,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import type { RateLimitOptions } from './platform/rate-limit.ts';

/** Bytes of a request's body. */
export const bodyLimit = 256 * 1024;
/** Words and signs of a document. */
export const tokenLimit = 4_000;
/** Fields within fields, introspection included (GraphiQL's own introspection query takes 15). */
const depthLimit = 18;
/** Fields renamed by an alias. */
const aliasLimit = 30;
/** What one address may tell us: ten things an hour. */
export const tellingLimit: RateLimitOptions = { limit: 10, windowMs: 3_600_000, clients: 10_000 };
/** Estimated cost: one a field, a list of n items n times what it holds. */
export const costLimit = 20_000;

function refuse(limit: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'QUERY_TOO_LARGE', limit } });
}

export const costError: ComplexityErrorFn = (_kind, result) =>
  refuse(
    'cost',
    `This query costs about ${result.complexity}; the limit is ${costLimit}. Ask for fewer items with "first", or split it.`,
  );

interface Measure {
  depth: number;
  aliases: number;
}

/** A validation rule: refuses documents that are too deep or alias too much, fragments counted where they are spread. */
export function limitShape(context: ValidationContext): ASTVisitor {
  const measured = new Map<string, Measure>();
  const measure = (set: SelectionSetNode | undefined, path: ReadonlySet<string>): Measure => {
    let depth = 0;
    let aliases = 0;
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) {
        const inner = measure(selection.selectionSet, path);
        depth = Math.max(depth, inner.depth + 1);
        aliases += inner.aliases + (isAliased(selection) ? 1 : 0);
        continue;
      }
      const inner =
        selection.kind === Kind.INLINE_FRAGMENT
          ? measure(selection.selectionSet, path)
          : ofFragment(context.getFragment(selection.name.value), path);
      depth = Math.max(depth, inner.depth);
      aliases += inner.aliases;
    }
    return { depth, aliases };
  };
  const ofFragment = (fragment: FragmentDefinitionNode | null | undefined, path: ReadonlySet<string>): Measure => {
    const name = fragment?.name.value;
    if (!fragment || !name || path.has(name)) return { depth: 0, aliases: 0 }; // a cycle is another rule's error
    const known = measured.get(name) ?? measure(fragment.selectionSet, new Set([...path, name]));
    measured.set(name, known);
    return known;
  };
  return {
    OperationDefinition(node) {
      const { depth, aliases } = measure(node.selectionSet, new Set());
      if (depth > depthLimit) {
        context.reportError(
          refuse(
            'depth',
            `This query is ${depth} fields deep; the limit is ${depthLimit}. Ask for inner objects by their id in a second query.`,
          ),
        );
      }
      if (aliases > aliasLimit) {
        context.reportError(
          refuse(
            'aliases',
            `This query has ${aliases} aliases; the limit is ${aliasLimit}. Use "nodes(ids:)" or split it.`,
          ),
        );
      }
    },
  };
}

const isAliased = (field: FieldNode) => field.alias !== undefined;
