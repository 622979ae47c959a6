import { graphql } from '../../gql/gql.ts';
import type { MyListingsQuery } from '../../gql/graphql.ts';

export const myListingsQuery = graphql(`
  query MyListings($language: Language!) {
    myListings(first: 100) {
      id
      slug
      name
      status
      missing
      freshness
      verifiedAt
      category { label(language: $language) icon group { slug } }
      address { formatted }
      viewerCan { edit suggest discard withdraw changeStatus }
    }
  }
`);

export type MyListing = NonNullable<MyListingsQuery['myListings']>[number];

export const changeStatusMutation = graphql(`
  mutation ChangeListingStatus($listing: ID!, $change: ListingStatusChange!) {
    changeListingStatus(listing: $listing, change: $change) {
      __typename
      ... on ListingEdited { published listing { id status viewerCan { changeStatus } } }
    }
  }
`);

export const withdrawMutation = graphql(`
  mutation WithdrawListing($listing: ID!) {
    withdrawListing(listing: $listing) { __typename }
  }
`);

export const discardMutation = graphql(`
  mutation DiscardListing($listing: ID!) {
    discardListing(listing: $listing) { __typename }
  }
`);
