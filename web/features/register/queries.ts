import { graphql } from '../../gql/gql.ts';
import type { ContentFragment } from '../../gql/graphql.ts';

export type Content = ContentFragment;

graphql(`
  fragment Content on ListingContent {
    revision
    name
    categories
    organization
    location { lon lat }
    address { street houseNumber postcode city country }
    offers {
      action
      objects
      priceKind
      amountMin
      amountMax
      depositAmount
      currency
      loanDays
      maxItems
      atHome
      note { language text }
    }
    openingHours
    byAppointment
    phone
    email
    website
    social { network url }
    wheelchair
    accessNotes { language text }
    languages
    payment
    labels
    description { language text }
  }
`);

export const viewerQuery = graphql(`
  query RegisterViewer {
    viewer { id organizations { organization { id name } } }
  }
`);

export const editedQuery = graphql(`
  query EditedListing($id: ID, $slug: String) {
    listing(id: $id, slug: $slug) {
      id
      slug
      name
      status
      viewerCan { edit suggest submit publish discard }
      content { ...Content }
    }
  }
`);

export const duplicatesQuery = graphql(`
  query PossibleDuplicates($at: PointInput!, $name: String, $phone: String, $website: String, $except: ID) {
    possibleDuplicates(at: $at, name: $name, phone: $phone, website: $website, except: $except) { ...SamePlace }
  }
`);

graphql(`
  fragment SamePlace on Duplicate {
    distanceMeters
    reasons
    listing { id slug name address { formatted } category { label icon group { slug } } }
  }
`);

export const createMutation = graphql(`
  mutation CreateListing($input: ListingInput!, $submit: Boolean!, $distinct: Boolean!, $key: String!) {
    createListing(input: $input, submit: $submit, distinct: $distinct, idempotencyKey: $key) {
      __typename
      ... on ListingCreated { listing { id slug name status } }
      ... on PossibleDuplicate { duplicates { ...SamePlace } }
      ... on ValidationError { problems { field message code } }
    }
  }
`);

export const editMutation = graphql(`
  mutation EditListing($listing: ID!, $revision: ID!, $input: ListingInput!, $reason: String) {
    editListing(listing: $listing, revision: $revision, input: $input, reason: $reason) {
      __typename
      ... on ListingEdited { published listing { id slug name status } }
      ... on StaleRevision { base { ...Content } current { ...Content } changes { field at actorRole } }
      ... on ValidationError { problems { field message code } }
    }
  }
`);

export const submitMutation = graphql(`
  mutation SubmitListing($listing: ID!, $distinct: Boolean!) {
    submitListing(listing: $listing, distinct: $distinct) {
      __typename
      ... on ListingSubmitted { listing { id slug name status } }
      ... on PossibleDuplicate { duplicates { ...SamePlace } }
      ... on ValidationError { problems { field message code } }
    }
  }
`);

export const suggestListingMutation = graphql(`
  mutation SuggestListing($input: ListingInput!, $email: String!, $trap: String, $distinct: Boolean!) {
    suggestListing(input: $input, email: $email, trap: $trap, distinct: $distinct) {
      __typename
      ... on PossibleDuplicate { duplicates { ...SamePlace } }
      ... on ValidationError { problems { field message code } }
    }
  }
`);

export const suggestChangeMutation = graphql(`
  mutation SuggestChange($listing: ID!, $input: ListingInput!, $email: String!, $trap: String) {
    suggestChange(listing: $listing, input: $input, email: $email, trap: $trap) {
      __typename
      ... on ValidationError { problems { field message code } }
    }
  }
`);
