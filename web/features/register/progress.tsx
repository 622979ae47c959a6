import './progress.css';
import { useForm } from './form.ts';
import { type StepName, stepOfField, steps } from './steps.ts';

/** Where one is in the form; any part can be gone to at any time. */
export function Progress({ step, onStep }: { step: StepName; onStep: (step: StepName) => void }) {
  const { words, problems } = useForm();
  const here = steps.indexOf(step);
  const faulty = new Set(Object.keys(problems).map(stepOfField));
  return (
    <nav className="form-progress" aria-label={words.progress}>
      <ol>
        {steps.map((name, index) => (
          <li key={name}>
            <button
              type="button"
              aria-current={name === step ? 'step' : undefined}
              data-done={index <= here || undefined}
              data-faulty={faulty.has(name) || undefined}
              onClick={() => onStep(name)}
            >
              <b>{index + 1}</b> <span>{words.steps[name]}</span>
              {faulty.has(name) && <span className="visually-hidden">, {words.stepFaulty}</span>}
            </button>
          </li>
        ))}
      </ol>
      <p aria-hidden="true">
        {words.stepOf(here + 1, steps.length)} <b>{words.steps[step]}</b>
      </p>
    </nav>
  );
}
