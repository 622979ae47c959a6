import type { OpenState } from '../gql/graphql.ts';
import { weekdayText } from '../lib/format.ts';
import { clockText, hoursAt, localClock, type Span, weekday } from '../lib/hours.ts';
import { type I18n, useI18n } from '../lib/i18n/i18n.tsx';
import type { MarkState } from './glyph.tsx';

export interface HoursNow {
  osm?: string;
  timezone: string;
  state: OpenState;
  nextChange?: string | null;
  intervals?: readonly Span[];
}

/** OPEN → open; a place without hours is not known, never closed. */
export function markState(hours: { state: OpenState } | null | undefined, status?: string): MarkState {
  if (status === 'TEMPORARILY_CLOSED') return 'closed';
  return hours?.state === 'OPEN' ? 'open' : hours?.state === 'CLOSED' ? 'closed' : 'unknown';
}

const soonMinutes = 45;

/** State in words, with the next change in the place's own time. */
export function StateLine({ hours, status, now }: { hours: HoursNow | null | undefined; status?: string; now: Date }) {
  const i18n = useI18n();
  const { tone, word, detail } = describe(hours && hoursAt(hours, now), status, now, i18n);
  return (
    <span className={`state ${tone}`}>
      {word}
      {detail && <span>{detail}</span>}
    </span>
  );
}

function describe(hours: HoursNow | null | undefined, status: string | undefined, now: Date, { t, language }: I18n) {
  if (status === 'TEMPORARILY_CLOSED') return { tone: 'closed', word: t.temporarilyClosed, detail: '' };
  if (!hours || hours.state === 'UNKNOWN') return { tone: 'unknown', word: t.hoursNotKnown, detail: '' };
  const open = hours.state === 'OPEN';
  if (!hours.nextChange)
    return {
      tone: open ? 'open' : 'closed',
      word: open ? (hours.osm === '24/7' ? t.alwaysOpen : t.open) : t.closed,
      detail: '',
    };
  const clock = localClock(hours.timezone);
  const next = clock(new Date(hours.nextChange));
  const today = clock(now);
  const days = next.day - today.day;
  const time = clockText(next.minutes);
  if (open) {
    if (days === 0 && next.minutes - today.minutes <= soonMinutes)
      return { tone: 'closing', word: t.closesIn(Math.max(1, next.minutes - today.minutes)), detail: t.at(time) };
    // A change at midnight or within the night is said as an hour, later ones with their day.
    return {
      tone: 'open',
      word: t.open,
      detail: days > 1 ? t.untilDay(weekdayText(weekday(next.day), language), time) : t.until(time),
    };
  }
  const when =
    days === 0
      ? t.at(time)
      : days === 1
        ? t.tomorrow(time)
        : days < 7
          ? t.onDay(weekdayText(weekday(next.day), language), time)
          : '';
  return { tone: 'closed', word: t.closed, detail: when && t.opens(when) };
}
