import './moderation.css';
import { useState } from 'react';
import { useClient, useQuery } from 'urql';
import { dateText } from '../../lib/format.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { useWords } from '../../lib/i18n/words.ts';
import { Sure } from '../../ui/sure.tsx';
import { placeWords } from '../place/words.tsx';
import { Difference } from './difference.tsx';
import { changeQuery, historyQuery, type Revision, revertMutation } from './queries.ts';
import { Quote } from './suggested.tsx';
import type { ModerationWords } from './words/en.ts';
import { moderationWords } from './words.ts';

interface Props {
  /** Global id. */
  listing: string;
  onRestored: () => void;
}

/** What changed of a place, the newest first: each change field by field, and the way back to before it. */
export function History({ listing, onRestored }: Props) {
  const { t, language } = useI18n();
  const words = useWords(moderationWords);
  const place = useWords(placeWords);
  const [{ data, error }, again] = useQuery({
    query: historyQuery,
    variables: { id: listing },
    requestPolicy: 'network-only',
  });
  const [open, setOpen] = useState<string | null>(null);
  if (!words || !place) return null;
  const revisions = data?.listing?.revisions.nodes;
  if (!revisions) return <p role={error ? 'alert' : 'status'}>{error ? words.notLoaded : t.loading}</p>;
  const names: Record<string, string> = words.field;
  const who = ({ actorRole, source }: Revision) =>
    actorRole === 'IMPORT' ? place.from(source?.name ?? '?') : place.by[actorRole];
  const fieldsOf = ({ changedFields }: Revision) =>
    changedFields.map((field) => names[field] ?? place.moreFields[field] ?? field).join(', ');
  return (
    <ol className="history" aria-label={words.history}>
      {revisions.map((revision, index) => {
        const { id, at, kind, reason } = revision;
        const before = revisions[index + 1];
        return (
          <li key={id} className="history-change">
            <p className="form-row">
              <span>
                <time dateTime={at}>{dateText(at, language)}</time>{' '}
                <b>{(kind === 'UPDATED' && fieldsOf(revision)) || place.changes[kind]}</b> {who(revision)}
              </span>
              {before && (
                <button
                  type="button"
                  className="button line"
                  aria-expanded={open === id}
                  onClick={() => setOpen(open === id ? null : id)}
                >
                  {words.showChange}
                </button>
              )}
            </p>
            {reason && <Quote title={words.reasonGiven} text={reason} />}
            {before && open === id && (
              <Change
                words={words}
                listing={listing}
                after={id}
                before={before.id}
                onRestored={() => {
                  setOpen(null);
                  again({ requestPolicy: 'network-only' });
                  onRestored();
                }}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}

interface ChangeProps extends Props {
  words: ModerationWords;
  /** Global ids of revisions. */
  after: string;
  before: string;
}

function Change({ words, listing, after, before, onRestored }: ChangeProps) {
  const { t } = useI18n();
  const client = useClient();
  const [{ data, error }] = useQuery({ query: changeQuery, variables: { ids: [before, after] } });
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const restore = async () => {
    setBusy(true);
    const answer = await client.mutation(revertMutation, { listing, revision: before });
    setBusy(false);
    if (answer.data?.result.__typename === 'ListingReverted') onRestored();
    else setFailed(true);
  };
  const [left, right] = (data?.nodes ?? []).map((node) => (node?.__typename === 'Revision' ? node.content : null));
  if (!left || !right) return <p role={error ? 'alert' : 'status'}>{error || data ? words.notLoaded : t.loading}</p>;
  return (
    <>
      <Difference
        words={words}
        caption={words.differenceCaption}
        left={{ title: words.before, content: left }}
        right={{ title: words.after, content: right }}
      />
      <p>
        <Sure label={words.restore} question={words.sureRestore} no={words.leave} busy={busy} onYes={restore} />
      </p>
      {failed && <p role="alert">{words.failed}</p>}
    </>
  );
}
