import { graphql } from '../../gql/gql.ts';

export const claimedQuery = graphql(`
  query ClaimedListing($slug: String!) {
    viewer { id organizations { organization { id name } } }
    listing(slug: $slug) { id slug name contact { email website } viewerCan { claim edit } }
  }
`);

export const claimMutation = graphql(`
  mutation ClaimListing(
    $listing: ID!
    $method: ClaimMethod!
    $email: String
    $evidence: String
    $organization: ID
  ) {
    claimListing(
      listing: $listing
      method: $method
      email: $email
      evidence: $evidence
      organization: $organization
    ) {
      __typename
      ... on ClaimMade { sentTo }
      ... on ValidationError { problems { field } }
    }
  }
`);

export const proveMutation = graphql(`
  mutation ProveClaim($token: String!) {
    proveClaim(token: $token) {
      __typename
      ... on ClaimProved { granted listing { slug name } }
    }
  }
`);
