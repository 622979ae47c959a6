import { graphql } from '../../gql/gql.ts';
import type { HistoryQuery, ModerationQueueQuery, ReviewQuery, SuggestionsQuery } from '../../gql/graphql.ts';

export const queueQuery = graphql(`
  query ModerationQueue(
    $region: String, $kinds: [ReviewKind!], $source: String, $text: String, $age: Int, $decided: Boolean!
    $first: Int!, $after: String
  ) {
    viewer { rolesWait }
    moderationQueue(
      region: $region, kinds: $kinds, source: $source, text: $text, ageDays: $age, decided: $decided
      first: $first, after: $after
    ) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        id kind createdAt resolvedAt decision
        by { name approved rejected }
        listing { id name address { formatted } }
      }
    }
  }
`);

export const sourcesQuery = graphql(`
  query SourceNames { sources { slug name } }
`);

/** `all`: of an administrator, who moderates them all. */
export const regionNamesQuery = graphql(`
  query RegionNames($codes: [String!]!, $all: Boolean!, $language: Language!) {
    moderated: regions(codes: $codes) { code name(language: $language) }
    countries: regions @include(if: $all) { code name(language: $language) }
    regions: regions(level: 1) @include(if: $all) { code name(language: $language) }
  }
`);

/** One of them, with all that there is to know of it: too much to ask of many at once. */
export const reviewQuery = graphql(`
  query Review($id: String!, $decided: Boolean!) {
    moderationQueue(ids: [$id], decided: $decided, first: 1) {
      nodes {
        id kind reason why suggestedStatus staleFields distanceMeters
        listing { id slug name status content { ...ReviewedContent } }
        other { id slug name status content { ...ReviewedContent } }
        before { ...ReviewedContent }
        after { ...ReviewedContent }
        claim { evidence provedAt objection organization { name } }
        reports { problem words at }
        statement { facts appealWords }
      }
    }
  }
  fragment ReviewedContent on ListingContent {
    revision
    name categories serviceKind serviceRadiusMeters location { lon lat } locationApproximate
    address { street houseNumber postcode city country }
    offers { action objects priceKind amountMin amountMax currency note { language text } }
    openingHours timezone byAppointment phone email website
    social { network url }
    languages wheelchair
    accessNotes { language text }
    labels payment
    description { language text }
  }
`);

/** For who runs the place, where their organisation approves edits. */
export const suggestionsQuery = graphql(`
  query Suggestions($id: ID!) {
    listing(id: $id) {
      id
      suggestions {
        id kind why suggestedStatus staleFields
        before { ...ReviewedContent }
        after { ...ReviewedContent }
      }
    }
  }
`);

export const historyQuery = graphql(`
  query History($id: ID!) {
    listing(id: $id) {
      id
      revisions(first: 50) { nodes { id at kind actorRole reason changedFields source { name } } }
    }
  }
`);

/** A change: what was said after it, and before. */
export const changeQuery = graphql(`
  query Change($ids: [ID!]!) {
    nodes(ids: $ids) { __typename id ... on Revision { content { ...ReviewedContent } } }
  }
`);

export type Revision = NonNullable<HistoryQuery['listing']>['revisions']['nodes'][number];
export type Suggestion = NonNullable<NonNullable<SuggestionsQuery['listing']>['suggestions']>[number];
export type WaitingReview = NonNullable<ModerationQueueQuery['moderationQueue']>['nodes'][number];
export type Review = NonNullable<ReviewQuery['moderationQueue']>['nodes'][number];
export type Content = NonNullable<Review['after']>;

export const decideMutation = graphql(`
  mutation DecideReviews($reviews: [String!]!, $decision: ReviewDecision!, $reason: String, $ground: StatementGround) {
    result: decideReviews(reviews: $reviews, decision: $decision, reason: $reason, ground: $ground) {
      __typename
      ... on ReviewsDecided { reviews { id } refused { review message } }
      ... on ValidationError { field message }
      ... on NotAllowed { message }
      ... on NotFound { message }
    }
  }
`);

export const revertMutation = graphql(`
  mutation RevertListing($listing: ID!, $revision: ID!) {
    result: revertListing(listing: $listing, revision: $revision) { __typename }
  }
`);

export const mergeMutation = graphql(`
  mutation MergeListings($listing: ID!, $into: ID!, $fields: [String!], $revision: ID, $intoRevision: ID) {
    result: mergeListings(
      listing: $listing, into: $into, fields: $fields, revision: $revision, intoRevision: $intoRevision
    ) {
      __typename
      ... on ValidationError { field message }
      ... on NotAllowed { message }
      ... on NotFound { message }
    }
  }
`);

export const undoMergeMutation = graphql(`
  mutation UndoMerge($listing: ID!) {
    result: undoMerge(listing: $listing) {
      __typename
      ... on ValidationError { field message }
      ... on NotAllowed { message }
      ... on NotFound { message }
    }
  }
`);
