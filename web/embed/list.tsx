import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useQuery } from 'urql';
import { moreResultsQuery, type Row } from '../features/results/queries.ts';
import { Skeleton } from '../features/results/skeleton.tsx';
import type { Results } from '../features/results/use-results.ts';
import type { ResultsQuery } from '../gql/graphql.ts';
import { distanceText } from '../lib/format.ts';
import { hoursAt } from '../lib/hours.ts';
import { useI18n } from '../lib/i18n/i18n.tsx';
import { Glyph } from '../ui/glyph.tsx';
import { markState, StateLine } from '../ui/state-line.tsx';
import { TodayStrip } from '../ui/today-strip.tsx';
import { useNow } from '../ui/use-now.ts';
import { placeAddress } from './links.ts';
import type { EmbedWords } from './words/en.ts';

type Edge = ResultsQuery['listings']['edges'][number];

interface Props {
  results: Results;
  words: EmbedWords;
  onHover: (row: Row | null) => void;
}

/** The places of the area; each opens in the application, in a tab of its own. */
export function EmbedList({ results, words, onHover }: Props) {
  const { t } = useI18n();
  const { connection, error } = results;
  const [pages, setPages] = useState<string[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question starts at its first page
  useEffect(() => setPages([]), [results.variables]);
  if (!connection && !error) return <Skeleton />;
  if (!connection)
    return (
      <div className="notice" role="alert">
        <p>
          <b>{t.listFailed}</b>
        </p>
        <Button className="button line" onPress={results.retry}>
          {t.retry}
        </Button>
      </div>
    );
  if (connection.totalCount === 0) return <p className="embed-none">{words.none}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="rows" aria-label={t.results} tabIndex={0}>
      <Rows edges={connection.edges} words={words} onHover={onHover} />
      {pages.map((after) => (
        <MoreRows
          key={after}
          after={after}
          results={results}
          words={words}
          onHover={onHover}
          onEnd={setPages}
          last={after === pages.at(-1)}
        />
      ))}
      {pages.length === 0 && <ShowMore pageInfo={connection.pageInfo} onMore={(after) => setPages([after])} />}
    </section>
  );
}

function MoreRows({
  after,
  results,
  words,
  last,
  onHover,
  onEnd,
}: Props & { after: string; last: boolean; onEnd: (change: (pages: string[]) => string[]) => void }) {
  const [{ data }] = useQuery({ query: moreResultsQuery, variables: { ...results.variables, after } });
  if (!data) return <Skeleton rows={3} />;
  const { edges, pageInfo } = data.listings;
  return (
    <>
      <Rows edges={edges} words={words} onHover={onHover} />
      {last && <ShowMore pageInfo={pageInfo} onMore={(next) => onEnd((pages) => [...pages, next])} />}
    </>
  );
}

function ShowMore({
  pageInfo,
  onMore,
}: {
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  onMore: (after: string) => void;
}) {
  const { t } = useI18n();
  const { hasNextPage, endCursor } = pageInfo;
  if (!hasNextPage || !endCursor) return null;
  return (
    <p className="show-more">
      <Button className="button line" onPress={() => onMore(endCursor)}>
        {t.showMore}
      </Button>
    </p>
  );
}

function Rows({ edges, words, onHover }: { edges: Edge[]; words: EmbedWords; onHover: Props['onHover'] }) {
  const now = useNow();
  const { language } = useI18n();
  return (
    <ol>
      {edges.map(({ node, distanceMeters }) => {
        const hours = node.openingHours && hoursAt(node.openingHours, now);
        return (
          <li key={node.id}>
            <a
              className="row"
              href={placeAddress(language, node.slug, node.location)}
              target="_blank"
              rel="noopener"
              onPointerEnter={({ pointerType }) => pointerType === 'mouse' && onHover(node)}
              onPointerLeave={() => onHover(null)}
            >
              <Glyph
                group={node.category.group.slug}
                icon={node.category.icon}
                state={markState(hours, node.status)}
                size={36}
              />
              <span className="name">
                {node.name}
                <span className="visually-hidden">, {words.newTab}</span>
              </span>
              <span className="far">
                {distanceMeters === null || distanceMeters === undefined ? '' : distanceText(distanceMeters, language)}
              </span>
              <span className="what">{node.category.label}</span>
              <span />
              <StateLine hours={hours} status={node.status} now={now} />
              <TodayStrip hours={hours?.state === 'UNKNOWN' ? null : hours} now={now} />
            </a>
          </li>
        );
      })}
    </ol>
  );
}
