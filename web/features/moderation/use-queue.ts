import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { Filters } from './address.ts';
import { queueQuery, type WaitingReview } from './queries.ts';

const pageSize = 20;
const greatestPage = 100;

/** The part of the queue that was asked for, as far as it is shown. */
interface Shown {
  /** Null: whoever asks moderates nothing. */
  reviews: WaitingReview[] | null;
  rolesWait: boolean;
  total: number;
  /** Where the next page begins; null after the last one. */
  next: string | null;
}

export interface QueueOf {
  shown: Shown | null;
  failed: boolean;
  fetching: boolean;
  more: () => void;
  /** Asks anew for as many as are shown. */
  reload: () => void;
}

export function useQueue(filters: Filters): QueueOf {
  const client = useClient();
  const [shown, setShown] = useState<Shown | null>(null);
  const [failed, setFailed] = useState(false);
  const [fetching, setFetching] = useState(true);
  /** The latest asking: what an earlier one brings is late. */
  const asking = useRef(0);
  const asked = JSON.stringify(filters);

  const load = useCallback(
    async (before: Shown | null, count: number) => {
      const { kinds, region, source, age, text, decided }: Filters = JSON.parse(asked);
      const part = {
        kinds: kinds.length > 0 ? kinds : null,
        region: region || null,
        source: source || null,
        text: text || null,
        age: age ? Number(age) : null,
        decided,
      };
      asking.current += 1;
      const own = asking.current;
      setFetching(true);
      let found = before;
      do {
        const first = Math.min(greatestPage, count - (found?.reviews?.length ?? 0));
        const variables = { ...part, first, after: found?.next ?? null };
        const { data } = await client.query(queueQuery, variables, { requestPolicy: 'network-only' });
        if (own !== asking.current) return;
        setFailed(!data);
        if (!data) break;
        const { moderationQueue: page, viewer } = data;
        found = {
          reviews: page && [...(found?.reviews ?? []), ...page.nodes],
          rolesWait: viewer?.rolesWait ?? false,
          total: page?.totalCount ?? 0,
          next: page?.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null,
        };
      } while (found.next && (found.reviews?.length ?? 0) < count);
      if (found) setShown(found);
      setFetching(false);
    },
    [client, asked],
  );
  useEffect(() => {
    void load(null, pageSize);
  }, [load]);
  const count = shown?.reviews?.length ?? 0;
  return {
    shown,
    failed,
    fetching,
    more: () => void load(shown, count + pageSize),
    reload: () => void load(null, Math.max(count, pageSize)),
  };
}
