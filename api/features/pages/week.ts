/** A typical week of opening hours, for reading and for search engines. */
import type { WeekRange } from '../hours/model.ts';
import type { Language } from '../taxonomy/model.ts';
import { localeOf } from './reader.ts';
import type { Words } from './words.ts';

const dayMinutes = 24 * 60;
const weekMinutes = 7 * dayMinutes;
/** What ends this long after midnight still belongs to the evening before. */
const longestNightMinutes = 12 * 60;

/** Minutes from the day's midnight; `to` may lie in the next day. */
interface Hours {
  from: number;
  to: number;
  state: WeekRange['state'];
}

/** The hours of each day, Monday first. */
export type Week = Hours[][];

/** Parts ranges by the day on which they begin. */
export function weekOf(ranges: readonly WeekRange[]): Week {
  const week: Week = Array.from({ length: 7 }, () => []);
  for (const range of roundTheWeek(ranges)) {
    for (let { from } = range; from < range.to; ) {
      const day = Math.floor(from / dayMinutes);
      const midnight = (day + 1) * dayMinutes;
      const to = range.to <= midnight + longestNightMinutes && range.to - from < dayMinutes ? range.to : midnight;
      const end = Math.min(to, range.to);
      week[day % 7]?.push({ from: from - day * dayMinutes, to: end - day * dayMinutes, state: range.state });
      from = end;
    }
  }
  return week;
}

/** Sunday night's opening that goes on in Monday's first hours is one. */
function roundTheWeek(ranges: readonly WeekRange[]): readonly WeekRange[] {
  const [first, ...others] = ranges;
  const last = others.pop();
  if (!first || !last || first.from > 0 || first.to > longestNightMinutes) return ranges;
  if (last.to < weekMinutes || last.state !== first.state) return ranges;
  return [...others, { ...last, to: weekMinutes + first.to }];
}

export function isAlwaysOpen(week: Week): boolean {
  return week.every(([hours, ...others]) => hours?.state === 'OPEN' && isWholeDay(hours) && others.length === 0);
}

const isWholeDay = ({ from, to }: Hours) => from === 0 && to === dayMinutes;

/** Each day's name and hours: "Monday", "09:00–13:00, 15:00–19:00". */
export function weekInWords(week: Week, language: Language, t: Words): { day: string; hours: string }[] {
  const day = new Intl.DateTimeFormat(localeOf(language), { weekday: 'long', timeZone: 'UTC' });
  const clock = new Intl.DateTimeFormat(localeOf(language), { timeStyle: 'short', timeZone: 'UTC' });
  const text = (minutes: number) => (minutes === dayMinutes ? '24:00' : clock.format(minutes * 60_000));
  return week.map((hours, index) => ({
    day: day.format((4 + index) * dayMinutes * 60_000), // the fifth of January 1970 was a Monday
    hours:
      hours
        .map((range) => {
          const time = `${text(range.from)}–${text(range.to)}`;
          return range.state === 'OPEN' ? time : isWholeDay(range) ? t.state.UNKNOWN : `${time} (${t.state.UNKNOWN})`;
        })
        .join(', ') || t.state.CLOSED,
  }));
}

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** In schema.org's terms; what is only perhaps open is left out. Undefined where nothing is surely open. */
export function weekData(week: Week): object[] | undefined {
  const byHours = new Map<string, string[]>();
  for (const [index, hours] of week.entries()) {
    for (const { from, to, state } of hours) {
      if (state !== 'OPEN') continue;
      const key = `${clockText(from)}-${to === dayMinutes ? '23:59' : clockText(to % dayMinutes)}`;
      byHours.set(key, [...(byHours.get(key) ?? []), `https://schema.org/${dayNames[index]}`]);
    }
  }
  if (byHours.size === 0) return undefined;
  return [...byHours].map(([key, days]) => {
    const [opens, closes] = key.split('-');
    return { '@type': 'OpeningHoursSpecification', dayOfWeek: days, opens, closes };
  });
}

const clockText = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(Math.floor(minutes % 60)).padStart(2, '0')}`;
