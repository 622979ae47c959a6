import type { OpenState } from '../gql/graphql.ts';
import { formatter } from './intl.ts';

/** A span of time as the API gives it; both ends ISO 8601. */
export interface Span {
  from: string;
  to: string;
  state: OpenState;
  comment?: string | null;
}

/** A place's clock at a moment: `day` counts days since 1 January 1970 there, `minutes` those since its midnight. */
export interface LocalMoment {
  day: number;
  minutes: number;
}

/** A part of one day, in minutes since midnight. */
export interface Bar {
  from: number;
  to: number;
  state: OpenState;
  /** What the hours say beside the time: "by appointment". */
  comment?: string;
}

/** The wall clock of a time zone. */
export function localClock(timeZone: string): (at: Date) => LocalMoment {
  const format = formatter(Intl.DateTimeFormat, 'en', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  });
  return (at) => {
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    return {
      day: Date.UTC(part.year ?? 1970, (part.month ?? 1) - 1, part.day) / 86_400_000,
      minutes: (part.hour ?? 0) * 60 + (part.minute ?? 0),
    };
  };
}

/** Weekday of a day count, Monday = 0. The first of January 1970 was a Thursday. */
export const weekday = (day: number) => (((day + 3) % 7) + 7) % 7;

/** The parts of the spans that fall on one local day. */
export function barsOn(day: number, spans: readonly Span[], clock: (at: Date) => LocalMoment): Bar[] {
  return spans.flatMap((span) => {
    const start = clock(new Date(span.from));
    const end = clock(new Date(span.to));
    if (start.day > day || end.day < day) return [];
    const from = start.day < day ? 0 : start.minutes;
    const to = end.day > day ? 1440 : end.minutes;
    return to > from ? [{ from, to, state: span.state, ...(span.comment && { comment: span.comment }) }] : [];
  });
}

/** What is known of a place's hours at a moment, as the API said it then. */
export interface HoursAnswer {
  state: OpenState;
  nextChange?: string | null;
  intervals?: readonly Span[];
}

/**
 * The same hours at `now`, however old the answer: its state holds until the change that it named, after that the spans
 * that came with it tell, and beyond the last of them nobody knows.
 */
export function hoursAt<Hours extends HoursAnswer>(hours: Hours, now: Date): Hours {
  if (!hours.nextChange || now < new Date(hours.nextChange)) return hours;
  const spans = hours.intervals ?? [];
  const next = spans.find(({ to }) => now < new Date(to));
  if (!next) return { ...hours, state: 'UNKNOWN', nextChange: null };
  const within = now >= new Date(next.from);
  return { ...hours, state: within ? next.state : 'CLOSED', nextChange: within ? next.to : next.from };
}

/** `9:00`, `24:00`. */
export const clockText = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** A day count as ISO 8601 writes it: `2026-12-08`. */
export const isoDay = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
