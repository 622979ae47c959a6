import { type Ref, useId } from 'react';
import { useClient } from 'urql';
import type { ReviewDecision, ReviewKind, StatementGround } from '../../gql/graphql.ts';
import { AreaField, SelectField } from '../../ui/form/fields.tsx';
import { type Problems, type Typed, TypedForm, useProblem } from '../../ui/form/form.tsx';
import { decideMutation } from './queries.ts';
import type { ModerationWords } from './words/en.ts';

/** As many as the API takes. */
const mostAtOnce = 100;

interface Props {
  words: ModerationWords;
  /** Ids of the reviews that are decided on, and their kinds. */
  reviews: readonly { id: string; kind: ReviewKind }[];
  decision: ReviewDecision | null;
  onDecision: (decision: ReviewDecision) => void;
  /** `refused`: how many could not be decided so. */
  onDecided: (decided: number, refused: number) => void;
  form?: Ref<HTMLFieldSetElement>;
}

/** Approve, ask or reject, with a reason for whoever is concerned: one review or many alike. */
export function Decide({ words, reviews, decision: chosen, onDecision, onDecided, form }: Props) {
  const decision = decisionsOn(reviews).find((each) => each === chosen) ?? null;
  const client = useClient();
  const send = async ({ reason = '', ground }: Typed): Promise<Problems | undefined> => {
    if (!decision) return { fields: { decision: words.chooseDecision } };
    if (decision !== 'APPROVE' && !reason.trim()) return { fields: { reason: words.reasonNeeded } };
    const ruling = {
      decision,
      reason: reason.trim() || null,
      ground: decision === 'REJECT' ? (ground as StatementGround) : null, // the options' values are those of the enum
    };
    const done = { decided: 0, refused: 0 };
    for (let from = 0; from < reviews.length; from += mostAtOnce) {
      const ids = reviews.slice(from, from + mostAtOnce).map(({ id }) => id);
      const { data } = await client.mutation(decideMutation, { reviews: ids, ...ruling });
      const result = data?.result;
      if (result?.__typename === 'ReviewsDecided') {
        done.decided += result.reviews.length;
        done.refused += result.refused.length;
      } else if (done.decided > 0) done.refused += ids.length;
      else return { whole: result?.__typename === 'ValidationError' ? words.cannotSo : words.failed };
    }
    onDecided(done.decided, done.refused);
    return undefined;
  };
  return (
    <TypedForm submit={words.decide} sending={words.sending} send={send}>
      <Choice words={words} reviews={reviews} decision={decision} onDecision={onDecision} form={form} />
      {decision === 'REJECT' && (
        <SelectField name="ground" label={words.ground} defaultValue="RULES">
          <option value="RULES">{words.groundOf.RULES}</option>
          <option value="LAW">{words.groundOf.LAW}</option>
        </SelectField>
      )}
      <AreaField name="reason" label={words.reason} note={words.reasonNote} rows={3} maxLength={2000} />
    </TypedForm>
  );
}

/** What can be decided on each of these: two places are merged instead, and a source or a report answers nobody. */
function decisionsOn(reviews: Props['reviews']): ReviewDecision[] {
  const decisions: ReviewDecision[] = ['APPROVE', 'ASK', 'REJECT'];
  return decisions.filter((decision) =>
    reviews.every(({ kind }) =>
      decision === 'APPROVE'
        ? kind !== 'POSSIBLE_DUPLICATE'
        : decision === 'REJECT' || !['POSSIBLE_DUPLICATE', 'REPORT', 'VANISHED', 'SOURCE_CONFLICT'].includes(kind),
    ),
  );
}

function Choice({ words, reviews, decision, onDecision, form }: Omit<Props, 'onDecided'>) {
  const problem = useProblem('decision');
  const id = useId();
  const name = useId();
  const [kind, ...others] = [...new Set(reviews.map((review) => review.kind))];
  const meaning = (each: ReviewDecision) => {
    if (!kind || others.length > 0 || each === 'ASK') return '';
    if (each === 'REJECT') return words.rejectOf[kind];
    return kind === 'POSSIBLE_DUPLICATE' ? '' : words.approveOf[kind];
  };
  return (
    <fieldset ref={form} tabIndex={-1} aria-describedby={problem ? id : undefined}>
      <legend>{words.decision}</legend>
      {decisionsOn(reviews).map((each) => (
        <label key={each} className="form-check">
          <input
            type="radio"
            name={name}
            checked={decision === each}
            aria-invalid={problem ? true : undefined}
            onChange={() => onDecision(each)}
          />
          <span>{[words.decisionOf[each], meaning(each)].filter(Boolean).join(': ')}</span>
        </label>
      ))}
      {problem && (
        <p className="form-problem" id={id}>
          {problem}
        </p>
      )}
    </fieldset>
  );
}
