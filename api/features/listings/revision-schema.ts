import { builder } from '../../builder.ts';
import { InvalidInput } from '../../platform/errors.ts';
import { parseRowId } from '../../platform/row-id.ts';
import { ContentType } from './content-schema.ts';
import { type Revision, type RevisionPage, revisionKinds } from './model.ts';
import { loadRights } from './own.ts';
import { revisionsByIds, revisionsOf, statesAt } from './revision-store.ts';
import { ActorRoleEnum, described, ListingType } from './schema.ts';
import { SourceType } from './source-schema.ts';

const RevisionKindEnum = builder.enumType('RevisionKind', {
  description: 'What happened to a listing.',
  values: described(revisionKinds, {
    CREATED: 'It was listed.',
    UPDATED: 'What is shown of it changed.',
    STATUS_CHANGED: 'Only its status changed.',
    MERGED: 'It was found to be the same place as another.',
    REVERTED: 'An earlier state was restored.',
  }),
});

const RevisionType = builder.objectRef<Revision>('Revision');
builder.node(RevisionType, {
  description: 'A change of a listing.',
  id: { resolve: ({ id }) => id, parse: parseRowId, description: 'Global id.' },
  loadMany: async (ids: number[], { database }) => {
    const revisions = await revisionsByIds(database, ids);
    return ids.map((id) => revisions.find((revision) => revision.id === id));
  },
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    kind: t.expose('kind', { type: RevisionKindEnum, description: 'What happened.' }),
    actorRole: t.expose('actorRole', { type: ActorRoleEnum, description: 'Who did it.' }),
    source: t.prismaField({
      type: SourceType,
      nullable: true,
      description: 'The source that caused it, where one did.',
      resolve: (query, { sourceSlug }, _, { database }) =>
        sourceSlug === null ? null : database.prisma.source.findUnique({ ...query, where: { slug: sourceSlug } }),
    }),
    changedFields: t.exposeStringList('changedFields', { description: 'Names of the fields that changed.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why, where somebody said.' }),
    content: t.loadable({
      type: ContentType,
      nullable: true,
      complexity: 5,
      description:
        'What was said of the listing from then on, until its next change; null for those who may not restore it.',
      load: async (ids: number[], context) => {
        const states = await statesAt(context.database, ids);
        const listingIds = [...new Set(states.map(({ listingId }) => listingId))];
        const rights = await loadRights(context, listingIds);
        const open = new Set(listingIds.filter((_, index) => rights[index]?.revert));
        return ids.map(
          (id) => states.find(({ revisionId, listingId }) => revisionId === id && open.has(listingId)) ?? null,
        );
      },
      resolve: ({ id }) => id,
    }),
  }),
});

const RevisionEdgeType = builder.objectRef<Revision>('RevisionEdge');
builder.objectType(RevisionEdgeType, {
  description: 'A change and its place in the history.',
  fields: (t) => ({
    cursor: t.string({ description: 'For `after` and `before`.', resolve: ({ id }) => cursorOf(id) }),
    node: t.field({ type: RevisionType, description: 'The change.', resolve: (revision) => revision }),
  }),
});

interface RevisionConnection {
  revisions: Revision[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

const RevisionConnectionType = builder.objectRef<RevisionConnection>('RevisionConnection');
builder.objectType(RevisionConnectionType, {
  description: 'Changes of a listing, newest first.',
  fields: (t) => ({
    edges: t.expose('revisions', { type: [RevisionEdgeType], description: 'The changes with their cursors.' }),
    nodes: t.expose('revisions', { type: [RevisionType], description: 'The changes.' }),
    pageInfo: t.expose('pageInfo', { type: builder.pageInfoRef(), description: 'What lies before and after.' }),
  }),
});

builder.objectField(ListingType, 'revisions', (t) =>
  t.loadable({
    type: RevisionConnectionType,
    complexity: 2,
    byPath: true,
    description: 'What happened to it, newest first. BAD_USER_INPUT for a bad argument, which the error names.',
    args: {
      first: t.arg.int({ description: 'How many of the newest: 0 to 100, 20 where neither first nor last is given.' }),
      after: t.arg.string({ description: 'Only what is older than this cursor.' }),
      last: t.arg.int({ description: 'How many of the oldest: 0 to 100.' }),
      before: t.arg.string({ description: 'Only what is newer than this cursor.' }),
    },
    load: async (ids: number[], { database }, args) => {
      const page = parsePage(args);
      const revisions = Map.groupBy(await revisionsOf(database, ids, page), ({ listingId }) => listingId);
      return ids.map((id) => connectionOf(revisions.get(id) ?? [], page));
    },
    resolve: ({ id }) => id,
  }),
);

interface PageArguments {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** One more than the page holds, to see whether there are more. */
function parsePage({ first, after, last, before }: PageArguments): RevisionPage {
  const backwards = typeof last === 'number';
  if (backwards && typeof first === 'number') throw new InvalidInput('last', 'give either first or last.');
  const size = last ?? first ?? 20;
  if (size < 0 || size > 100) throw new InvalidInput(backwards ? 'last' : 'first', 'a page holds 0 to 100 revisions.');
  return { afterId: parseCursor(after, 'after'), beforeId: parseCursor(before, 'before'), backwards, limit: size + 1 };
}

function connectionOf(found: Revision[], { afterId, beforeId, backwards, limit }: RevisionPage): RevisionConnection {
  const hasMore = found.length === limit;
  const page = found.slice(0, limit - 1);
  const revisions = backwards ? page.reverse() : page;
  const [newest, oldest] = [revisions[0], revisions.at(-1)];
  return {
    revisions,
    pageInfo: {
      hasNextPage: backwards ? beforeId !== undefined : hasMore,
      hasPreviousPage: backwards ? hasMore : afterId !== undefined,
      startCursor: newest ? cursorOf(newest.id) : null,
      endCursor: oldest ? cursorOf(oldest.id) : null,
    },
  };
}

function cursorOf(id: number): string {
  return Buffer.from(`revision ${id}`).toString('base64url');
}

function parseCursor(text: string | null | undefined, argument: string): number | undefined {
  if (typeof text !== 'string') return undefined;
  const id = parseRowId(
    Buffer.from(text, 'base64url')
      .toString()
      .replace(/^revision /, ''),
  );
  if (id === 0) throw new InvalidInput(argument, 'not a cursor of revisions.');
  return id;
}
