import type { Draft } from './draft.ts';
import { useForm } from './form.ts';
import type { Part } from './merge.ts';
import { useSaid } from './said.ts';
import type { StepName } from './steps.ts';

const parts: Record<Exclude<StepName, 'review'>, Part[]> = {
  what: ['name', 'categories', 'organization'],
  where: ['location', 'address'],
  offers: ['offers'],
  hours: ['hours', 'byAppointment'],
  contact: ['phone', 'email', 'website', 'social', 'wheelchair', 'accessNotes'],
  about: ['description', 'languages', 'payment', 'labels'],
};
/** What need not be said to be complete. */
const extra = new Set<Part>(['organization', 'byAppointment', 'social', 'accessNotes', 'payment', 'labels']);

/** Everything that was typed, by part; what is missing is named, not hidden. */
export function ReviewStep({ draft, onStep }: { draft: Draft; onStep: (step: StepName) => void }) {
  const { words } = useForm();
  const said = useSaid();
  // The keys are those of the record.
  const entries = Object.entries(parts) as [Exclude<StepName, 'review'>, Part[]][];
  return (
    <div className="form-review">
      {entries.map(([step, names]) => (
        <section key={step} aria-label={words.steps[step]}>
          <h2>
            {words.steps[step]}
            <button type="button" className="button line" onClick={() => onStep(step)}>
              {words.review.change}
              <span className="visually-hidden">: {words.steps[step]}</span>
            </button>
          </h2>
          <dl>
            {names
              .map((part) => [part, said(draft, part)] as const)
              .filter(([part, text]) => text || !extra.has(part))
              .map(([part, text]) => (
                <div key={part}>
                  <dt>{words.parts[part]}</dt>
                  <dd className={text ? undefined : 'quiet'}>{text || words.review.notSaid}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
