import '../../place/place.css';
import { useMemo } from 'react';
import { useWords } from '../../../lib/i18n/words.ts';
import { useNow } from '../../../ui/use-now.ts';
import { WeekTable } from '../../place/week.tsx';
import { PlaceWordsContext, placeWords } from '../../place/words.tsx';
import { useForm } from '../form.ts';
import { type Hours, rangesOnDate, spanOf } from './model.ts';
import { writeHours } from './write.ts';

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

/** The coming week that the hours mean, drawn as on the place's page, and the text that is kept. */
export function HoursPreview({ hours }: { hours: Hours }) {
  const { words } = useForm();
  const placeWordsNow = useWords(placeWords);
  const now = useNow();
  const osm = writeHours(hours);
  /** The clock on the wall as if it showed UTC: the place's time zone does not matter to a week. */
  const wall = new Date(now.getTime() - now.getTimezoneOffset() * minuteMs);
  const today = Math.floor(wall.getTime() / dayMs);
  const intervals = useMemo(() => intervalsFrom(hours, today), [hours, today]);
  if (!placeWordsNow) return null;
  return (
    <aside className="hours-preview" aria-label={words.hours.preview}>
      <h3>{words.hours.preview}</h3>
      {hours.kind === 'raw' ? (
        <p className="quiet">{words.hours.rawPreview}</p>
      ) : (
        <PlaceWordsContext value={placeWordsNow}>
          <WeekTable
            hours={osm ? { osm, intervals, holidays: [], timezone: 'UTC', state: 'UNKNOWN' } : null}
            now={wall}
          />
        </PlaceWordsContext>
      )}
      {osm && (
        <>
          <p className="quiet">{words.hours.written}</p>
          <p>
            <code>{osm}</code>
          </p>
        </>
      )}
    </aside>
  );
}

/** What is open from yesterday for nine days, `today` in days since 1970. */
function intervalsFrom(hours: Hours, today: number) {
  const days = Array.from({ length: 9 }, (_, ahead) => today - 1 + ahead);
  const iso = (day: number, minutes: number) => new Date(day * dayMs + minutes * minuteMs).toISOString();
  if (hours.kind === 'always' || hours.kind === 'appointment') {
    const state = hours.kind === 'always' ? ('OPEN' as const) : ('UNKNOWN' as const);
    return days.map((day) => ({ from: iso(day, 0), to: iso(day + 1, 0), state }));
  }
  if (hours.kind !== 'weekly') return [];
  return days.flatMap((day) => {
    const date = new Date(day * dayMs);
    const monthDay = { month: date.getUTCMonth() + 1, day: date.getUTCDate() };
    return rangesOnDate(hours, monthDay, (date.getUTCDay() + 6) % 7).flatMap((range) => {
      const span = spanOf(range);
      return span ? [{ from: iso(day, span[0]), to: iso(day, span[1]), state: 'OPEN' as const }] : [];
    });
  });
}
