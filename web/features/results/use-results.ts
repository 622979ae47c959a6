import { useEffect, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import type { ResultsQuery } from '../../gql/graphql.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { type Question, resultsQuery } from './queries.ts';

const pageSize = 20;
const dayMs = 86_400_000;

export interface Results {
  connection: ResultsQuery['listings'] | null;
  /** The answer to an earlier question is still shown. */
  waiting: boolean;
  error: boolean;
  retry: () => void;
  variables: Question & { first: number; language: ReturnType<typeof useI18n>['language']; from: string; to: string };
}

/** The list's answer; while a new one is awaited the last one stays. */
export function useResults(question: Question): Results {
  const { language } = useI18n();
  // A day on either side of the present holds every time zone's today. Fixed for the visit, so that pages are cached.
  const [{ from, to }] = useState(() => {
    const hour = Math.floor(Date.now() / 3_600_000) * 3_600_000;
    return { from: new Date(hour - dayMs).toISOString(), to: new Date(hour + 2 * dayMs).toISOString() };
  });
  const key = JSON.stringify(question);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the question's value
  const variables = useMemo(() => ({ ...question, first: pageSize, language, from, to }), [key, language, from, to]);
  const [{ data, fetching, error, stale }, execute] = useQuery({ query: resultsQuery, variables });
  const [last, setLast] = useState(data);
  useEffect(() => {
    if (data) setLast(data);
  }, [data]);
  return {
    connection: (data ?? last)?.listings ?? null,
    waiting: fetching || stale,
    error: Boolean(error),
    retry: () => execute({ requestPolicy: 'network-only' }),
    variables,
  };
}
