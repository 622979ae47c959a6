import type { OpenState } from '../../gql/graphql.ts';
import { weekdayText } from '../../lib/format.ts';
import { type Bar, barsOn, clockText, localClock, mondayOf, type Span } from '../../lib/hours.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';

interface Hours {
  timezone: string;
  state: OpenState;
  intervals: Span[];
}

/** The week as a timetable in the place's own time: day, bars, the hours in words; today in bold. */
export function WeekTable({ hours, now }: { hours: Hours | null | undefined; now: Date }) {
  const { t, language } = useI18n();
  if (!hours) return <p className="note quiet">{t.hoursNotKnown}</p>;
  const clock = localClock(hours.timezone);
  const today = clock(now);
  const monday = mondayOf(today.day);
  const days = Array.from({ length: 7 }, (_, weekday) =>
    barsOn(monday + weekday, hours.intervals, clock).filter(({ state }) => state !== 'CLOSED'),
  );
  const [start, end] = axisOf(days.flat());
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
        {days.map((bars, weekday) => {
          const isToday = monday + weekday === today.day;
          const name = weekdayText(weekday, language);
          return (
            <tr key={name} className={isToday ? 'now' : undefined} aria-current={isToday ? 'date' : undefined}>
              <th scope="row">{name}</th>
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
          {bar.state === 'UNKNOWN' && ' ?'}
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
