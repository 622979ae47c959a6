import { formatter } from './intl.ts';
import { type Moment, wallOf } from './moment.ts';

/** Distance as people say it: `160 m`, `1.2 km`, `14 km`. */
export function distanceText(meters: number, language: string): string {
  const inMeters = meters < 950;
  const value = inMeters ? Math.max(10, Math.round(meters / 10) * 10) : meters / 1000;
  return formatter(Intl.NumberFormat, language, {
    style: 'unit',
    unit: inMeters ? 'meter' : 'kilometer',
    maximumFractionDigits: inMeters || value >= 9.5 || Number.isInteger(value) ? 0 : 1,
  }).format(value);
}

type AgeUnit = 'day' | 'week' | 'month' | 'year';

/** Time since a moment in its largest round unit. */
function ageOf(since: string, now: Date): [value: number, unit: AgeUnit] {
  const days = Math.max(0, (now.getTime() - new Date(since).getTime()) / 86_400_000);
  const [value, unit]: [number, AgeUnit] =
    days < 14
      ? [Math.max(1, days), 'day']
      : days < 63
        ? [days / 7, 'week']
        : days < 365
          ? [days / 30.4, 'month']
          : [days / 365.25, 'year'];
  return [Math.floor(value), unit];
}

/** `5 weeks`, `2 years`. */
export function ageText(since: string, now: Date, language: string): string {
  const [value, unit] = ageOf(since, now);
  return formatter(Intl.NumberFormat, language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** `5 weeks ago`: in some languages the words for a span change their form after "ago". */
export function agoText(since: string, now: Date, language: string): string {
  const [value, unit] = ageOf(since, now);
  return formatter(Intl.RelativeTimeFormat, language, {}).format(-value, unit);
}

export const dateText = (date: string, language: string) =>
  formatter(Intl.DateTimeFormat, language, { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(date));

/** A moment of which the year is clear: `30 Nov, 14:05`. */
export const momentText = (at: string, language: string) =>
  formatter(Intl.DateTimeFormat, language, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at));

/** Short name of a weekday, Monday = 0. The fifth of January 1970 was a Monday. */
export const weekdayText = (weekday: number, language: string) =>
  formatter(Intl.DateTimeFormat, language, { weekday: 'short', timeZone: 'UTC' }).format(
    new Date((4 + weekday) * 86_400_000),
  );

export const moneyText = (amount: number, currency: string, language: string) =>
  formatter(Intl.NumberFormat, language, {
    style: 'currency',
    currency,
    minimumFractionDigits: Number.isInteger(amount) ? 0 : 2,
  }).format(amount);

export const languageText = (code: string, language: string) =>
  formatter(Intl.DisplayNames, language, { type: 'language' }).of(code) ?? code;

/** A country by its ISO code: `Italy`; what a source wrote instead of a code stays as it is. */
export const regionText = (code: string, language: string) =>
  /^[A-Z]{2}$/.test(code) ? (formatter(Intl.DisplayNames, language, { type: 'region' }).of(code) ?? code) : code;

/** Minutes on foot at 80 metres a minute, on streets a third longer than the straight line. */
export const minutesOnFoot = (meters: number) => Math.max(1, Math.round((meters * 1.3) / 80));

/** A moment that is asked about: `Sat 5 Dec, 10:00`, by the clock there. */
export function wallText(moment: Moment, language: string): string {
  const { day, time } = wallOf(moment);
  return formatter(Intl.DateTimeFormat, language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
  }).format(new Date(`${day}T${time}:00Z`));
}
