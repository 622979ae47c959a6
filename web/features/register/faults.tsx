import { useEffect, useRef } from 'react';
import { fieldId, type Problems, useForm } from './form.ts';
import { type StepName, stepOfField } from './steps.ts';

/** Everything that is wrong, with the way to where it is mended; takes the focus when it comes. */
export function Faults({ problems, onStep }: { problems: Problems; onStep: (step: StepName, field: string) => void }) {
  const { words } = useForm();
  const title = useRef<HTMLHeadingElement>(null);
  const entries = Object.entries(problems);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever other faults come
  useEffect(() => title.current?.focus(), [problems]);
  if (entries.length === 0) return null;
  return (
    <section className="form-faults" role="alert">
      <h2 ref={title} tabIndex={-1}>
        {words.faults(entries.length)}
      </h2>
      <ul>
        {entries.map(([path, problem]) => {
          const step = stepOfField(path);
          return (
            <li key={path}>
              {step ? (
                <a
                  href={`#${fieldId(path)}`}
                  onClick={(event) => {
                    event.preventDefault();
                    onStep(step, path);
                  }}
                >
                  {words.steps[step]}: {problem}
                </a>
              ) : (
                problem
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
