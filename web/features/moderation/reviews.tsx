import { useRef, useState } from 'react';
import type { ReviewDecision } from '../../gql/graphql.ts';
import { dateText, momentText } from '../../lib/format.ts';
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
  /** They are decided already: there is nothing to do but to read. */
  decided: boolean;
  /** Something was decided: say so, and ask anew what waits. */
  onSaid: (text: string, merged?: { id: string; name: string } | null) => void;
}

/** The reviews as rows, one of them open; those that are chosen are decided on together. */
export function Reviews({ words, reviews, decided, onSaid }: Props) {
  const [openId, setOpenId] = useState<string | null>(null);
  const [chosenIds, setChosenIds] = useState<readonly string[]>([]);
  const [decision, setDecision] = useState<ReviewDecision | null>(null);
  const [keysOn, setKeysOn] = useKeysOn();
  const form = useRef<HTMLFieldSetElement>(null);
  const help = useRef<HTMLDialogElement>(null);
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
    x: () => openId && !decided && choose(openId, !chosenIds.includes(openId)),
    a: () => take('APPROVE'),
    q: () => take('ASK'),
    r: () => take('REJECT'),
    '?': () => help.current?.showModal(),
  });
  const finish = (count: number, refused: number) => {
    setChosenIds([]);
    open(null);
    onSaid([words.decided(count), ...(refused > 0 ? [words.refused(refused)] : [])].join(' '));
  };
  const decide = (of: readonly WaitingReview[]) => (
    <Decide words={words} reviews={of} decision={decision} onDecision={setDecision} onDecided={finish} form={form} />
  );
  return (
    <>
      <p className="form-row">
        <Keys words={words} on={keysOn} onChange={setKeysOn} dialog={help} />
        {!decided && (
          <button type="button" className="button line" onClick={() => setChosenIds(reviews.map(({ id }) => id))}>
            {words.chooseAll(reviews.length)}
          </button>
        )}
      </p>
      <ul className="moderation-rows">
        {reviews.map((review) => {
          const { id, listing } = review;
          const isOpen = id === openId;
          return (
            <li key={id}>
              <div className="moderation-row">
                {!decided && (
                  <label className="form-check">
                    <input
                      type="checkbox"
                      aria-label={words.choose(listing.name)}
                      checked={chosenIds.includes(id)}
                      onChange={({ currentTarget }) => choose(id, currentTarget.checked)}
                    />
                  </label>
                )}
                <button
                  ref={(element) => {
                    if (element) rows.current.set(id, element);
                    else rows.current.delete(id);
                  }}
                  type="button"
                  aria-expanded={isOpen}
                  onClick={() => open(isOpen ? null : id)}
                >
                  <Line words={words} review={review} />
                </button>
              </div>
              {isOpen && (
                <div className="moderation-detail">
                  <ReviewDetail
                    words={words}
                    id={id}
                    decided={decided}
                    onMerged={(merged) => onSaid(words.merged, merged)}
                  />
                  {!decided && chosen.length === 0 && decide([review])}
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

/** What it is about, what it is and how it stands, and since when and by whom. */
function Line({ words, review }: { words: ModerationWords; review: WaitingReview }) {
  const { language } = useI18n();
  const { kind, listing, createdAt, resolvedAt, by, decision } = review;
  const stands = resolvedAt
    ? decision && `${words.verdict[decision]}, ${dateText(resolvedAt, language)}`
    : decision === 'ASK' && words.asked;
  return (
    <>
      <strong>{listing.name}</strong>
      <span>{[words.kind[kind], listing.address?.formatted, stands].filter(Boolean).join(' · ')}</span>
      <span className="quiet">
        {[momentText(createdAt, language), by && words.by(by.name || words.unnamed, by.approved, by.rejected)]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  );
}
