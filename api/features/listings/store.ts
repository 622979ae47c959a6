import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';
import type { ClosedListing, Listing, ListingStatus } from './model.ts';

/** What each GraphQL field of a listing reads, over alias `l` of public_listing. A field that is not here reads `id`. */
const fieldColumns: Record<string, Sql> = {
  slug: sql`l.slug`,
  name: sql`l.name`,
  description: sql`l.description`,
  descriptionLanguage: sql`l.description`,
  category: sql`l.categories`,
  categories: sql`l.categories`,
  offers: sql`(
    select json_agg(o) from (
      select action, objects, price_kind as "priceKind", amount_min as "amountMin", amount_max as "amountMax", currency,
        loan_days as "loanDays", max_items as "maxItems", deposit_amount as "depositAmount", at_home as "atHome", note,
        inferred
      from offer where listing_id = l.id order by sort
    ) o) as offers`,
  serviceKind: sql`l.service_kind as "serviceKind"`,
  location: sql`l.lon, l.lat`,
  locationApproximate: sql`l.position_approximate as "locationApproximate"`,
  address: sql`l.street, l.house_number as "houseNumber", l.postcode, l.city, l.country`,
  region: sql`l.region_codes as "regionCodes"`,
  openingHours: sql`(
    select json_build_object('osm', s.osm, 'timezone', s.timezone, 'country', s.country)
    from schedule s where s.id = l.schedule_id) as "openingHours"`,
  openingHoursNote: sql`l.opening_hours_note as "openingHoursNote"`,
  byAppointment: sql`l.by_appointment as "byAppointment"`,
  contact: sql`l.phone, l.email, l.website, l.social`,
  languages: sql`l.languages`,
  wheelchair: sql`l.wheelchair`,
  accessNotes: sql`l.access_notes as "accessNotes"`,
  accessNotesLanguage: sql`l.access_notes as "accessNotes"`,
  labels: sql`l.labels`,
  payment: sql`l.payment`,
  photosPage: sql`l.photos_page as "photosPage"`,
  status: sql`l.status`,
  verifiedAt: sql`l.verified_at as "verifiedAt"`,
  freshness: sql`l.verified_at as "verifiedAt"`,
  createdAt: sql`l.created_at as "createdAt"`,
  updatedAt: sql`l.updated_at as "updatedAt"`,
  organization: sql`l.organization_id as "organizationId"`,
};

/** Every field that has columns of its own. */
const allFields: ReadonlySet<string> = new Set([...Object.keys(fieldColumns), 'openState']);

/** The open state at an instant, over alias `l`; a place that is closed for now is CLOSED whatever its hours say. */
export function openStateAt(at: Date): Sql {
  return sql`case when l.status = 'TEMPORARILY_CLOSED' then 'CLOSED' else coalesce(
    (select schedule_state(s, ${at}::timestamptz) from schedule s where s.id = l.schedule_id), 'UNKNOWN') end`;
}

/** The select list, over alias `l`, for these GraphQL fields of a listing; `now` is when its open state is asked for. */
export function listingColumns(fields: ReadonlySet<string>, now: Date): Sql {
  const columns = new Set([...fields].flatMap((field) => fieldColumns[field] ?? []));
  const open = fields.has('openState') ? sql`, ${openStateAt(now)} as "openState"` : empty;
  return sql`l.id${columns.size > 0 ? sql`, ${join([...columns])}` : empty}${open}`;
}

/** Public listings by id, whole; those that are merged away stand as the listing that took them in. */
export async function listingsByIds(
  database: Queryable,
  ids: readonly number[],
  now: Date,
): Promise<(Listing & { askedId: number })[]> {
  return database.query(sql`/* listings.byIds */
    with recursive ${winners(sql`id = any(${ids}::integer[])`)}
    select ${listingColumns(allFields, now)}, winner.asked_id as "askedId"
    from winner join public_listing l on l.id = winner.id`);
}

/** Listings by id, whatever their status; who may see them is the caller's to know. */
export function anyListingsByIds(database: Queryable, ids: readonly number[], now: Date): Promise<Listing[]> {
  return database.query(sql`/* listings.anyByIds */
    select ${listingColumns(allFields, now)} from listing l where l.id = any(${ids}::integer[])`);
}

/** The public listing of a slug, also of one that was merged into it. */
export async function listingBySlug(database: Queryable, slug: string, now: Date): Promise<Listing | undefined> {
  const [listing] = await database.query<Listing>(sql`/* listings.bySlug */
    with recursive ${winners(sql`slug = ${slug}`)}
    select ${listingColumns(allFields, now)} from winner join public_listing l on l.id = winner.id`);
  return listing;
}

/** Where the listing of a slug stands, or the one it was merged into. */
export async function statusOfSlug(database: Queryable, slug: string): Promise<ListingStatus | undefined> {
  const [last] = await database.query<{ status: ListingStatus }>(sql`/* listings.statusOfSlug */
    with recursive ${winners(sql`slug = ${slug}`)}
    select status from winner join listing on listing.id = winner.id order by step desc limit 1`);
  return last?.status;
}

/** The listing of a slug, where it has closed for good; also where the one it was merged into has. */
export async function closedListingBySlug(database: Queryable, slug: string): Promise<ClosedListing | undefined> {
  const [listing] = await database.query<ClosedListing>(sql`/* listings.closedBySlug */
    with recursive ${winners(sql`slug = ${slug}`)}
    select name, categories, lon, lat, updated_at as "closedAt"
    from winner join listing on listing.id = winner.id where status = 'CLOSED'`);
  return listing;
}

/** Each listing asked for and, step by step, what it was merged into; only the last of a chain is public. */
function winners(condition: Sql): Sql {
  return sql`winner(asked_id, id, next_id, step) as (
    select id, id, merged_into_id, 0 from listing where ${condition}
    union all
    select asked_id, listing.id, listing.merged_into_id, step + 1
    from winner join listing on listing.id = winner.next_id where step < 10)`;
}
