import sql from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';
import type { Hours, Interval, WeekRange } from './model.ts';

export interface DueSchedule extends Hours {
  id: number;
}

/** Up to `limit` schedules that are not worked out, or only to a time before `before`. */
export function dueSchedules(database: Queryable, before: Date, limit: number): Promise<DueSchedule[]> {
  return database.query<DueSchedule>(sql`/* hours.due */
    select id, osm, timezone, country from schedule
    where expanded_until is null or expanded_until < ${before}
    order by expanded_until nulls first, id
    limit ${limit}`);
}

/** What was worked out of a schedule; both lists ascend and do not overlap. */
export interface Expansion {
  id: number;
  intervals: Interval[];
  week: WeekRange[];
}

/** Writes expansions that hold from `from` to `until`. */
export async function saveExpansions(
  database: Queryable,
  expansions: Expansion[],
  from: Date,
  until: Date,
): Promise<void> {
  const rows = expansions.map(({ id, intervals, week }) => ({
    id,
    open: multirange(intervals, 'OPEN', (at) => at.toISOString()),
    unknown: multirange(intervals, 'UNKNOWN', (at) => at.toISOString()),
    week_open: multirange(week, 'OPEN', String),
    week_unknown: multirange(week, 'UNKNOWN', String),
  }));
  await database.query(sql`/* hours.save */
    update schedule set
      open_ranges = expanded.open::tstzmultirange,
      unknown_ranges = expanded.unknown::tstzmultirange,
      week_open = expanded.week_open::int4multirange,
      week_unknown = expanded.week_unknown::int4multirange,
      expanded_from = ${from},
      expanded_until = ${until}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as expanded (id integer, open text, unknown text, week_open text, week_unknown text)
    where schedule.id = expanded.id`);
}

/** PostgreSQL's text form of the ranges in one state. */
function multirange<At>(
  ranges: { from: At; to: At; state: Interval['state'] }[],
  state: Interval['state'],
  text: (at: At) => string,
): string {
  const inState = ranges.filter((range) => range.state === state);
  return `{${inState.map(({ from, to }) => `[${text(from)},${text(to)})`).join(',')}}`;
}
