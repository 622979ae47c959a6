import { useState } from 'react';
import { useClient } from 'urql';
import type { FieldName } from './content-text.ts';
import { Difference } from './difference.tsx';
import { mergeMutation, type Review } from './queries.ts';
import type { ModerationWords } from './words/en.ts';

interface Props {
  words: ModerationWords;
  review: Review;
  /** The one that went, which undoing brings back. */
  onMerged: (listing: { id: string; name: string }) => void;
}

/** Two listings that may be one place: which stays, and which of its fields the other one lends. */
export function Merge({ words, review, onMerged }: Props) {
  const client = useClient();
  const { listing, other } = review;
  const [swapped, setSwapped] = useState(false);
  const [taken, setTaken] = useState<readonly FieldName[]>([]);
  const [failed, setFailed] = useState(false);
  const [stays, goes] = swapped ? [listing, other] : [other, listing];
  if (!stays?.content || !goes?.content) return <p>{words.otherGone}</p>;
  const merge = async () => {
    setFailed(false);
    const { data } = await client.mutation(mergeMutation, {
      listing: goes.id,
      into: stays.id,
      fields: [...taken],
      revision: goes.content?.revision,
      intoRevision: stays.content?.revision,
    });
    if (data?.result.__typename === 'ListingsMerged') onMerged(goes);
    else setFailed(true);
  };
  return (
    <>
      <p className="form-row">
        <span>{words.staysIs(stays.name)}</span>
        <button
          type="button"
          className="button line"
          onClick={() => {
            setSwapped(!swapped);
            setTaken([]);
          }}
        >
          {words.swap}
        </button>
      </p>
      <Difference
        words={words}
        caption={words.mergeCaption}
        left={{ title: words.goes, content: goes.content }}
        right={{ title: words.stays, content: stays.content }}
        choice={(field) => (
          <label className="form-check">
            <input
              type="checkbox"
              aria-label={words.takeField(words.field[field])}
              checked={taken.includes(field)}
              onChange={({ currentTarget: { checked } }) =>
                setTaken(checked ? [...taken, field] : taken.filter((each) => each !== field))
              }
            />
          </label>
        )}
      />
      <p className="form-row">
        <button type="button" className="button primary" onClick={() => void merge()}>
          {words.merge}
        </button>
        <span className="quiet">{words.mergeNote}</span>
      </p>
      <div role="alert">{failed && <p className="form-failure">{words.failed}</p>}</div>
    </>
  );
}
