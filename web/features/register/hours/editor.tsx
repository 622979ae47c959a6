import './hours.css';
import { useState } from 'react';
import { One, TextField, Tick } from '../fields.tsx';
import { useForm } from '../form.ts';
import { Closures, Holidays, Seasons } from './exceptions.tsx';
import { type Hours, noHours } from './model.ts';
import { HoursPreview } from './preview.tsx';
import { readHours } from './read.ts';
import { WeekEditor } from './week-editor.tsx';
import { writeHours } from './write.ts';

const longestRaw = 1000;
const kinds = ['unknown', 'weekly', 'always', 'appointment', 'raw'] as const;

/** Shop hours to begin with: an empty week says nothing about what to do. */
const firstWeek = [{ days: [0, 1, 2, 3, 4], ranges: [{ from: '09:00', to: '18:00' }] }];

/** When one can come: chosen and typed, with the week that it means and the text that is kept beside it. */
export function HoursEditor({ hours, onChange }: { hours: Hours; onChange: (hours: Hours) => void }) {
  const { words } = useForm();
  const change = (part: Partial<Hours>) => onChange({ ...hours, ...part });
  const choose = (kind: Hours['kind']) => {
    // What was said so far goes along as text; what the editor can say of a text comes back.
    if (kind === 'raw') return change({ kind, raw: hours.kind === 'raw' ? hours.raw : writeHours(hours) });
    if (kind === 'weekly' && hours.week.length + hours.seasons.length === 0) return change({ kind, week: firstWeek });
    return change({ kind });
  };
  return (
    <div className="hours-editor">
      <div className="hours-said">
        <One
          path="openingHours"
          label={words.hours.kind}
          options={kinds.map((kind) => [kind, words.hours.kinds[kind]] as const)}
          chosen={hours.kind}
          onChange={choose}
        />
        {hours.kind === 'weekly' && (
          <>
            <WeekEditor title={words.hours.usualWeek} week={hours.week} onChange={(week) => change({ week })} />
            <Seasons seasons={hours.seasons} onChange={(seasons) => change({ seasons })} />
            <Holidays hours={hours} onChange={change} />
            <Closures closures={hours.closures} onChange={(closures) => change({ closures })} />
            <Tick
              label={words.hours.otherwiseByAppointment}
              checked={hours.otherwiseByAppointment}
              onChange={(otherwiseByAppointment) => change({ otherwiseByAppointment })}
            />
          </>
        )}
        {hours.kind === 'raw' && <RawHours hours={hours} onChange={onChange} />}
      </div>
      <HoursPreview hours={hours} />
    </div>
  );
}

/** OpenStreetMap's own syntax. What the editor can say of it is offered, never done unasked. */
function RawHours({ hours, onChange }: { hours: Hours; onChange: (hours: Hours) => void }) {
  const { words } = useForm();
  const [seen] = useState(noHours);
  const read = readHours(hours.raw);
  return (
    <>
      <TextField
        path="openingHours.raw"
        label={words.hours.raw}
        why={words.hours.rawWhy}
        rows={3}
        longest={longestRaw}
        value={hours.raw}
        onChange={(raw) => onChange({ ...seen, kind: 'raw', raw })}
      />
      {read.kind !== 'raw' && read.kind !== 'unknown' && (
        <button type="button" className="button line" onClick={() => onChange(read)}>
          {words.hours.openInEditor}
        </button>
      )}
    </>
  );
}
