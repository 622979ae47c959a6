/** What moderators look at, and statements of reasons. */
import { builder } from '../../builder.ts';
import { parseRowId } from '../../platform/row-id.ts';
import { isModerator } from '../accounts/policy.ts';
import { ClaimType } from '../listings/claim-schema.ts';
import { ContentType } from '../listings/content-schema.ts';
import { described, ListingType } from '../listings/schema.ts';
import {
  claimsByIds,
  loadKeeping,
  loadState,
  loadStates,
  loadWritten,
  overtakenSince,
  type State,
} from '../listings/service.ts';
import { isTheirs } from './decide.ts';
import { type Decision, decisions, grounds, type Review, reviewKinds, type Statement, statementActs } from './model.ts';
import { loadQueue, type Queue } from './queue.ts';
import { findStatement } from './statements.ts';
import {
  type ContributorRow,
  contributorsByIds,
  decidesOnSuggestions,
  type ReportRow,
  reportsOf,
  statementsByIds,
  statementsTo,
  suggestionsByIds,
  type VerdictRow,
  verdictOn,
  waitingSuggestions,
} from './store.ts';

const ReviewKindEnum = builder.enumType('ReviewKind', {
  description: 'What there is to look at.',
  values: described(reviewKinds, {
    NEW_LISTING: 'Somebody registered a place.',
    SUGGESTED_EDIT: 'Somebody who does not run the place would change it.',
    PUBLISHED_EDIT: 'Who runs the place, or a trusted member, changed it: it shows already.',
    CLAIM: 'Somebody says that they run it.',
    REPORT: 'Somebody reported that something about it is wrong.',
    POSSIBLE_DUPLICATE: 'It may be the same place as another.',
    VANISHED: 'A source no longer has it.',
    SOURCE_CONFLICT: 'Sources say different things of it.',
    APPEAL: 'Somebody appealed against a decision.',
  }),
});

export const DecisionEnum = builder.enumType('ReviewDecision', {
  description: 'What a moderator decides.',
  values: described(decisions, {
    APPROVE:
      'It is as they say: publish the place or the change, keep what shows, hand over the place, close what a source no longer has, grant the appeal.',
    ASK: 'A question to whoever sent it; a place becomes a draft again, everything else stays in the queue.',
    REJECT:
      'It is not: refuse the place, the change or the claim, undo what shows, keep the two places, leave the place open, let the decision stand.',
  }),
});

export const GroundEnum = builder.enumType('StatementGround', {
  description: 'On what ground something is refused or removed.',
  values: described(grounds, { LAW: 'It is against the law.', RULES: 'It is against the rules of this directory.' }),
});

const decisionOf = { APPROVED: 'APPROVE', ASKED: 'ASK', REJECTED: 'REJECT' } as const;

const StatementActEnum = builder.enumType('StatementAct', {
  description: 'What was decided against a contribution.',
  values: described(statementActs, {
    REFUSED: 'It was not published.',
    REMOVED: 'The place was taken off the map.',
    REVERTED: 'The change was undone.',
  }),
});

export const StatementType = builder.objectRef<Statement>('Statement').implement({
  description: 'Why something was refused, removed or undone. Whose contribution it was sees it, and moderators.',
  fields: (t) => ({
    id: t.string({ description: 'For `appealDecision`.', resolve: ({ id }) => String(id) }),
    listing: t.field({
      type: ListingType,
      description: 'What it is about.',
      resolve: ({ listingId }, _, context) => loadWritten(context, listingId),
    }),
    act: t.expose('act', { type: StatementActEnum, description: 'What was decided.' }),
    ground: t.expose('ground', { type: GroundEnum, description: 'On what ground.' }),
    facts: t.exposeString('facts', { description: 'The facts that it rests on, in the moderator’s words.' }),
    automated: t.boolean({ description: 'Whether a machine decided: never.', resolve: () => false }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When.' }),
    appealedAt: t.expose('appealedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was appealed against.',
    }),
    appealWords: t.exposeString('appealWords', { nullable: true, description: 'What was said against it.' }),
    appealDecidedAt: t.expose('appealDecidedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the appeal was decided.',
    }),
    appealGranted: t.exposeBoolean('appealGranted', { nullable: true, description: 'Whether it was reversed.' }),
    appealReason: t.exposeString('appealReason', { nullable: true, description: 'Why, in the moderator’s words.' }),
  }),
});

const ContributorType = builder.objectRef<ContributorRow>('Contributor').implement({
  description: 'Whose doing a moderator looks at.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name for people; may be empty.' }),
    approved: t.exposeInt('approved', { description: 'How many of their contributions were found good.' }),
    rejected: t.exposeInt('rejected', { description: 'How many were not.' }),
  }),
});

const ReportedType = builder.objectRef<ReportRow>('ReportedProblem').implement({
  description: 'What somebody reported of a place.',
  fields: (t) => ({
    problem: t.exposeString('problem', { description: 'What is wrong, a `ReportProblem`.' }),
    words: t.exposeString('words', { nullable: true, description: 'In their words.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
  }),
});

export const ReviewType = builder.objectRef<Review>('Review').implement({
  description:
    'Something for a moderator of the region to look at, or a suggestion for members of an organisation that approves edits.',
  authScopes: async (review, { database, viewer }) =>
    isModerator(viewer) || (viewer !== undefined && (await isTheirs(database, review, viewer.personId))),
  fields: (t) => ({
    id: t.string({ description: 'For `decideReviews`.', resolve: ({ id }) => String(id) }),
    kind: t.expose('kind', { type: ReviewKindEnum, description: 'What it is.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Since when it waits.' }),
    resolvedAt: t.expose('resolvedAt', { type: 'DateTime', nullable: true, description: 'When it was decided.' }),
    decision: t.field({
      type: DecisionEnum,
      nullable: true,
      description: 'What was decided; ASK also while it waits for an answer.',
      resolve: ({ decision }): Decision | null => decision && decisionOf[decision],
    }),
    reason: t.exposeString('decisionReason', {
      nullable: true,
      description: 'What was asked, or why it was decided so.',
    }),
    listing: t.field({
      type: ListingType,
      description: 'What it is about.',
      resolve: ({ listingId }, _, context) => loadWritten(context, listingId),
    }),
    other: t.field({
      type: ListingType,
      nullable: true,
      description: 'The listing that may be the same place.',
      resolve: ({ otherListingId }, _, context) => (otherListingId ? loadWritten(context, otherListingId) : null),
    }),
    by: t.field({
      type: ContributorType,
      nullable: true,
      description:
        'Whose doing it is; null where nobody’s, for somebody without an account, and for who is no moderator.',
      authScopes: { moderator: true },
      unauthorizedResolver: () => null,
      resolve: async ({ personId }, _, { database }) =>
        personId ? ((await contributorsByIds(database, [personId]))[0] ?? null) : null,
    }),
    fields: t.stringList({
      description: 'Names of the fields that a change is about.',
      resolve: async ({ suggestionId, detail }, _, { database }) => {
        const [suggestion] = suggestionId ? await suggestionsByIds(database, [suggestionId]) : [];
        return suggestion ? Object.keys(suggestion.fields) : ((detail.fields ?? []) as string[]); // as it was written
      },
    }),
    staleFields: t.stringList({
      description: 'Fields of a suggestion that were changed since it was made: approving it leaves them as they are.',
      resolve: async ({ suggestionId }, _, { database }) => {
        const [suggestion] = suggestionId ? await suggestionsByIds(database, [suggestionId]) : [];
        return suggestion
          ? overtakenSince(database, suggestion.listingId, suggestion.revisionId, suggestion.fields)
          : [];
      },
    }),
    before: t.field({
      type: ContentType,
      nullable: true,
      description: 'What was said before a change that shows already, or is said now where one is suggested.',
      resolve: async ({ kind, listingId, detail }, _, { database }): Promise<State | null> => {
        if (kind === 'PUBLISHED_EDIT') return (await loadState(database, listingId, Number(detail.revision))) ?? null;
        return kind === 'SUGGESTED_EDIT' ? ((await loadState(database, listingId)) ?? null) : null;
      },
    }),
    after: t.field({
      type: ContentType,
      nullable: true,
      description: 'What is said now, or would be with the suggested change.',
      resolve: async ({ listingId, suggestionId }, _, { database }): Promise<State | null> => {
        const [state] = await loadStates(database, [listingId]);
        const [suggestion] = suggestionId ? await suggestionsByIds(database, [suggestionId]) : [];
        if (!state || !suggestion) return state ?? null;
        // What is written is what a field says, or that nothing is said of it.
        return { ...state, fields: { ...state.fields, ...(suggestion.fields as State['fields']) } };
      },
    }),
    suggestedStatus: t.string({
      nullable: true,
      description: 'The `ListingStatus` that a suggestion would give it; null where it is about other things.',
      resolve: async ({ suggestionId }, _, { database }) => {
        const [suggestion] = suggestionId ? await suggestionsByIds(database, [suggestionId]) : [];
        return suggestion?.fields.status ?? null;
      },
    }),
    why: t.string({
      nullable: true,
      description: 'Why, in the words of whoever suggests it.',
      resolve: async ({ suggestionId }, _, { database }) => {
        const [suggestion] = suggestionId ? await suggestionsByIds(database, [suggestionId]) : [];
        return suggestion?.reason ?? null;
      },
    }),
    claim: t.field({
      type: ClaimType,
      nullable: true,
      description: 'The claim.',
      resolve: async ({ claimId }, _, { database }) =>
        claimId ? ((await claimsByIds(database, [claimId]))[0] ?? null) : null,
    }),
    statement: t.field({
      type: StatementType,
      nullable: true,
      description: 'The decision that is appealed against.',
      resolve: async ({ statementId }, _, { database }) =>
        statementId ? ((await statementsByIds(database, [statementId]))[0] ?? null) : null,
    }),
    reports: t.field({
      type: [ReportedType],
      description: 'What was reported since the review was opened.',
      resolve: ({ kind, listingId }, _, { database }) => (kind === 'REPORT' ? reportsOf(database, [listingId]) : []),
    }),
    distanceMeters: t.float({
      nullable: true,
      description: 'How far a possible duplicate is.',
      resolve: ({ detail }) => (typeof detail.distanceMeters === 'number' ? detail.distanceMeters : null),
    }),
  }),
});

const QueueType = builder.objectRef<Queue>('ReviewConnection').implement({
  description: 'Reviews: the one that waits longest first, of decided ones the newest.',
  authScopes: { moderator: true },
  fields: (t) => ({
    nodes: t.expose('reviews', { type: [ReviewType], description: 'The reviews.' }),
    pageInfo: t.expose('pageInfo', { type: builder.pageInfoRef(), description: 'What lies after.' }),
    totalCount: t.int({ description: 'How many there are in all.', resolve: ({ count }) => count() }),
  }),
});

const VerdictType = builder.objectRef<VerdictRow>('ListingVerdict').implement({
  description: 'What a moderator last decided on a place that was handed in. Who looks after it sees it.',
  fields: (t) => ({
    decision: t.field({
      type: DecisionEnum,
      description: 'What was decided.',
      resolve: ({ decision }) => decisionOf[decision],
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'What was asked, or why it was decided so.' }),
    at: t.expose('at', { type: 'DateTime', nullable: true, description: 'When; null for a question that is open.' }),
  }),
});

builder.objectField(ListingType, 'verdict', (t) =>
  t.field({
    type: VerdictType,
    nullable: true,
    description:
      'What a moderator last decided on it after it was handed in; null before, and but for who registered it, runs it or moderates it.',
    authScopes: async ({ id }, _, context) => {
      const [known] = await loadKeeping(context, [id]);
      return Boolean(known?.role);
    },
    unauthorizedResolver: () => null,
    resolve: async ({ id }, _, { database }) => (await verdictOn(database, id)) ?? null,
  }),
);

builder.objectField(ListingType, 'suggestions', (t) =>
  t.field({
    type: [ReviewType],
    nullable: true,
    description:
      'What others would change of it, the oldest first; null but for members of its organisation, where that approves edits.',
    authScopes: async ({ id }, _, { database, viewer }) =>
      viewer !== undefined && (await decidesOnSuggestions(database, id, viewer.personId)),
    unauthorizedResolver: () => null,
    resolve: ({ id }, _, { database }) => waitingSuggestions(database, id),
  }),
);

/** A link is proof enough for what it was mailed for. */
export const byTokenOrSignedIn = (_: unknown, { token }: { token?: string | null | undefined }) =>
  token ? true : { signedIn: true };

builder.queryFields((t) => ({
  moderationQueue: t.field({
    type: QueueType,
    nullable: true,
    // Of the list within, ten are counted already.
    complexity: ({ first }) => ({ field: 1, multiplier: Math.max(first ?? 20, 1) / 10 }),
    description:
      'What waits, or was decided, in the regions that the person who asks moderates; null for who moderates none.',
    authScopes: { moderator: true },
    unauthorizedResolver: () => null,
    args: {
      region: t.arg.string({ description: 'Only this region, by its code.' }),
      kinds: t.arg({ type: [ReviewKindEnum], description: 'Only these kinds.' }),
      source: t.arg.string({ description: 'Only of places that this source speaks of, by its slug.' }),
      text: t.arg.string({
        description: 'Only of places whose name or address has these words: at most 200 characters.',
      }),
      ageDays: t.arg.int({ description: 'Only what was opened that many days ago or longer: 0 to 3,650.' }),
      decided: t.arg.boolean({ defaultValue: false, description: 'What is decided already, instead of what waits.' }),
      ids: t.arg.stringList({ description: 'Only these, as far as they are there: at most 100.' }),
      first: t.arg.int({ defaultValue: 20, description: 'How many: 0 to 100.' }),
      after: t.arg.string({ description: 'Only what follows this cursor.' }),
    },
    resolve: (_, { ids, ...args }, context) => loadQueue(context, { ...args, ids: ids?.map(parseRowId) }),
  }),
  statement: t.field({
    type: StatementType,
    nullable: true,
    description:
      'A decision against something of the person who asks, or of who was sent a link to it; null for everybody else.',
    authScopes: byTokenOrSignedIn,
    unauthorizedResolver: () => null,
    args: {
      id: t.arg.string({ description: 'Its id.' }),
      token: t.arg.string({ description: 'What stands in the link of the letter, for who has no account.' }),
    },
    resolve: (_, asked, context) => findStatement(context, asked),
  }),
  myStatements: t.field({
    type: [StatementType],
    nullable: true,
    description: 'Decisions against what the person who asks contributed, the newest first; null for a visitor.',
    authScopes: { signedIn: true },
    unauthorizedResolver: () => null,
    resolve: (_, __, { database, viewer }) => (viewer ? statementsTo(database, viewer.personId) : null),
  }),
}));
