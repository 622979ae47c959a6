/** Opening hours as the editor holds them: what a person can say in it, half-typed times included. */

/** `HH:MM` by the clock there; '' while nothing is typed. `to` at or before `from` is on the next day; "00:00" is midnight. */
export interface Range {
  from: string;
  to: string;
}

/** Days that share their hours. Monday = 0. */
export interface Group {
  days: number[];
  ranges: Range[];
}

/** `month` 1 to 12. */
export interface MonthDay {
  month: number;
  day: number;
}

/** A part of every year, both ends included; may go over New Year. */
export interface Dates {
  from: MonthDay;
  to: MonthDay;
}

export interface Season {
  dates: Dates;
  week: Group[];
}

export interface Hours {
  /** `raw`: what only OpenStreetMap's syntax can say; kept to the letter. */
  kind: 'unknown' | 'weekly' | 'always' | 'appointment' | 'raw';
  /** What holds outside the seasons. A day in no group is closed. */
  week: Group[];
  /** Where two overlap, the later one holds. */
  seasons: Season[];
  holidays: 'usual' | 'closed' | 'own';
  /** With `own`. */
  holidayRanges: Range[];
  closures: Dates[];
  /** At other times there is somebody by appointment. */
  otherwiseByAppointment: boolean;
  raw: string;
}

export const noHours: Hours = {
  kind: 'unknown',
  week: [],
  seasons: [],
  holidays: 'usual',
  holidayRanges: [],
  closures: [],
  otherwiseByAppointment: false,
  raw: '',
};

export const everyDay = [0, 1, 2, 3, 4, 5, 6];
const dayMinutes = 1440;

/** February has its leap day: a whole February has it too. */
export const daysIn = (month: number) => new Date(Date.UTC(2028, month, 0)).getUTCDate();

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/**
 * Minutes from the day's midnight, past 1440 where it ends on the next day; null while it is not whole, or ends when it
 * begins, which is a whole day at midnight and a slip at any other time.
 */
export function spanOf({ from, to }: Range): [from: number, to: number] | null {
  if (!from || !to || (from === to && from !== '00:00')) return null;
  const [start, end] = [minutesOf(from), minutesOf(to)];
  return [start, end <= start ? end + dayMinutes : end];
}

export const isWhole = (range: Range) => spanOf(range) !== null;
export const passesMidnight = (range: Range) => (spanOf(range)?.[1] ?? 0) > dayMinutes;

/** A fault that a person can mend: a time that is missing, or hours that run into each other. */
export function problemOf(ranges: Range[]): 'missing' | 'overlap' | null {
  const spans = ranges.map(spanOf);
  if (spans.includes(null)) return 'missing';
  const ordered = spans.filter((span) => span !== null).sort(([a], [b]) => a - b);
  return ordered.some(([from], index) => index > 0 && from < (ordered[index - 1]?.[1] ?? 0)) ? 'overlap' : null;
}

/** Hours of a weekday in a week; none: closed. */
export const rangesOn = (week: Group[], day: number): Range[] =>
  week.find(({ days }) => days.includes(day))?.ranges.filter(isWhole) ?? [];

/** Groups that say the same, one a set of hours, in the order of their first day; what is not whole is left out. */
export function tidied(week: Group[]): Group[] {
  const groups = new Map<string, Group>();
  for (const day of everyDay) {
    const ranges = rangesOn(week, day).toSorted((a, b) => minutesOf(a.from) - minutesOf(b.from));
    if (ranges.length === 0) continue;
    const key = JSON.stringify(ranges);
    groups.set(key, { days: [...(groups.get(key)?.days ?? []), day], ranges });
  }
  return [...groups.values()];
}

/** Nearly a year: who begins on a later day of the month than they end meant something else. */
export const isBackward = ({ from, to }: Dates) => from.month === to.month && to.day < from.day;

const ordinal = ({ month, day }: MonthDay) => month * 100 + day;

const includes = ({ from, to }: Dates, date: MonthDay): boolean =>
  ordinal(from) <= ordinal(to)
    ? ordinal(from) <= ordinal(date) && ordinal(date) <= ordinal(to)
    : ordinal(from) <= ordinal(date) || ordinal(date) <= ordinal(to);

export const overlap = (one: Dates, other: Dates) => includes(one, other.from) || includes(other, one.from);

/** The hours of a date, public holidays left aside. `weekday`: Monday = 0. */
export function rangesOnDate({ week, seasons, closures }: Hours, date: MonthDay, weekday: number): Range[] {
  if (closures.some((closure) => includes(closure, date))) return [];
  const season = seasons.findLast(({ dates }) => includes(dates, date));
  return rangesOn(season?.week ?? week, weekday);
}
