import { Plus, Trash2 } from 'lucide-react';
import { useId } from 'react';
import { weekdayText } from '../../../lib/format.ts';
import { useI18n } from '../../../lib/i18n/i18n.tsx';
import { formatter } from '../../../lib/intl.ts';
import { useForm } from '../form.ts';
import { longDayText } from './day-text.ts';
import { everyDay, type Group, problemOf, type Range } from './model.ts';

interface Props {
  title: string;
  week: Group[];
  onChange: (week: Group[]) => void;
}

const workdays = [0, 1, 2, 3, 4];
const lunch = { from: '', to: '' };

/** Days that share their hours are said once; a day can be in one group only, and is closed in none. */
export function WeekEditor({ title, week, onChange }: Props) {
  const { language } = useI18n();
  const { words } = useForm();
  const said = week.flatMap(({ days }) => days);
  const shut = everyDay.filter((day) => !said.includes(day));
  const change = (index: number, group: Group) =>
    onChange(
      week.map((other, place) =>
        place === index ? group : { ...other, days: other.days.filter((day) => !group.days.includes(day)) },
      ),
    );
  const list = formatter(Intl.ListFormat, language, {}).format(shut.map((day) => longDayText(day, language)));
  return (
    <section className="hours-week" aria-label={title}>
      <h3>{title}</h3>
      {week.map((group, index) => (
        <GroupEditor
          // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place in the list
          key={index}
          group={group}
          onChange={(changed) => change(index, changed)}
          onRemove={() => onChange(week.filter((_, place) => place !== index))}
        />
      ))}
      <p className="quiet" role="status">
        {shut.length > 0 && words.hours.closedOn(list)}
      </p>
      <button
        type="button"
        className="button line"
        onClick={() => onChange([...week, { days: shut.slice(0, 1), ranges: [lunch] }])}
      >
        <Plus size={18} aria-hidden />
        {week.length > 0 ? words.hours.otherDays : words.hours.addHours}
      </button>
    </section>
  );
}

function GroupEditor({
  group,
  onChange,
  onRemove,
}: {
  group: Group;
  onChange: (group: Group) => void;
  onRemove: () => void;
}) {
  const { language } = useI18n();
  const { words } = useForm();
  const { days, ranges } = group;
  const name = formatter(Intl.ListFormat, language, {}).format(days.map((day) => longDayText(day, language)));
  const setDays = (chosen: number[]) => onChange({ days: everyDay.filter((day) => chosen.includes(day)), ranges });
  return (
    <fieldset className="hours-group">
      <legend className="visually-hidden">{words.hours.hoursOn(name || words.hours.noDay)}</legend>
      <div className="hours-days">
        {everyDay.map((day) => (
          <button
            key={day}
            type="button"
            aria-pressed={days.includes(day)}
            onClick={() => setDays(days.includes(day) ? days.filter((other) => other !== day) : [...days, day])}
          >
            <span aria-hidden="true">{weekdayText(day, language)}</span>
            <span className="visually-hidden">{longDayText(day, language)}</span>
          </button>
        ))}
      </div>
      <RangesEditor ranges={ranges} onChange={(changed) => onChange({ days, ranges: changed })} />
      <div className="hours-more">
        <button type="button" className="button plain" onClick={() => setDays([...workdays, ...days])}>
          {words.hours.copyToWeekdays}
        </button>
        <button type="button" className="button plain" onClick={() => setDays(everyDay)}>
          {words.hours.copyToAll}
        </button>
        <button type="button" className="button plain" onClick={onRemove}>
          {words.hours.removeGroup}
        </button>
      </div>
    </fieldset>
  );
}

/** Openings of a day, with breaks between them. */
export function RangesEditor({ ranges, onChange }: { ranges: Range[]; onChange: (ranges: Range[]) => void }) {
  const { words } = useForm();
  const id = useId();
  const problem = problemOf(ranges);
  const change = (index: number, part: Partial<Range>) =>
    onChange(ranges.map((range, place) => (place === index ? { ...range, ...part } : range)));
  return (
    <>
      <ul className="hours-ranges">
        {ranges.map((range, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an opening is its place in the list
          <li key={index}>
            <input
              type="time"
              aria-label={words.hours.from}
              aria-describedby={problem ? id : undefined}
              value={range.from}
              onChange={({ currentTarget }) => change(index, { from: currentTarget.value })}
            />
            <span aria-hidden="true">–</span>
            <input
              type="time"
              aria-label={words.hours.to}
              aria-describedby={problem ? id : undefined}
              value={range.to}
              onChange={({ currentTarget }) => change(index, { to: currentTarget.value })}
            />
            <button
              type="button"
              className="button plain square"
              aria-label={words.hours.removeOpening(`${range.from}–${range.to}`)}
              onClick={() => onChange(ranges.filter((_, place) => place !== index))}
            >
              <Trash2 size={18} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <p id={id} className="fault" role="status">
        {problem && words.hours.problem[problem]}
      </p>
      <button
        type="button"
        className="button plain"
        onClick={() => onChange([...ranges, { from: ranges.at(-1)?.to ?? '', to: '' }])}
      >
        <Plus size={18} aria-hidden />
        {ranges.length > 0 ? words.hours.addBreak : words.hours.addOpening}
      </button>
    </>
  );
}
