import { formatter } from '../../../lib/intl.ts';
import type { MonthDay } from './model.ts';

/** A Monday, in UTC. */
const monday = Date.UTC(1970, 0, 5);
const dayMs = 86_400_000;

/** `Wednesday`; Monday = 0. */
export const longDayText = (day: number, language: string) =>
  formatter(Intl.DateTimeFormat, language, { weekday: 'long', timeZone: 'UTC' }).format(monday + day * dayMs);

export const monthText = (month: number, language: string) =>
  formatter(Intl.DateTimeFormat, language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2028, month - 1, 15));

/** `10–24 August`. */
export function datesText({ from, to }: { from: MonthDay; to: MonthDay }, language: string): string {
  const date = ({ month, day }: MonthDay, year: number) => Date.UTC(year, month - 1, day);
  const later = to.month < from.month || (to.month === from.month && to.day < from.day) ? 2029 : 2028;
  return formatter(Intl.DateTimeFormat, language, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).formatRange(date(from, 2028), date(to, later));
}
