import sql from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';
import type { Need, Report } from './model.ts';

/** Keeps a report, and the listing's one review of kind REPORT, opened again where it was settled. */
export async function insertReport(transaction: Queryable, report: Report): Promise<void> {
  const { listingId, problem, words, email, language, createdAt } = report;
  await transaction.query(sql`/* tell.insertReport */
    insert into report (listing_id, problem, words, email, language, created_at)
    values (${listingId}, ${problem}::report_problem, ${words}, ${email}, ${language}, ${createdAt})`);
  await transaction.query(sql`/* tell.openReview */
    insert into review (kind, listing_id, detail, created_at)
    values ('REPORT', ${listingId}, jsonb_build_object('problems', jsonb_build_array(${problem}::text)), ${createdAt})
    on conflict (kind, listing_id, other_listing_id, source_record_id, suggestion_id, claim_id, statement_id) do update set resolved_at = null,
      created_at = case when review.resolved_at is null then review.created_at else excluded.created_at end,
      detail = jsonb_build_object('problems', case
        when review.resolved_at is not null then excluded.detail -> 'problems'
        when (review.detail -> 'problems') @> (excluded.detail -> 'problems') then review.detail -> 'problems'
        else (review.detail -> 'problems') || (excluded.detail -> 'problems') end)`);
}

export async function insertNeed(database: Queryable, need: Need): Promise<void> {
  await database.query(sql`/* tell.insertNeed */
    insert into need (looked_for, actions, objects, categories, position, radius_meters, place_name, words, email,
      language, created_at)
    values (${need.lookedFor}, ${need.actions}, ${need.objects}, ${need.categories},
      st_setsrid(st_makepoint(${need.lon}, ${need.lat}), 4326)::geography, ${need.radiusMeters}, ${need.placeName},
      ${need.words}, ${need.email}, ${need.language}, ${need.createdAt})`);
}

/** The newest reports first, each with the place it is about and whether its review is still open. */
export function latestReports(database: Queryable, limit: number): Promise<object[]> {
  return database.query(sql`/* tell.latestReports */
    select report.id, report.created_at as at, listing.slug, listing.name, report.problem, report.words, report.email,
      report.language, exists (
        select from review where kind = 'REPORT' and listing_id = report.listing_id and resolved_at is null) as open
    from report join listing on listing.id = report.listing_id
    order by report.id desc limit ${limit}::integer`);
}

export function latestNeeds(database: Queryable, limit: number): Promise<object[]> {
  return database.query(sql`/* tell.latestNeeds */
    select id, created_at as at, looked_for as "lookedFor", actions, objects, categories,
      st_x(position::geometry) as lon, st_y(position::geometry) as lat, radius_meters as "radiusMeters",
      place_name as "placeName", words, email, language
    from need order by id desc limit ${limit}::integer`);
}
