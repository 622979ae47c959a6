import { Fragment } from 'react';
import type { OpenState } from '../../gql/graphql.ts';
import { weekdayText } from '../../lib/format.ts';
import { type Bar, barsOn, clockText, isoDay, localClock, type Span, weekday } from '../../lib/hours.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { usePlaceWords } from './words.tsx';

interface Hours {
  osm: string;
  holidays: { date: string; name: string }[];
  timezone: string;
  state: OpenState;
  intervals: Span[];
}

/** The coming week as a timetable in the place's own time: day, bars, the hours in words; today first, in bold. */
export function WeekTable({ hours, now }: { hours: Hours | null | undefined; now: Date }) {
  const { t, language } = useI18n();
  const words = usePlaceWords();
  if (!hours) return <p className="note quiet">{t.hoursNotKnown}</p>;
  const clock = localClock(hours.timezone);
  const today = clock(now);
  const days = Array.from({ length: 7 }, (_, ahead) => ({
    day: today.day + ahead,
    bars: barsOn(today.day + ahead, hours.intervals, clock).filter(({ state }) => state !== 'CLOSED'),
    holiday: hours.holidays.find(({ date }) => date === isoDay(today.day + ahead))?.name,
  }));
  const speaksOfHolidays = /\bPH\b/.test(hours.osm);
  const [start, end] = axisOf(days.flatMap(({ bars }) => bars));
  const percent = (minutes: number) => `${((Math.min(end, Math.max(start, minutes)) - start) / (end - start)) * 100}%`;
  const ticks = Array.from({ length: (end - start) / 240 + 1 }, (_, step) => start + step * 240);
  return (
    <table className="week">
      <thead aria-hidden="true">
        <tr>
          <td />
          <td className="track">
            <div>
              {ticks.map((tick) => (
                <span key={tick} style={{ left: percent(tick) }}>
                  {tick / 60}
                </span>
              ))}
            </div>
          </td>
          <td />
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, bars, holiday }) => {
          const isToday = day === today.day;
          return (
            <Fragment key={day}>
              <tr className={isToday ? 'now' : undefined} aria-current={isToday ? 'date' : undefined}>
                <th scope="row">{weekdayText(weekday(day), language)}</th>
                <td className="track" aria-hidden="true">
                  <div>
                    {ticks.map((tick) => (
                      <s key={tick} style={{ left: percent(tick) }} />
                    ))}
                    {bars.map((bar) => (
                      <i
                        key={bar.from}
                        className={`bar ${bar.state === 'UNKNOWN' ? 'none' : isToday && today.minutes >= bar.from && today.minutes < bar.to ? 'on' : ''}`}
                        style={{ left: percent(bar.from), right: `calc(100% - ${percent(bar.to)})` }}
                      />
                    ))}
                    {isToday && today.minutes > start && today.minutes < end && (
                      <b style={{ left: percent(today.minutes) }} />
                    )}
                  </div>
                </td>
                <Words bars={bars} />
              </tr>
              {holiday && (
                <tr className="holiday">
                  <td />
                  <td colSpan={2}>
                    {words.holiday(holiday)}
                    {!speaksOfHolidays && <span>, {words.holidayHours}</span>}
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

function Words({ bars }: { bars: Bar[] }) {
  const { t } = useI18n();
  if (bars.length === 0) return <td className="words shut">{t.closed}</td>;
  return (
    <td className="words">
      {bars.map((bar) => (
        <span key={bar.from}>
          {`${clockText(bar.from)}–${clockText(bar.to)}`}
          {bar.state === 'UNKNOWN' && (bar.comment ? ` (${bar.comment})` : ' ?')}
        </span>
      ))}
    </td>
  );
}

/** From eight to twenty, stretched by four hours at a time where a place opens earlier or closes later. */
function axisOf(bars: Bar[]): [start: number, end: number] {
  const first = Math.min(480, ...bars.map(({ from }) => from));
  const last = Math.max(1200, ...bars.map(({ to }) => to));
  return [Math.floor(first / 240) * 240, Math.ceil(last / 240) * 240];
}
