import { lazy, Suspense, useState } from 'react';
import { useQuery } from 'urql';
import { dateText } from '../../lib/format.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { pageAddress } from '../../lib/page-address.ts';
import { Difference, Said } from './difference.tsx';
import { Merge } from './merge.tsx';
import { type Review, reviewQuery } from './queries.ts';
import type { Side } from './review-map.tsx';
import { Quote, Suggested } from './suggested.tsx';
import type { ModerationWords } from './words/en.ts';

const History = lazy(async () => ({ default: (await import('./history.tsx')).History }));
const ReviewMap = lazy(() => import('./review-map.tsx'));

interface Props {
  words: ModerationWords;
  id: string;
  decided: boolean;
  onMerged: (listing: { id: string; name: string }) => void;
}

/** All that there is to know before deciding, asked for when the review is opened. */
export function ReviewDetail({ words, id, decided, onMerged }: Props) {
  const { t } = useI18n();
  const [{ data, error, fetching }, ask] = useQuery({
    query: reviewQuery,
    variables: { id, decided },
    requestPolicy: 'network-only',
  });
  const again = () => ask({ requestPolicy: 'network-only' });
  const review = data?.moderationQueue?.nodes[0];
  if (review) {
    return <Detail words={words} review={review} decided={decided} onMerged={onMerged} onRestored={again} />;
  }
  if (fetching) return <p className="quiet">{t.loading}</p>;
  return (
    <p className="form-row">
      <span>{error ? words.notLoaded : words.otherGone}</span>
      <button type="button" className="button line" onClick={again}>
        {t.retry}
      </button>
    </p>
  );
}

function Detail({
  words,
  review,
  decided,
  onMerged,
  onRestored,
}: Omit<Props, 'id'> & { review: Review; onRestored: () => void }) {
  const { language } = useI18n();
  const [historyShown, setHistoryShown] = useState(false);
  const { kind, listing, before, after, claim, reports, statement, reason } = review;
  const isShown = listing.status !== 'PENDING' && listing.status !== 'DRAFT';
  return (
    <>
      {isShown && (
        <p>
          <a href={pageAddress(`/listings/${listing.slug}`)}>{words.openPage}</a>
        </p>
      )}
      {reason && <Quote title={decided ? words.reasonGiven : words.askedBefore} text={reason} />}
      <Suggested words={words} review={review} />
      {reports.map(({ problem, words: text, at }) => (
        <Quote
          key={at}
          title={[words.problem[problem] ?? problem, dateText(at, language)].join(' · ')}
          text={text ?? ''}
        />
      ))}
      {claim && (
        <>
          <p>
            {claim.organization ? words.claimFor(claim.organization.name) : words.claimForSelf}{' '}
            {claim.provedAt ? words.proved(dateText(claim.provedAt, language)) : words.notProved}
          </p>
          {claim.evidence && <Quote title={words.evidence} text={claim.evidence} />}
          {claim.objection && <Quote title={words.objection} text={claim.objection} />}
        </>
      )}
      {statement && (
        <>
          <Quote title={words.facts} text={statement.facts} />
          <Quote title={words.appeal} text={statement.appealWords ?? ''} />
        </>
      )}
      <Suspense fallback={<div className="review-map" />}>
        <ReviewMap words={words} sides={sidesOf(review, words)} />
      </Suspense>
      {kind === 'POSSIBLE_DUPLICATE' && !decided ? (
        <Merge words={words} review={review} onMerged={onMerged} />
      ) : before && after ? (
        <Difference
          words={words}
          caption={words.differenceCaption}
          left={{ title: words.before, content: before }}
          right={{ title: words.after, content: after }}
        />
      ) : (
        after && <Said words={words} content={after} />
      )}
      {isShown && (
        <button
          type="button"
          className="button line"
          aria-expanded={historyShown}
          onClick={() => setHistoryShown(!historyShown)}
        >
          {words.history}
        </button>
      )}
      {historyShown && (
        <Suspense>
          <History listing={listing.id} onRestored={onRestored} />
        </Suspense>
      )}
    </>
  );
}

/** The positions to look at: of two places, of what was and would be, or of the one that there is. */
function sidesOf({ kind, listing, other, before, after }: Review, words: ModerationWords): Side[] {
  if (kind === 'POSSIBLE_DUPLICATE') {
    return [listing, ...(other ? [other] : [])].map(({ name, content }) => ({
      title: name,
      position: content?.location,
    }));
  }
  const now = { title: after?.name ?? listing.name, position: after?.location };
  if (!before) return [now];
  return [
    { title: words.before, position: before.location },
    { title: words.after, position: after?.location },
  ];
}
