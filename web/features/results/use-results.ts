import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { type CombinedError, useQuery } from 'urql';
import type { ResultsQuery } from '../../gql/graphql.ts';
import { keptAtOf } from '../../lib/answers.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import type { Moment } from '../../lib/moment.ts';
import { useReconnect } from '../../lib/use-reconnect.ts';
import { type Question, resultsQuery } from './queries.ts';

const pageSize = 20;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export interface Results {
  connection: ResultsQuery['listings'] | null;
  /** The answer to an earlier question is still shown. */
  waiting: boolean;
  error: boolean;
  /** Nobody answers, and no answer to this question was kept. */
  unreachable: boolean;
  /** When the answer was given, where it is one that was kept; ISO 8601. */
  keptAt: string | null;
  retry: () => void;
  variables: Question & {
    first: number;
    language: ReturnType<typeof useI18n>['language'];
    at: Moment | null;
    from: string;
    to: string;
  };
}

/**
 * The list's answer; while a new one is awaited the last one stays. `at` is the moment whose hours are told, null for
 * now. Until the words of the question are `vetted`, a refusal of them is no failure: what is unknown will be left out.
 */
export function useResults(question: Question, at: Moment | null = null, vetted = true): Results {
  const { language } = useI18n();
  // Fixed for the visit, so that pages are cached.
  const [opened] = useState(() => Math.floor(Date.now() / hourMs) * hourMs);
  const key = JSON.stringify([question, at]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the value of the question and its moment
  const variables = useMemo(() => {
    // A day on either side of the moment holds every time zone's today.
    const middle = at ? new Date(at).getTime() : opened;
    const instant = (days: number) => new Date(middle + days * dayMs).toISOString();
    return { ...question, first: pageSize, language, at, from: instant(-1), to: instant(2) };
  }, [key, language, opened]);
  const asksHours = typeof question.where.openNow === 'boolean' || Boolean(question.where.openAt);
  const [{ data, fetching, error, stale, extensions }, execute] = useQuery({
    query: resultsQuery,
    variables: { ...variables, asksHours },
  });
  const [last, setLast] = useState(data);
  useEffect(() => {
    if (data) setLast(data);
  }, [data]);
  const unreachable = !data && error?.networkError !== undefined && isSilent(error);
  const keptAt = data ? keptAtOf(extensions) : null;
  const retry = () => execute({ requestPolicy: 'network-only' });
  useReconnect(unreachable || keptAt !== null, retry);
  const answered = (data ?? last)?.listings ?? null;
  // Rows are drawn in slices, behind what is typed.
  const drawn = useDeferredValue(answered);
  return {
    // The list of another question would seem to answer this one.
    connection: unreachable ? null : drawn,
    waiting: fetching || stale || drawn !== answered,
    error: error !== undefined && !fetching && (vetted || !isRefusal(error)),
    unreachable,
    keptAt,
    retry,
    variables,
  };
}

/** Nobody answered, or only the door before a server that is down. */
const isSilent = ({ response }: CombinedError) => !response || response.status >= 502;

const isRefusal = ({ graphQLErrors }: CombinedError) =>
  graphQLErrors.some(({ extensions }) => extensions.code === 'BAD_USER_INPUT');
