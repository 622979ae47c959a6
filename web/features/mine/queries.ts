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
      viewsThisMonth
      claims { id evidence objection organization { name } }
      suggestions { id }
      viewerCan { edit suggest discard withdraw revert changeStatus }
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

export const myPhotosQuery = graphql(`
  query MyPhotos($id: ID!, $language: Language!) {
    listing(id: $id) {
      id
      photos { id alt(language: $language) credit licence hidden urls { path width height } }
    }
  }
`);

export const describePhotoMutation = graphql(`
  mutation DescribePhoto($photo: ID!, $input: PhotoInput!) {
    describePhoto(photo: $photo, input: $input) { __typename }
  }
`);

export const removePhotoMutation = graphql(`
  mutation RemovePhoto($photo: ID!) {
    removePhoto(photo: $photo) { __typename }
  }
`);

export const objectMutation = graphql(`
  mutation ObjectToClaim($claim: String!, $words: String!) {
    objectToClaim(claim: $claim, words: $words) { __typename }
  }
`);
