import { Tick } from './fields.tsx';
import { useForm } from './form.ts';
import { HoursEditor } from './hours/editor.tsx';
import type { StepProps } from './step-props.ts';

/** When one can come. */
export function HoursStep({ draft, change }: StepProps) {
  const { words } = useForm();
  return (
    <>
      <HoursEditor hours={draft.hours} onChange={(hours) => change({ hours })} />
      {draft.hours.kind !== 'appointment' && (
        <Tick
          label={words.hours.needsAppointment}
          checked={draft.byAppointment}
          onChange={(byAppointment) => change({ byAppointment })}
        />
      )}
    </>
  );
}
