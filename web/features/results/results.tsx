import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useQuery } from 'urql';
import type { ResultsQuery } from '../../gql/graphql.ts';
import { distanceText } from '../../lib/format.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import type { Near } from '../../lib/url.ts';
import { useNow } from '../../ui/use-now.ts';
import { moreResultsQuery, type Row } from './queries.ts';
import { ResultRow } from './row.tsx';
import { Skeleton } from './skeleton.tsx';
import type { Results } from './use-results.ts';

type Edge = ResultsQuery['listings']['edges'][number];

interface Props {
  results: Results;
  near: Near | null;
  chosen: string | null;
  onChoose: (slug: string) => void;
  onHover: (row: Row | null) => void;
  /** What stands in the list's place when nothing matches. */
  empty: React.ReactNode;
}

export function ResultList({ results, near, chosen, onChoose, onHover, empty }: Props) {
  const { t, language } = useI18n();
  const { connection, error, waiting } = results;
  const [after, setAfter] = useState<string[]>([]);
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set());
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question starts at its first page
  useEffect(() => setAfter([]), [results.variables]);
  const list = {
    chosen,
    visited,
    onHover,
    onChoose: (slug: string) => {
      setVisited((known) => new Set(known).add(slug));
      onChoose(slug);
    },
  };
  const order = results.variables.orderBy;
  return (
    <section className="results" aria-label={t.results} id="results" tabIndex={-1} aria-busy={waiting}>
      <header className={connection?.totalCount === 0 ? 'visually-hidden' : undefined}>
        <h2>
          <span role="status">
            {connection ? t.placeCount(connection.totalCount) : error ? t.results : t.loading}
            {connection && <small>{near ? t.within(distanceText(near.radiusMeters, language)) : t.inView}</small>}
          </span>
        </h2>
        <span className="order">
          {order === 'DISTANCE' ? t.nearestFirst : order === 'RELEVANCE' ? t.bestMatch : t.byName}
        </span>
      </header>
      {error && (
        <div className="notice" role="alert">
          <p>
            <b>{navigator.onLine ? t.listFailed : t.offline}</b> {t.mapKeepsWorking}
          </p>
          <Button className="button line" onPress={results.retry}>
            {t.retry}
          </Button>
        </div>
      )}
      {!connection && !error && <Skeleton />}
      {connection?.totalCount === 0 && empty}
      {connection && connection.totalCount > 0 && (
        <div className="rows" data-waiting={waiting || undefined}>
          <Rows edges={connection.edges} {...list} />
          {after.map((cursor) => (
            <MorePage
              key={cursor}
              cursor={cursor}
              results={results}
              onNext={(next) => setAfter((known) => [...known, next])}
              last={cursor === after.at(-1)}
              {...list}
            />
          ))}
          {after.length === 0 && <ShowMore pageInfo={connection.pageInfo} onNext={(next) => setAfter([next])} />}
        </div>
      )}
    </section>
  );
}

type ListProps = Pick<Props, 'chosen' | 'onChoose' | 'onHover'> & { visited: ReadonlySet<string> };

function Rows({ edges, chosen, visited, onChoose, onHover }: ListProps & { edges: Edge[] }) {
  const now = useNow();
  return (
    <ol>
      {edges.map(({ node, distanceMeters }) => (
        <ResultRow
          key={node.id}
          row={node}
          distanceMeters={distanceMeters ?? null}
          now={now}
          chosen={node.slug === chosen}
          visited={visited.has(node.slug)}
          onChoose={onChoose}
          onHover={onHover}
        />
      ))}
    </ol>
  );
}

function MorePage({
  cursor,
  results,
  last,
  onNext,
  ...list
}: ListProps & { cursor: string; results: Results; last: boolean; onNext: (cursor: string) => void }) {
  const [{ data }] = useQuery({ query: moreResultsQuery, variables: { ...results.variables, after: cursor } });
  if (!data) return <Skeleton rows={3} />;
  return (
    <>
      <Rows edges={data.listings.edges} {...list} />
      {last && <ShowMore pageInfo={data.listings.pageInfo} onNext={onNext} />}
    </>
  );
}

function ShowMore({
  pageInfo,
  onNext,
}: {
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  onNext: (cursor: string) => void;
}) {
  const { t } = useI18n();
  const cursor = pageInfo.endCursor;
  if (!pageInfo.hasNextPage || !cursor) return null;
  return (
    <p className="show-more">
      <Button className="button line" onPress={() => onNext(cursor)}>
        {t.showMore}
      </Button>
    </p>
  );
}
