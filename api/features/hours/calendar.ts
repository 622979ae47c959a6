/** Reads opening hours and walks along them on the wall clock, in bounded time. */
import { messageOf } from '../../platform/errors.ts';
import { OpeningHours, WallClock } from './library.ts';
import type { Hours, Stretch } from './model.ts';
import { agreement, daylightReadings, withoutHolidays } from './readings.ts';

/** What is not closed from `from` to `to` on the wall clock, in order, cut to them. Throws UnreadableHours. */
export type Calendar = (from: number, to: number) => Stretch[];

/** A text that is no opening hours, or takes too long to work out; the message says which. */
export class UnreadableHours extends Error {
  override name = 'UnreadableHours';
}

export const minute = 60_000;
export const day = 1440 * minute;

const maximumLength = 1_000;
/** On average over a walk; the busiest real text seen has six changes a day. */
const maximumChangesPerDay = 48;
/** For one walk. A real text takes about 2 ms for a hundred days, some that nobody would write take a minute. */
const maximumWalkMilliseconds = 1_000;

/** The calendar of `osm` with the public holidays of `country`. */
export function openCalendar({ osm, country }: Pick<Hours, 'osm' | 'country'>): Calendar {
  if (osm.length > maximumLength) throw new UnreadableHours(`longer than ${maximumLength} characters`);
  // The library takes time exponential in the number of blanks and semicolons that a text begins with.
  const readings = daylightReadings(osm.replace(/^[\s;]+/, '')).map((text) => withKnownHolidays(text, country));
  return (from, to) => readings.map((reading) => reading(from, to)).reduce(agreement);
}

/** Where the library lacks holidays (of a country, or school holidays of a year), such days count as ordinary ones. */
function withKnownHolidays(text: string, country: string): Calendar {
  const attempts = [...new Set([text, withoutHolidays(text, 'SH'), withoutHolidays(text, 'SH|PH')])].map((reading) =>
    once(() => parse(reading, country)),
  );
  return (from, to) => {
    let failure: unknown;
    for (const parsed of attempts) {
      try {
        return walk(parsed(), from, to);
      } catch (error) {
        if (error instanceof UnreadableHours) throw error;
        failure = error; // the last attempt's says what is wrong in the text, not which holidays are missing
      }
    }
    throw new UnreadableHours(reasonOf(failure));
  };
}

const parse = (text: string, country: string) =>
  new OpeningHours(
    text,
    // Neither place nor state is known, and the library takes them as absent; its types ask for them.
    { address: { country_code: country.toLowerCase(), state: '' } } as ConstructorParameters<typeof OpeningHours>[1],
  );

function walk(hours: InstanceType<typeof OpeningHours>, from: number, to: number): Stretch[] {
  const deadline = performance.now() + maximumWalkMilliseconds;
  const maximumChanges = maximumChangesPerDay * Math.ceil((to - from) / day + 1);
  // Begun in the evening, within the open end of "08:00-21:00+", the library says closed; begun at midnight, unknown.
  const midnight = Math.floor(from / day) * day;
  const at = hours.getIterator(new WallClock(midnight));
  const pieces = [{ from: midnight, state: at.getStateString(), comment: at.getComment() }];
  // Day by day, so that the deadline is looked at even where nothing changes.
  for (let limit = midnight; limit < to; ) {
    limit = Math.min(limit + day, to);
    while (at.advance(new WallClock(limit))) {
      pieces.push({ from: at.getDate().getTime(), state: at.getStateString(), comment: at.getComment() });
      if (pieces.length > maximumChanges) throw new UnreadableHours(`more than ${maximumChangesPerDay} changes a day`);
    }
    if (performance.now() > deadline) throw new UnreadableHours('too complicated to work out');
  }
  return pieces.flatMap((piece, index): Stretch[] => {
    const end = pieces[index + 1]?.from ?? to;
    if (piece.state === 'close' || end <= from) return [];
    const state = piece.state === 'open' ? 'OPEN' : 'UNKNOWN';
    return [{ from: Math.max(piece.from, from), to: end, state, ...(piece.comment && { comment: piece.comment }) }];
  });
}

/** What the library says is wrong, without the text it is about: it marks each place with "<--- (…)". */
function reasonOf(failure: unknown): string {
  const message = messageOf(failure);
  const [, reason = message] = /.*<--- \((.*)\)\s*$/s.exec(message) ?? [];
  return reason.slice(0, 200).trim();
}

/** Runs `make` when first asked, and answers the same from then on: its value, or what it threw. */
function once<Value>(make: () => Value): () => Value {
  let outcome: { value: Value } | { error: unknown } | undefined;
  return () => {
    if (!outcome) {
      try {
        outcome = { value: make() };
      } catch (error) {
        outcome = { error };
      }
    }
    if ('error' in outcome) throw outcome.error;
    return outcome.value;
  };
}
