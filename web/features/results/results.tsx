import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ListingOrder, ResultsQuery } from '../../gql/graphql.ts';
import { distanceText, wallText } from '../../lib/format.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import type { Near } from '../../lib/url.ts';
import type { Hovered } from '../../ui/hovered.ts';
import { KeptLine, NotKeptLine } from '../../ui/offline-line.tsx';
import { useNow } from '../../ui/use-now.ts';
import { MorePages } from './more-pages.tsx';
import { OrderChoice } from './order-choice.tsx';
import { ResultRow } from './row.tsx';
import { Skeleton } from './skeleton.tsx';
import type { Results } from './use-results.ts';

type Edge = ResultsQuery['listings']['edges'][number];

interface Props {
  results: Results;
  near: Near | null;
  chosen: string | null;
  onChoose: (slug: string) => void;
  hovered: Hovered;
  onOrder: (order: ListingOrder) => void;
  onRetry: () => void;
  /** What is said between the count and the rows. */
  note: ReactNode;
  /** What stands in the list's place when nothing matches. */
  empty: ReactNode;
}

export function ResultList({ results, near, chosen, onChoose, hovered, onOrder, onRetry, note, empty }: Props) {
  const { t, language } = useI18n();
  const { connection, error, waiting, variables } = results;
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set());
  // The same function at every drawing, so that rows which have not changed are not drawn again.
  const latest = useRef(onChoose);
  latest.current = onChoose;
  const choose = useCallback((slug: string) => {
    setVisited((known) => new Set(known).add(slug));
    latest.current(slug);
  }, []);
  const list = { chosen, visited, hovered, moment: variables.at, walked: near !== null, onChoose: choose };
  const nothing = connection?.totalCount === 0;
  return (
    <section className="results" aria-label={t.results} id="results" tabIndex={-1} aria-busy={waiting}>
      <header className={nothing ? 'visually-hidden' : undefined}>
        <h2>
          <span role="status">
            {connection ? t.placeCount(connection.totalCount) : error ? t.results : t.loading}
            {connection && (
              <small>
                {near ? t.within(distanceText(near.radiusMeters, language)) : t.inView}
                {variables.at && `, ${wallText(variables.at, language)}`}
              </small>
            )}
          </span>
        </h2>
        {!nothing && <OrderChoice variables={variables} onOrder={onOrder} />}
        {near && !nothing && <p className="crow quiet">{t.crowFlies}</p>}
      </header>
      <KeptLine at={results.keptAt} />
      {results.unreachable && <NotKeptLine onRetry={onRetry} />}
      {error && !results.unreachable && (
        <div className="notice" role="alert">
          <p>
            <b>{t.listFailed}</b> {t.mapKeepsWorking}
          </p>
          <button type="button" className="button line" onClick={onRetry}>
            {t.retry}
          </button>
        </div>
      )}
      {!nothing && note}
      {!connection && !error && <Skeleton />}
      {nothing && empty}
      {connection && connection.totalCount > 0 && (
        <div className="rows" data-waiting={waiting || undefined}>
          <Rows edges={connection.edges} {...list} />
          {/* A new question starts at its first page. */}
          <MorePages key={JSON.stringify(variables)} first={connection} variables={variables}>
            {(edges, focusFirst) => <Rows edges={edges} focusFirst={focusFirst} {...list} />}
          </MorePages>
        </div>
      )}
    </section>
  );
}

interface RowsProps extends Pick<Props, 'chosen' | 'onChoose' | 'hovered'> {
  edges: Edge[];
  visited: ReadonlySet<string>;
  /** The moment that was asked about; null for now. */
  moment: string | null;
  /** Distances are from where somebody is or will be: said in minutes too. */
  walked: boolean;
  /** The keyboard goes on at the first of these rows, once. */
  focusFirst?: boolean;
}

function Rows({ edges, visited, chosen, moment, focusFirst = false, ...row }: RowsProps) {
  const present = useNow();
  const now = useMemo(() => (moment ? new Date(moment) : present), [moment, present]);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (focusFirst) list.current?.querySelector('a')?.focus();
  }, [focusFirst]);
  return (
    <ol ref={list}>
      {edges.map(({ node, distanceMeters }) => (
        <ResultRow
          key={node.id}
          row={node}
          distanceMeters={distanceMeters ?? null}
          now={now}
          chosen={node.slug === chosen}
          visited={visited.has(node.slug)}
          {...row}
        />
      ))}
    </ol>
  );
}
