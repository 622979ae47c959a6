import { barsOn, localClock, type Span } from '../lib/hours.ts';
import { formatter } from '../lib/intl.ts';

const first = 7 * 60;
const last = 22 * 60;

/** Today from 7 to 22 as a strip: solid where open, dashed where nobody told us, a tick for now. */
export function TodayStrip({
  hours,
  now,
  width = 84,
}: {
  hours: { timezone: string; intervals: Span[] } | null | undefined;
  now: Date;
  width?: number;
}) {
  const clock = localClock(hours?.timezone ?? formatter(Intl.DateTimeFormat, 'en', {}).resolvedOptions().timeZone);
  const today = clock(now);
  const x = (minutes: number) => ((Math.min(last, Math.max(first, minutes)) - first) / (last - first)) * width;
  const bars = hours ? barsOn(today.day, hours.intervals, clock).filter(({ state }) => state !== 'CLOSED') : [];
  return (
    <svg className="today" width={width} height={12} viewBox={`0 0 ${width} 12`} aria-hidden="true">
      {hours ? (
        <line x1="0" x2={width} y1="6" y2="6" stroke="var(--line-strong)" opacity=".55" />
      ) : (
        <rect
          x=".5"
          y="3.5"
          width={width - 1}
          height="5"
          rx="1"
          fill="none"
          stroke="var(--line-strong)"
          strokeDasharray="3 2.4"
        />
      )}
      {bars.map(({ from, to, state }) =>
        state === 'OPEN' ? (
          <rect
            key={from}
            x={x(from)}
            y="3"
            width={x(to) - x(from)}
            height="6"
            rx="1"
            fill={today.minutes >= from && today.minutes < to ? 'var(--open)' : 'var(--ink-3)'}
          />
        ) : (
          <rect
            key={from}
            x={x(from)}
            y="3.5"
            width={x(to) - x(from)}
            height="5"
            rx="1"
            fill="none"
            stroke="var(--line-strong)"
            strokeDasharray="3 2.4"
          />
        ),
      )}
      {today.minutes >= first && today.minutes <= last && (
        <line x1={x(today.minutes)} x2={x(today.minutes)} y1="0" y2="12" stroke="var(--ink-1)" strokeWidth="1.5" />
      )}
    </svg>
  );
}
