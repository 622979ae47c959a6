import sql from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';

export async function addView(database: Queryable, listingId: number, at: Date): Promise<void> {
  await database.query(sql`/* views.add */
    insert into listing_views (listing_id, day, count)
    select id, (${at}::timestamptz at time zone 'UTC')::date, 1 from listing where id = ${listingId}
    on conflict (listing_id, day) do update set count = listing_views.count + 1`);
}

/** Of each listing that was looked at since the month of `now` began in UTC. */
export function viewsInMonth(
  database: Queryable,
  listingIds: readonly number[],
  now: Date,
): Promise<{ listingId: number; count: number }[]> {
  return database.query(sql`/* views.inMonth */
    select listing_id as "listingId", sum(count)::integer as count from listing_views
    where listing_id = any(${listingIds}::integer[])
      and day >= date_trunc('month', ${now}::timestamptz at time zone 'UTC')::date
    group by listing_id`);
}

export async function deleteViewsBefore(database: Queryable, day: Date): Promise<void> {
  await database.query(sql`/* views.deleteBefore */ delete from listing_views where day < ${day}::timestamptz::date`);
}
