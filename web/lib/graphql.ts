import { Client, cacheExchange, fetchExchange } from 'urql';

/** The API gives a search up after ten seconds; a network that takes longer than this will not bring the answer. */
const patienceMs = 15_000;

/** Never waits for ever: a request that gets no answer fails, and can be tried again. */
const fetchInTime: typeof fetch = (resource, options) => {
  const patience = AbortSignal.timeout(patienceMs);
  const signal = options?.signal ? AbortSignal.any([options.signal, patience]) : patience;
  return fetch(resource, { ...options, signal });
};

/** One client a page: an equal question within a visit is asked once. Pages that keep answers give their own `fetch`. */
export function graphqlClient(ask: typeof fetch = fetchInTime): Client {
  return new Client({
    url: '/graphql',
    exchanges: [cacheExchange, fetchExchange],
    preferGetMethod: false,
    fetch: ask,
  });
}
