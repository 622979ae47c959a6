import { Plus } from 'lucide-react';
import { useI18n } from '../../../lib/i18n/i18n.tsx';
import { One } from '../fields.tsx';
import { useForm } from '../form.ts';
import { datesText, monthText } from './day-text.ts';
import { type Dates, daysIn, type Hours, isBackward, type MonthDay, type Season } from './model.ts';
import { RangesEditor, WeekEditor } from './week-editor.tsx';

const summer: Dates = { from: { month: 6, day: 1 }, to: { month: 8, day: 31 } };
const holidays: Dates = { from: { month: 8, day: 10 }, to: { month: 8, day: 24 } };

/** Parts of the year with a week of their own. */
export function Seasons({ seasons, onChange }: { seasons: Season[]; onChange: (seasons: Season[]) => void }) {
  const { language } = useI18n();
  const { words } = useForm();
  const change = (index: number, part: Partial<Season>) =>
    onChange(seasons.map((season, place) => (place === index ? { ...season, ...part } : season)));
  return (
    <section className="hours-part" aria-label={words.hours.seasons}>
      <h3>{words.hours.seasons}</h3>
      {seasons.map(({ dates, week }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a season is its place in the list
        <div key={index} className="hours-season">
          <DatesEditor
            dates={dates}
            onChange={(changed) => change(index, { dates: changed })}
            onRemove={() => onChange(seasons.filter((_, place) => place !== index))}
          />
          <WeekEditor
            title={words.hours.weekOf(datesText(dates, language))}
            week={week}
            onChange={(changed) => change(index, { week: changed })}
          />
        </div>
      ))}
      <button type="button" className="button line" onClick={() => onChange([...seasons, { dates: summer, week: [] }])}>
        <Plus size={18} aria-hidden />
        {words.hours.addSeason}
      </button>
    </section>
  );
}

/** Public holidays: as on any day, closed, or with hours of their own. */
export function Holidays({ hours, onChange }: { hours: Hours; onChange: (part: Partial<Hours>) => void }) {
  const { words } = useForm();
  return (
    <div className="hours-part">
      <One
        path="openingHours.holidays"
        label={words.hours.holidays}
        options={(['usual', 'closed', 'own'] as const).map((choice) => [choice, words.hours.onHolidays[choice]])}
        chosen={hours.holidays}
        onChange={(choice) =>
          onChange({
            holidays: choice,
            ...(choice === 'own' && hours.holidayRanges.length === 0 && { holidayRanges: [{ from: '', to: '' }] }),
          })
        }
      />
      {hours.holidays === 'own' && (
        <RangesEditor ranges={hours.holidayRanges} onChange={(holidayRanges) => onChange({ holidayRanges })} />
      )}
    </div>
  );
}

/** Parts of every year in which nobody is there. */
export function Closures({ closures, onChange }: { closures: Dates[]; onChange: (closures: Dates[]) => void }) {
  const { words } = useForm();
  return (
    <section className="hours-part" aria-label={words.hours.closures}>
      <h3>{words.hours.closures}</h3>
      {closures.map((dates, index) => (
        <DatesEditor
          // biome-ignore lint/suspicious/noArrayIndexKey: a closure is its place in the list
          key={index}
          dates={dates}
          onChange={(changed) => onChange(closures.map((other, place) => (place === index ? changed : other)))}
          onRemove={() => onChange(closures.filter((_, place) => place !== index))}
        />
      ))}
      <button type="button" className="button line" onClick={() => onChange([...closures, holidays])}>
        <Plus size={18} aria-hidden />
        {words.hours.addClosure}
      </button>
    </section>
  );
}

function DatesEditor({
  dates,
  onChange,
  onRemove,
}: {
  dates: Dates;
  onChange: (dates: Dates) => void;
  onRemove: () => void;
}) {
  const { language } = useI18n();
  const { words } = useForm();
  return (
    <fieldset className="hours-dates">
      <legend className="visually-hidden">{datesText(dates, language)}</legend>
      <MonthDayField label={words.hours.firstDay} date={dates.from} onChange={(from) => onChange({ ...dates, from })} />
      <span aria-hidden="true">–</span>
      <MonthDayField label={words.hours.lastDay} date={dates.to} onChange={(to) => onChange({ ...dates, to })} />
      <button type="button" className="button plain" onClick={onRemove}>
        {words.hours.removeDates}
      </button>
      {isBackward(dates) && (
        <p className="fault" role="status">
          {words.hours.backward}
        </p>
      )}
    </fieldset>
  );
}

function MonthDayField({
  label,
  date,
  onChange,
}: {
  label: string;
  date: MonthDay;
  onChange: (date: MonthDay) => void;
}) {
  const { language } = useI18n();
  const { words } = useForm();
  return (
    <span className="hours-date">
      <select
        aria-label={`${label}: ${words.hours.day}`}
        value={date.day}
        onChange={({ currentTarget }) => onChange({ ...date, day: Number(currentTarget.value) })}
      >
        {counted(daysIn(date.month)).map((day) => (
          <option key={day}>{day}</option>
        ))}
      </select>
      <select
        aria-label={`${label}: ${words.hours.month}`}
        value={date.month}
        onChange={({ currentTarget }) => {
          const month = Number(currentTarget.value);
          onChange({ month, day: Math.min(date.day, daysIn(month)) });
        }}
      >
        {counted(12).map((month) => (
          <option key={month} value={month}>
            {monthText(month, language)}
          </option>
        ))}
      </select>
    </span>
  );
}

const counted = (length: number) => Array.from({ length }, (_, index) => index + 1);
