import { formatter } from './intl.ts';

/**
 * A moment somebody asks about: a day and an hour on the clock of a place, with how far that clock is ahead of UTC, as
 * `2026-12-05T10:00:00+01:00`. So it is one instant for everybody, and still reads as the hour on the door.
 */
export type Moment = string;

const shape = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i;
const dayMs = 86_400_000;
/** Nobody plans further, and few hours hold so long. */
const furthestDays = 400;

/** The text in its one form; null for what is no date or no hour, as the 31st of February. */
export function readMoment(text: string): Moment | null {
  const [, day, time, zone] = shape.exec(text) ?? [];
  if (!day || !time || !zone) return null;
  const wall = new Date(`${day}T${time}:00Z`);
  if (Number.isNaN(wall.getTime()) || wall.toISOString().slice(0, 10) !== day) return null;
  const offset = /^z$/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const moment = `${day}T${time}:00${offset}`;
  return Number.isNaN(new Date(moment).getTime()) ? null : moment;
}

/** An hour that is over answers nobody's question; within the last one somebody may still be on the way. */
export const isOver = (moment: Moment, now: Date) => new Date(moment).getTime() < now.getTime() - 3_600_000;

export const isTooFar = (moment: Moment, now: Date) =>
  new Date(moment).getTime() > now.getTime() + furthestDays * dayMs;

/** The day (`2026-12-05`) and the time (`10:00`) on the clock there. */
export const wallOf = (moment: Moment) => ({ day: moment.slice(0, 10), time: moment.slice(11, 16) });

/** The day and time in a time zone (IANA) at an instant, in the forms that date and time fields take. */
export function wallIn(timezone: string, instant: Date): { day: string; time: string } {
  const wall = new Date(instant.getTime() + offsetMinutes(timezone, instant) * 60_000).toISOString();
  return { day: wall.slice(0, 10), time: wall.slice(11, 16) };
}

/** The moment at which clocks in a time zone (IANA) show a day and a time. In the hour that is skipped in spring, the one after. */
export function momentIn(timezone: string, day: string, time: string): Moment | null {
  const wall = readMoment(`${day}T${time}:00Z`);
  if (!wall) return null;
  const asUtc = new Date(wall).getTime();
  // The offset at the instant itself: a first guess is off by it, a second one is not.
  const guess = asUtc - offsetMinutes(timezone, new Date(asUtc)) * 60_000;
  const offset = offsetMinutes(timezone, new Date(guess));
  const sign = offset < 0 ? '-' : '+';
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return readMoment(`${day}T${time}:00${sign}${two(Math.abs(offset) / 60)}:${two(Math.abs(offset) % 60)}`);
}

/** Minutes that clocks are ahead of UTC. */
function offsetMinutes(timezone: string, instant: Date): number {
  const parts = formatter(Intl.DateTimeFormat, 'en', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(instant);
  const part = Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]));
  const wall = Date.UTC(part.year ?? 1970, (part.month ?? 1) - 1, part.day, part.hour, part.minute);
  return Math.round((wall - instant.getTime()) / 60_000);
}
