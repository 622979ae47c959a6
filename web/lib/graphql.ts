import { Client, cacheExchange, fetchExchange } from 'urql';

/** One client a page: an equal question within a visit is asked once. */
export function graphqlClient(): Client {
  return new Client({ url: '/graphql', exchanges: [cacheExchange, fetchExchange], preferGetMethod: false });
}
