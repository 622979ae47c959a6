import type { Database } from '../../platform/database.ts';
import { InvalidInput, messageOf } from '../../platform/errors.ts';
import type { Log } from '../../platform/log.ts';
import { day, openCalendar, UnreadableHours } from './calendar.ts';
import { expand, openTimetable, type Timetable, typicalWeek } from './expansion.ts';
import type { Holiday, Hours, Interval, OpenState, WeekRange } from './model.ts';
import { type DueSchedule, dueSchedules, type Expansion, saveExpansions } from './store.ts';

/**
 * Whether a text can be read as opening hours. Never throws and answers in bounded time; invalid, with a reason, are
 * texts over 1,000 characters, points in time ("Mo 10:00": when does it close?) and what takes too long to work out.
 * Names of days and months may be in the language of `country` (ISO 3166-1 alpha-2), where it is given.
 */
export function validateHours(text: string, country = ''): { valid: true } | { valid: false; reason: string } {
  try {
    openCalendar({ osm: text, country })(Date.UTC(2026, 0, 5), Date.UTC(2026, 1, 2)); // any four weeks will do
    return { valid: true };
  } catch (error) {
    return { valid: false, reason: messageOf(error) };
  }
}

export interface ExpansionCounts {
  /** Schedules written. */
  expanded: number;
  /** Of these, the ones that could not be read: UNKNOWN at any time. */
  unreadable: number;
}

export interface ExpansionOptions {
  now: Date;
  /** How many schedules at most; left out: all that are due. */
  limit?: number;
  /** Ends the work early, after the batch at hand. */
  signal?: AbortSignal;
}

/** From yesterday on: "open at" may ask for a moment ago, and today begins earlier east of Greenwich. */
const daysBefore = 1;
const daysExpanded = 63;
/** What ends sooner than this is worked out anew. */
const daysAhead = 28;
/** Small, because the work between two statements holds up everything else in the process: some 50 ms. */
const batchSize = 20;

/**
 * Works out when each due schedule is open from yesterday 00:00 UTC for 63 days, and in a typical week for later
 * dates. Due are new schedules and those known for less than 28 days ahead. May run in several processes at once.
 */
export async function expandSchedules(
  database: Database,
  { now, limit = Number.POSITIVE_INFINITY, signal }: ExpansionOptions,
): Promise<ExpansionCounts> {
  const from = new Date(Math.floor(now.getTime() / day) * day - daysBefore * day);
  const until = new Date(from.getTime() + daysExpanded * day);
  const before = new Date(now.getTime() + daysAhead * day);
  const counts = { expanded: 0, unreadable: 0 };
  while (counts.expanded < limit && !signal?.aborted) {
    const due = await dueSchedules(database, before, Math.min(batchSize, limit - counts.expanded));
    if (due.length === 0) break;
    const expansions = due.map((schedule) => {
      try {
        return expansionOf(schedule, from, until);
      } catch {
        counts.unreadable++;
        return alwaysUnknown(schedule, from, until);
      }
    });
    await saveExpansions(database, expansions, from, until);
    counts.expanded += due.length;
  }
  return counts;
}

function expansionOf(schedule: DueSchedule, from: Date, until: Date): Expansion {
  const timetable = openTimetable(schedule);
  return { id: schedule.id, intervals: expand(timetable, from, until), week: typicalWeek(timetable, until) };
}

function alwaysUnknown({ id }: DueSchedule, from: Date, until: Date): Expansion {
  return { id, intervals: [{ from, to: until, state: 'UNKNOWN' }], week: [{ from: 0, to: 10_080, state: 'UNKNOWN' }] };
}

/** Expands what is due now and once a day; returns how to end it, which waits for the batch at hand. */
export function keepSchedulesExpanded(database: Database, log: Log, now = () => new Date()): () => Promise<void> {
  const ending = new AbortController();
  let work = Promise.resolve();
  const begin = () => {
    work = work
      .then(() => expandSchedules(database, { now: now(), signal: ending.signal }))
      .then(
        (counts) => log.info(counts, 'opening hours expanded'),
        (error) => log.error({ err: error }, 'opening hours could not be expanded'),
      );
  };
  begin();
  const timer = setInterval(begin, day).unref();
  return () => {
    clearInterval(timer);
    ending.abort();
    return work;
  };
}

export interface OpeningHoursView {
  state(at: Date): OpenState;
  /**
   * In order; where it is closed there is none. Throws InvalidInput for `to` not after `from`, more than 370 days or
   * more than 1,000 intervals.
   */
  intervals(from: Date, to: Date): Interval[];
  /** Public holidays there, in order; none where the country or its holidays are not known. Throws as `intervals`. */
  holidays(from: Date, to: Date): Holiday[];
  /** When the state next becomes another one than at `at`; null if it does not within 370 days. */
  nextChange(at: Date): Date | null;
}

const maximumDays = 370;
const maximumIntervals = 1_000;
/** Years for which the wall clock and the library's calendar hold. */
const [earliest, latest] = [Date.UTC(1970, 0, 2), Date.UTC(2200, 0, 1)];

/** Never throws: hours that cannot be read are UNKNOWN at any time. */
export function openingHoursView(hours: Hours): OpeningHoursView {
  const timetable = rememberedTimetable(hours);
  const within = (from: Date, to: Date): Interval[] => {
    if (!timetable || from.getTime() < earliest || to.getTime() > latest) return [{ from, to, state: 'UNKNOWN' }];
    try {
      return expand(timetable, from, to);
    } catch (error) {
      if (error instanceof UnreadableHours) return [{ from, to, state: 'UNKNOWN' }];
      throw error;
    }
  };
  const after = (at: Date, milliseconds: number) => new Date(at.getTime() + milliseconds);
  return {
    state: (at) => within(at, after(at, 1))[0]?.state ?? 'CLOSED',
    holidays(from, to) {
      checkSpan(from, to);
      return holidaysOf(hours, from, to);
    },
    intervals(from, to) {
      checkSpan(from, to);
      const intervals = within(from, to);
      if (intervals.length > maximumIntervals)
        throw new InvalidInput('to', `more than ${maximumIntervals} intervals; ask for fewer days`);
      return intervals;
    },
    nextChange(at) {
      // Mostly it changes within the week: look there first.
      for (const days of [8, maximumDays]) {
        const change = firstChange(within(at, after(at, days * day)), at);
        if (change && change < after(at, days * day)) return change;
      }
      return null;
    },
  };
}

function checkSpan(from: Date, to: Date): void {
  if (to <= from) throw new InvalidInput('to', 'must be after "from"');
  if (to.getTime() - from.getTime() > maximumDays * day)
    throw new InvalidInput('to', `at most ${maximumDays} days after "from"`);
}

/** Read as hours, "PH" is open on public holidays, each with its name for a comment. */
function holidaysOf({ timezone, country }: Hours, from: Date, to: Date): Holiday[] {
  const timetable = rememberedTimetable({ osm: 'PH', timezone, country });
  if (!timetable || from.getTime() < earliest || to.getTime() > latest) return [];
  return expand(timetable, from, to).flatMap(({ from: start, to: end, comment }) => {
    if (!comment) return [];
    const first = Math.floor((start.getTime() + timetable.zone.offsetAt(start.getTime())) / day);
    const last = Math.ceil((end.getTime() + timetable.zone.offsetAt(end.getTime() - 1)) / day);
    return Array.from({ length: last - first }, (_, days) => ({
      date: new Date((first + days) * day).toISOString().slice(0, 10),
      name: comment,
    }));
  });
}

/** When the state that intervals beginning at or after `at` give to `at` ends, whatever their comments. */
function firstChange(intervals: Interval[], at: Date): Date | undefined {
  const [first, ...others] = intervals;
  if (!first || first.from > at) return first?.from;
  let end = first.to;
  for (const next of others) {
    if (next.from > end || next.state !== first.state) break;
    end = next.to;
  }
  return end;
}

/** Reading a text takes longer than most answers; a list of places asks for many. A memo: it changes no answer. */
const timetables = new Map<string, Timetable | undefined>();
const timetablesKept = 500;

/** Undefined where the hours cannot be read at all. The one used longest ago makes room. */
function rememberedTimetable(hours: Hours): Timetable | undefined {
  const key = JSON.stringify([hours.osm, hours.timezone, hours.country]);
  const timetable = timetables.has(key) ? timetables.get(key) : readableTimetable(hours);
  timetables.delete(key);
  timetables.set(key, timetable);
  const oldest = timetables.keys().next();
  if (timetables.size > timetablesKept && !oldest.done) timetables.delete(oldest.value);
  return timetable;
}

/** What a week looks like as a rule, from `now` on; null for hours that cannot be read. */
export function typicalWeekOf(hours: Hours, now: Date): WeekRange[] | null {
  const timetable = rememberedTimetable(hours);
  try {
    return timetable ? typicalWeek(timetable, now) : null;
  } catch (error) {
    if (error instanceof UnreadableHours) return null;
    throw error;
  }
}

function readableTimetable(hours: Hours): Timetable | undefined {
  try {
    return openTimetable(hours);
  } catch {
    return undefined;
  }
}
