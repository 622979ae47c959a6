import { type ReactNode, useState } from 'react';
import { useClient } from 'urql';
import type { ResultsQuery } from '../../gql/graphql.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { moreResultsQuery } from './queries.ts';
import type { Results } from './use-results.ts';

type Edge = ResultsQuery['listings']['edges'][number];

interface Props {
  first: NonNullable<Results['connection']>;
  variables: Results['variables'];
  /** Draws a page; `focusFirst` for the one that was asked for last. */
  children: (edges: Edge[], focusFirst: boolean) => ReactNode;
}

/** How much of the whole is shown, and the rest page by page; a page that fails leaves the others. */
export function MorePages({ first, variables, children }: Props) {
  const { t } = useI18n();
  const client = useClient();
  const [pages, setPages] = useState<Pick<ResultsQuery['listings'], 'edges' | 'pageInfo'>[]>([]);
  const [state, setState] = useState<'rest' | 'loading' | 'failed'>('rest');
  const last = (pages.at(-1) ?? first).pageInfo;
  const shown = [first, ...pages].reduce((sum, { edges }) => sum + edges.length, 0);
  const load = async () => {
    setState('loading');
    const { data } = await client.query(moreResultsQuery, { ...variables, after: last.endCursor ?? '' });
    if (data) setPages((known) => [...known, data.listings]);
    setState(data ? 'rest' : 'failed');
  };
  return (
    <>
      {pages.map((page, position) => (
        <div key={page.edges[0]?.node.id}>{children(page.edges, position === pages.length - 1)}</div>
      ))}
      <div className="show-more">
        <p className="quiet" role={state === 'failed' ? 'alert' : undefined}>
          {state === 'failed' ? t.moreFailed : t.showing(shown, first.totalCount)}
        </p>
        {last.hasNextPage && (
          <button
            type="button"
            className="button line"
            aria-disabled={state === 'loading'}
            onClick={() => state !== 'loading' && void load()}
          >
            {state === 'loading' ? t.loading : state === 'failed' ? t.retry : t.showMore}
          </button>
        )}
      </div>
    </>
  );
}
