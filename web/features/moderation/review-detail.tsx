import { useQuery } from 'urql';
import { dateText } from '../../lib/format.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { pageAddress } from '../../lib/page-address.ts';
import { Difference, Said } from './difference.tsx';
import { Merge } from './merge.tsx';
import { type Review, reviewQuery } from './queries.ts';
import { Quote, Suggested } from './suggested.tsx';
import type { ModerationWords } from './words/en.ts';

interface Props {
  words: ModerationWords;
  id: string;
  onMerged: (listing: { id: string; name: string }) => void;
}

/** All that there is to know before deciding, asked for when the review is opened. */
export function ReviewDetail({ words, id, onMerged }: Props) {
  const { t } = useI18n();
  const [{ data, error, fetching }, ask] = useQuery({
    query: reviewQuery,
    variables: { id },
    requestPolicy: 'network-only',
  });
  const review = data?.moderationQueue?.nodes[0];
  if (review) return <Detail words={words} review={review} onMerged={onMerged} />;
  if (fetching) return <p className="quiet">{t.loading}</p>;
  return (
    <p className="form-row">
      <span>{error ? words.notLoaded : words.otherGone}</span>
      <button type="button" className="button line" onClick={() => ask({ requestPolicy: 'network-only' })}>
        {t.retry}
      </button>
    </p>
  );
}

function Detail({ words, review, onMerged }: Omit<Props, 'id'> & { review: Review }) {
  const { language } = useI18n();
  const { kind, listing, before, after, claim, reports, statement, reason, distanceMeters } = review;
  const isShown = listing.status !== 'PENDING' && listing.status !== 'DRAFT';
  return (
    <>
      {isShown && (
        <p>
          <a href={pageAddress(`/listings/${listing.slug}`)}>{words.openPage}</a>
        </p>
      )}
      {reason && <Quote title={words.askedBefore} text={reason} />}
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
      {kind === 'POSSIBLE_DUPLICATE' ? (
        <>
          {distanceMeters !== null && <p>{words.apart(Math.round(distanceMeters))}</p>}
          <Merge words={words} review={review} onMerged={onMerged} />
        </>
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
    </>
  );
}
