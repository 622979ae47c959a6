import sql from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';
import type { Language } from '../taxonomy/model.ts';
import { answerDays, askedEveryMonths, type FreshnessAnswer, goneAfter, type WorklistReason } from './model.ts';

/** Public listings whose keepers are due to be asked: not checked for a year, and not asked for one. */
export async function dueQuestions(queryable: Queryable, now: Date, limit: number): Promise<number[]> {
  const rows = await queryable.query<{ id: number }>(sql`/* freshness.due */
    select l.id from public_listing join listing l using (id)
      left join freshness_question question on question.listing_id = l.id
    where (l.holder_id is not null or l.organization_id is not null)
      and coalesce(l.verified_at, l.created_at) < ${now}::timestamptz - make_interval(months => ${askedEveryMonths})
      and (question.asked_at is null
        or question.asked_at < ${now}::timestamptz - make_interval(months => ${askedEveryMonths}))
    order by l.id limit ${limit}`);
  return rows.map(({ id }) => id);
}

export interface Keeper {
  personId: string;
  email: string;
  language: Language;
}

/** Who runs a listing: whoever holds it, else the owners of its organisation. */
export function keepersOf(queryable: Queryable, listingId: number): Promise<Keeper[]> {
  return queryable.query(sql`/* freshness.keepers */
    select person.id as "personId", person.email, person.language from listing join person
      on person.id = listing.holder_id or (listing.holder_id is null and exists (
        select from organization_member member where member.organization_id = listing.organization_id
          and member.person_id = person.id and member.role = 'OWNER'))
    where listing.id = ${listingId} and person.email_verified order by person.id`);
}

/** Notes that a listing's keepers are asked; false where another process has done so meanwhile. */
export async function noteAsked(transaction: Queryable, listingId: number, now: Date): Promise<boolean> {
  const rows = await transaction.query(sql`/* freshness.noteAsked */
    insert into freshness_question (listing_id, asked_at) values (${listingId}, ${now})
    on conflict (listing_id) do update set asked_at = excluded.asked_at, answer = null, answered_at = null
      where freshness_question.asked_at < ${now}::timestamptz - make_interval(months => ${askedEveryMonths})
    returning listing_id`);
  return rows.length > 0;
}

export async function noteAnswered(
  queryable: Queryable,
  listingId: number,
  answer: FreshnessAnswer,
  now: Date,
): Promise<void> {
  await queryable.query(sql`/* freshness.noteAnswered */
    update freshness_question set answer = ${answer}::freshness_answer, answered_at = ${now}
    where listing_id = ${listingId}`);
}

export interface WorkRow {
  id: number;
  reasons: WorklistReason[];
  distanceMeters: number;
  websiteGoneSince: Date | null;
}

/** Public listings in a circle that somebody should look at: the gravest reason first, then the nearest. */
export function worklistRows(
  queryable: Queryable,
  { lon, lat, radiusMeters }: { lon: number; lat: number; radiusMeters: number },
  now: Date,
  limit: number,
): Promise<WorkRow[]> {
  const point = sql`st_setsrid(st_makepoint(${lon}, ${lat}), 4326)::geography`;
  const at = sql`${now}::timestamptz`;
  return queryable.query(sql`/* freshness.worklist */
    with inside as (
      select l.id, l.verified_at, l.website, st_distance(l.position, ${point}, false) as distance
      from public_listing l where st_dwithin(l.position, ${point}, ${radiusMeters}, false)
    ), told as (
      select inside.id, distance, "check".failing_since, array_remove(array[
        case when "check".failures >= ${goneAfter} and "check".website = inside.website then 'WEBSITE_GONE' end,
        case when question.answer is null and question.asked_at < ${at} - make_interval(days => ${answerDays})
          then 'NO_ANSWER' end,
        case when verified_at <= ${at} - interval '24 months' then 'STALE'
          when verified_at <= ${at} - interval '12 months' then 'AGEING'
          when verified_at is null then 'NEVER_CHECKED' end
      ], null) as reasons
      from inside left join website_check "check" on "check".listing_id = inside.id
        left join freshness_question question on question.listing_id = inside.id
    )
    select id, reasons, distance as "distanceMeters",
      case when 'WEBSITE_GONE' = any(reasons) then failing_since end as "websiteGoneSince"
    from told where reasons <> '{}'
    order by array_position(array['WEBSITE_GONE', 'NO_ANSWER', 'STALE', 'AGEING', 'NEVER_CHECKED'], reasons[1]),
      distance, id
    limit ${limit}`);
}

/** Since when the websites of these listings do not answer, where they do not. */
export function goneSince(
  queryable: Queryable,
  listingIds: readonly number[],
): Promise<{ listingId: number; since: Date }[]> {
  return queryable.query(sql`/* freshness.goneSince */
    select l.id as "listingId", "check".failing_since as since
    from website_check "check" join public_listing l on l.id = "check".listing_id and l.website = "check".website
    where l.id = any(${listingIds}::integer[]) and "check".failures >= ${goneAfter}`);
}
