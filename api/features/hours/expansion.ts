/** Opening hours as instants: what is open from when to when, and what a typical week looks like. Pure. */
import { type Calendar, day, minute, openCalendar } from './calendar.ts';
import type { Hours, Interval, WeekRange } from './model.ts';
import { openZone, type Zone } from './zone.ts';

/** Hours read and ready to be asked. */
export interface Timetable {
  calendar: Calendar;
  zone: Zone;
}

/** Throws UnreadableHours for a text that is too long, RangeError for an unknown time zone. */
export function openTimetable(hours: Hours): Timetable {
  return { calendar: openCalendar(hours), zone: openZone(hours.timezone) };
}

/**
 * What is open or unknown from `from` to `to`, in order; touching intervals differ in state or comment.
 *
 * An instant is open if the text says so of what the wall clock shows then: an hour that the zone skips in spring does
 * not happen, and one that it repeats in autumn happens twice. Throws UnreadableHours.
 */
export function expand({ calendar, zone }: Timetable, from: Date, to: Date): Interval[] {
  const intervals: Interval[] = [];
  for (const part of zone.parts(from.getTime(), to.getTime())) {
    for (const stretch of calendar(part.from + part.offset, part.to + part.offset)) {
      const last = intervals.at(-1);
      const start = stretch.from - part.offset;
      const end = new Date(stretch.to - part.offset);
      if (last?.to.getTime() === start && last.state === stretch.state && last.comment === stretch.comment)
        last.to = end;
      else intervals.push({ ...stretch, from: new Date(start), to: end });
    }
  }
  return intervals;
}

/** Enough that a holiday week, a first Saturday of the month or Christmas time is outvoted. */
const weeksCompared = 5;

/**
 * The most frequent of the five weeks that begin on the first Monday at or after `after`; of equally frequent ones the
 * earliest. Throws UnreadableHours.
 */
export function typicalWeek({ calendar, zone }: Timetable, after: Date): WeekRange[] {
  const wall = after.getTime() + zone.offsetAt(after.getTime());
  const monday = Math.ceil((wall - firstMonday) / (7 * day)) * 7 * day + firstMonday;
  const weeks = Array.from({ length: weeksCompared }, (_, index) => {
    const start = monday + index * 7 * day;
    const minutes = (at: number) => (at - start) / minute;
    const ranges = calendar(start, start + 7 * day).map(({ from, to, state }) => ({
      from: minutes(from),
      to: minutes(to),
      state,
    }));
    return { ranges, key: JSON.stringify(ranges) };
  });
  const votes = (key: string) => weeks.filter((week) => week.key === key).length;
  const [best] = weeks.toSorted((a, b) => votes(b.key) - votes(a.key)); // a stable sort: the earliest stays first
  return best?.ranges ?? [];
}

const firstMonday = Date.UTC(1970, 0, 5);
