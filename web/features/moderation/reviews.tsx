import { useRef, useState } from 'react';
import type { ReviewDecision } from '../../gql/graphql.ts';
import { momentText } from '../../lib/format.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { Decide } from './decide.tsx';
import { Keys } from './keys.tsx';
import type { WaitingReview } from './queries.ts';
import { ReviewDetail } from './review-detail.tsx';
import { useKeysOn, useShortcuts } from './shortcuts.ts';
import type { ModerationWords } from './words/en.ts';

interface Props {
  words: ModerationWords;
  reviews: readonly WaitingReview[];
  /** Something was decided: say so, and ask anew what waits. */
  onSaid: (text: string, merged?: { id: string; name: string } | null) => void;
}

/** The reviews as rows, one of them open; those that are chosen are decided on together. */
export function Reviews({ words, reviews, onSaid }: Props) {
  const { language } = useI18n();
  const [openId, setOpenId] = useState<string | null>(null);
  const [chosenIds, setChosenIds] = useState<readonly string[]>([]);
  const [decision, setDecision] = useState<ReviewDecision | null>(null);
  const [keysOn, setKeysOn] = useKeysOn();
  const form = useRef<HTMLFieldSetElement>(null);
  const rows = useRef(new Map<string, HTMLButtonElement>());
  const chosen = reviews.filter(({ id }) => chosenIds.includes(id));

  const open = (id: string | null) => {
    setOpenId(id);
    setDecision(null);
  };
  const choose = (id: string, on: boolean) =>
    setChosenIds(on ? [...chosenIds, id] : chosenIds.filter((each) => each !== id));
  const step = (by: number) => {
    const at = reviews.findIndex(({ id }) => id === openId);
    const next = reviews[Math.max(0, Math.min(at + by, reviews.length - 1))];
    if (!next) return;
    open(next.id);
    rows.current.get(next.id)?.focus();
  };
  const take = (next: ReviewDecision) => {
    if (!openId && chosen.length === 0) return;
    setDecision(next);
    form.current?.focus();
  };
  useShortcuts(keysOn, {
    j: () => step(1),
    k: () => step(-1),
    x: () => openId && choose(openId, !chosenIds.includes(openId)),
    a: () => take('APPROVE'),
    q: () => take('ASK'),
    r: () => take('REJECT'),
  });
  const decided = (count: number, refused: number) => {
    setChosenIds([]);
    open(null);
    onSaid([words.decided(count), ...(refused > 0 ? [words.refused(refused)] : [])].join(' '));
  };
  const decide = (of: readonly WaitingReview[]) => (
    <Decide words={words} reviews={of} decision={decision} onDecision={setDecision} onDecided={decided} form={form} />
  );
  return (
    <>
      <Keys words={words} on={keysOn} onChange={setKeysOn} />
      <ul className="moderation-rows">
        {reviews.map((review) => {
          const { id, kind, listing, createdAt, by, decision: before } = review;
          const isOpen = id === openId;
          return (
            <li key={id}>
              <div className="moderation-row">
                <label className="form-check">
                  <input
                    type="checkbox"
                    aria-label={words.choose(listing.name)}
                    checked={chosenIds.includes(id)}
                    onChange={({ currentTarget }) => choose(id, currentTarget.checked)}
                  />
                </label>
                <button
                  ref={(element) => {
                    if (element) rows.current.set(id, element);
                    else rows.current.delete(id);
                  }}
                  type="button"
                  aria-expanded={isOpen}
                  onClick={() => open(isOpen ? null : id)}
                >
                  <strong>{listing.name}</strong>
                  <span>
                    {[words.kind[kind], listing.address?.formatted, before === 'ASK' ? words.asked : null]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                  <span className="quiet">
                    {[
                      momentText(createdAt, language),
                      by && words.by(by.name || words.unnamed, by.approved, by.rejected),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </button>
              </div>
              {isOpen && (
                <div className="moderation-detail">
                  <ReviewDetail words={words} id={id} onMerged={(merged) => onSaid(words.merged, merged)} />
                  {chosen.length === 0 && decide([review])}
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {chosen.length > 0 && (
        <section className="moderation-many" aria-labelledby="moderation-many">
          <h2 id="moderation-many">{words.many(chosen.length)}</h2>
          {decide(chosen)}
          <p>
            <button type="button" className="button line" onClick={() => setChosenIds([])}>
              {words.chooseNone}
            </button>
          </p>
        </section>
      )}
    </>
  );
}
