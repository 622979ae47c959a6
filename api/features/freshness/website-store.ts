/** Every statement of the checker of websites. */
import sql from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';

/** Makes every public listing with a website known to the checker, its first look strewn over the days to come. */
export async function enrolWebsites(queryable: Queryable, now: Date, spreadDays: number): Promise<void> {
  await queryable.query(sql`/* freshness.enrolWebsites */
    insert into website_check (listing_id, website, host, next_at)
    select id, website, host, ${now}::timestamptz + make_interval(hours => (id * 7919::bigint % (24 * ${spreadDays}::integer))::integer)
    from (
      select l.id, l.website, lower(substring(l.website from '^https?://([^/?#@]+)')) as host
      from public_listing l left join website_check "check" on "check".listing_id = l.id
      where l.website is not null and ("check".listing_id is null or "check".website <> l.website)
    ) fresh where host is not null
    on conflict (listing_id) do update set website = excluded.website, host = excluded.host, with_get = false,
      checked_at = null, failures = 0, failing_since = null, next_at = excluded.next_at`);
}

export interface DueWebsite {
  listingId: number;
  website: string;
  host: string;
  withGet: boolean;
  /** What its robots.txt says; null where that is not known, or too long ago. */
  robots: string | null;
}

/** One due website of each host that was not asked within `pauseSeconds`; notes that all of them are asked now. */
export async function takeDueWebsites(
  queryable: Queryable,
  { now, pauseSeconds, robotsDays, limit }: { now: Date; pauseSeconds: number; robotsDays: number; limit: number },
): Promise<DueWebsite[]> {
  return queryable.query(sql`/* freshness.takeDueWebsites */
    with due as (
      select distinct on (host) listing_id, host from (
        select "check".listing_id, "check".host, next_at from website_check "check"
          join public_listing l on l.id = "check".listing_id and l.website = "check".website
        where next_at <= ${now} order by next_at limit ${limit * 20}::integer
      ) candidate order by host, next_at, listing_id limit ${limit}
    ), taken as (
      insert into website_host (host, asked_at) select host, ${now}::timestamptz from due
      on conflict (host) do update set asked_at = excluded.asked_at
        where website_host.asked_at <= ${now}::timestamptz - make_interval(secs => ${pauseSeconds})
      returning host, case when robots_at > ${now}::timestamptz - make_interval(days => ${robotsDays}) then robots end as robots
    )
    select "check".listing_id as "listingId", website, taken.host, with_get as "withGet", robots
    from taken join due using (host) join website_check "check" using (listing_id)`);
}

export async function saveRobots(queryable: Queryable, host: string, robots: string, now: Date): Promise<void> {
  await queryable.query(sql`/* freshness.saveRobots */
    update website_host set robots = ${robots}, robots_at = ${now} where host = ${host}`);
}

/** There was somebody, or nobody may look: the next look is in `days`. */
export async function noteAlive(queryable: Queryable, listingId: number, now: Date, days: number): Promise<void> {
  await queryable.query(sql`/* freshness.noteAlive */
    update website_check set checked_at = ${now}, failures = 0, failing_since = null, with_get = false,
      next_at = ${now}::timestamptz + make_interval(days => ${days}) where listing_id = ${listingId}`);
}

export async function noteFailure(queryable: Queryable, listingId: number, now: Date, days: number): Promise<void> {
  await queryable.query(sql`/* freshness.noteFailure */
    update website_check set checked_at = ${now}, failures = failures + 1, with_get = false,
      failing_since = coalesce(failing_since, ${now}), next_at = ${now}::timestamptz + make_interval(days => ${days})
    where listing_id = ${listingId}`);
}

/** Nothing is known but that another time is better. */
export async function postpone(queryable: Queryable, listingId: number, now: Date, days: number): Promise<void> {
  await queryable.query(sql`/* freshness.postpone */
    update website_check set next_at = ${now}::timestamptz + make_interval(days => ${days}) where listing_id = ${listingId}`);
}

/** The server did not like HEAD: GET as soon as its host may be asked again. */
export async function askWithGet(queryable: Queryable, listingId: number): Promise<void> {
  await queryable.query(sql`/* freshness.askWithGet */
    update website_check set with_get = true where listing_id = ${listingId}`);
}
