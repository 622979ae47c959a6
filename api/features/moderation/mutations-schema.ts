/** What moderators do, and appeals against it. */
import { builder } from '../../builder.ts';
import { NotAllowed, NotFound, ValidationError } from '../../platform/errors.ts';
import { parseRowId, rowIdOf } from '../../platform/row-id.ts';
import { ListingType } from '../listings/schema.ts';
import { loadWritten } from '../listings/service.ts';
import { type Decided, decideReviews } from './decide.ts';
import { mergeListings, undoMerge } from './merge.ts';
import { byTokenOrSignedIn, DecisionEnum, GroundEnum, ReviewType, StatementType } from './schema.ts';
import { appealDecision, archiveListing, restoreListing } from './statements.ts';
import { reviewsByIds } from './store.ts';

const RefusalType = builder.objectRef<Decided['refused'][number]>('RefusedDecision').implement({
  description: 'A review that could not be decided so.',
  fields: (t) => ({
    review: t.string({ description: 'Its id.', resolve: ({ reviewId }) => String(reviewId) }),
    message: t.exposeString('message', { description: 'Why not, in English.' }),
  }),
});

const DecidedType = builder.objectRef<Decided>('ReviewsDecided').implement({
  description: 'What was decided.',
  fields: (t) => ({
    reviews: t.field({
      type: [ReviewType],
      description: 'The reviews that were decided.',
      resolve: ({ decided }, _, { database }) => reviewsByIds(database, decided),
    }),
    refused: t.field({
      type: [RefusalType],
      description: 'The ones that could not be; the others are decided all the same.',
      resolve: ({ refused }) => refused,
    }),
  }),
});

const failures = [ValidationError, NotAllowed, NotFound];
const outcome = (result: string, union: string, what: string) => ({
  types: failures,
  result: { name: result, description: what },
  union: { name: union, description: `${result}, or why not.` },
  dataField: { name: 'listing', description: 'The listing as it is now.' },
});
const listingArgument = { required: true, description: 'Global id of the listing.' } as const;

builder.mutationFields((t) => ({
  decideReviews: t.field({
    type: DecidedType,
    description:
      'Decides on reviews, many at once; moderators of the region may, and on suggestions members of an organisation that approves edits, but not on what is their own. Whoever is concerned gets a letter in their language.',
    authScopes: { signedIn: true },
    errors: {
      types: failures,
      directResult: true,
      union: { name: 'DecideReviewsResult', description: 'ReviewsDecided, or why none could be.' },
    },
    args: {
      reviews: t.arg.stringList({ required: true, description: 'Ids of reviews: 1 to 100.' }),
      decision: t.arg({ type: DecisionEnum, required: true, description: 'What is decided.' }),
      reason: t.arg.string({
        description: 'For whoever is concerned, at most 2,000 characters; needed for ASK and REJECT.',
      }),
      ground: t.arg({ type: GroundEnum, defaultValue: 'RULES', description: 'On what ground, for REJECT.' }),
    },
    resolve: (_, { reviews, decision, reason, ground }, context) =>
      decideReviews(context, reviews.map(parseRowId), { decision, reason: reason ?? null, ground: ground ?? 'RULES' }),
  }),
  mergeListings: t.field({
    type: ListingType,
    description:
      'Makes two listings of one place one: the other’s sources speak of it from now on, and its address leads there. Moderators of both regions may.',
    authScopes: { signedIn: true },
    errors: outcome('ListingsMerged', 'MergeListingsResult', 'The two are one.'),
    args: {
      listing: t.arg.globalID({ required: true, description: 'The one that goes.' }),
      into: t.arg.globalID({ required: true, description: 'The one that stays.' }),
      fields: t.arg.stringList({
        defaultValue: [],
        description: 'Names of the fields, as in `ListingInput`, that are taken from the one that goes.',
      }),
      reason: t.arg.string({ description: 'Why, for the public history.' }),
      revision: t.arg.globalID({
        description:
          'The revision of the one that goes that was looked at: nothing is done where a field taken changed.',
      }),
      intoRevision: t.arg.globalID({ description: 'Likewise of the one that stays.' }),
    },
    resolve: async (_, { listing, into, fields, reason, revision, intoRevision }, context) => {
      const winnerId = rowIdOf('Listing', into);
      const seen = {
        loser: revision && rowIdOf('Revision', revision),
        winner: intoRevision && rowIdOf('Revision', intoRevision),
      };
      const loserId = rowIdOf('Listing', listing);
      await mergeListings(context, { loserId, winnerId, fields: fields ?? [], seen, reason });
      return loadWritten(context, winnerId);
    },
  }),
  undoMerge: t.field({
    type: ListingType,
    description:
      'Takes a merge back: the listing stands by itself again, with its own sources. Moderators of the region may.',
    authScopes: { signedIn: true },
    errors: outcome('MergeUndone', 'UndoMergeResult', 'The two are two again.'),
    args: { listing: t.arg.globalID({ required: true, description: 'The one that was merged away.' }) },
    resolve: async (_, { listing }, context) => {
      const id = rowIdOf('Listing', listing);
      await undoMerge(context, id);
      return loadWritten(context, id);
    },
  }),
  archiveListing: t.field({
    type: ListingType,
    description:
      'Takes a listing off the map; moderators of the region may. Who registered it and who runs it get a statement of reasons, and may appeal.',
    authScopes: { signedIn: true },
    errors: outcome('ListingArchived', 'ArchiveListingResult', 'The listing no longer shows.'),
    args: {
      listing: t.arg.globalID(listingArgument),
      facts: t.arg.string({ required: true, description: 'The facts that it rests on: at most 2,000 characters.' }),
      ground: t.arg({ type: GroundEnum, required: true, description: 'On what ground.' }),
    },
    resolve: async (_, { listing, facts, ground }, context) => {
      const id = rowIdOf('Listing', listing);
      await archiveListing(context, id, { facts, ground });
      return loadWritten(context, id);
    },
  }),
  restoreListing: t.field({
    type: ListingType,
    description: 'Puts back what was put away or refused; moderators of the region may.',
    authScopes: { signedIn: true },
    errors: outcome('ListingRestored', 'RestoreListingResult', 'The listing shows again.'),
    args: { listing: t.arg.globalID(listingArgument) },
    resolve: async (_, { listing }, context) => {
      const id = rowIdOf('Listing', listing);
      await restoreListing(context, id);
      return loadWritten(context, id);
    },
  }),
  appealDecision: t.field({
    type: StatementType,
    description:
      'Appeals against a decision, once and within six months, free of charge; whose contribution it was may.',
    authScopes: byTokenOrSignedIn,
    errors: {
      types: failures,
      result: { name: 'DecisionAppealed', description: 'A moderator looks at it again.' },
      union: { name: 'AppealDecisionResult', description: 'DecisionAppealed, or why not.' },
      dataField: { name: 'statement', description: 'The decision.' },
    },
    args: {
      statement: t.arg.string({ description: 'Id of the statement of reasons.' }),
      token: t.arg.string({ description: 'What stands in the link of the letter, for who has no account.' }),
      words: t.arg.string({ required: true, description: 'Why it is wrong: at most 2,000 characters.' }),
    },
    resolve: (_, { statement, token, words }, context) => appealDecision(context, { id: statement, token }, words),
  }),
}));
