/** What a search must answer, worked out in plain loops over synthetic listings: the measure of the one in SQL. */
import type { Bbox, ListingFilter, Near, Point } from '../../api/features/geosearch/model.ts';
import type { OpenState } from '../../api/features/hours/model.ts';
import { expandCategories, expandObjects, type TaxonomyService } from '../../api/features/taxonomy/service.ts';
import { normalizeText } from '../../api/platform/text.ts';
import type { TestListing } from './listings.ts';

export interface StoredListing extends TestListing {
  id: number;
}

export interface ReferenceSearch {
  near?: Near & { radiusMeters: number };
  within?: { bbox?: Bbox; region?: string };
  where: ListingFilter;
}

/** Metres between two points on PostGIS's sphere, whose radius is a third of twice the equator's and once the pole's. */
export function distanceMeters(a: Point, b: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (x: number) => Math.sin(x / 2) ** 2;
  const chord =
    half(radians(b.lat - a.lat)) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(radians(b.lon - a.lon));
  return 2 * 6_371_008.771415 * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Every listing that the search finds, in no order. */
export function findAll(
  listings: readonly StoredListing[],
  { near, within, where }: ReferenceSearch,
  { taxonomy, now }: { taxonomy: TaxonomyService; now: Date },
): StoredListing[] {
  return listings.filter(
    (listing) =>
      isPublic(listing) &&
      (!near || distanceMeters(near, listing.location) <= near.radiusMeters) &&
      (!within?.bbox || isInBox(listing.location, within.bbox)) &&
      (!within?.region || (listing.regionCodes ?? []).includes(within.region)) &&
      matches(listing, where, taxonomy, now),
  );
}

export function isPublic({ status = 'PUBLISHED' }: TestListing): boolean {
  return status === 'PUBLISHED' || status === 'TEMPORARILY_CLOSED';
}

function isInBox({ lon, lat }: Point, { west, south, east, north }: Bbox): boolean {
  const between = west <= east ? west <= lon && lon <= east : lon >= west || lon <= east;
  return between && south <= lat && lat <= north;
}

function matches(listing: TestListing, where: ListingFilter, taxonomy: TaxonomyService, now: Date): boolean {
  const categories = where.categories?.length
    ? expandCategories(taxonomy, where.categories).slugs
    : taxonomy.categories.filter(({ offByDefault }) => !offByDefault).map(({ slug }) => slug);
  const objects = expandObjects(taxonomy, where.objects ?? []).slugs;
  const wantsOffer = where.actions?.length || where.objects?.length || typeof where.free === 'boolean';
  const hasOffer = (listing.offers ?? []).some(
    (offer) =>
      (!where.actions?.length || where.actions.includes(offer.action)) &&
      (!where.objects?.length || overlap(offer.objects, objects)) &&
      (typeof where.free !== 'boolean' ||
        (offer.priceKind !== undefined && (offer.priceKind === 'FREE') === where.free)),
  );
  const unknown: OpenState[] = where.includeUnknownHours ? ['UNKNOWN'] : [];
  return (
    (!where.text || normalizeText(listing.name ?? '').includes(normalizeText(where.text))) &&
    overlap(listing.categories ?? [], categories) &&
    (!wantsOffer || hasOffer) &&
    (typeof where.openNow !== 'boolean' ||
      [where.openNow ? 'OPEN' : 'CLOSED', ...unknown].includes(stateAt(listing, now))) &&
    (!where.openAt || ['OPEN', ...unknown].includes(stateAt(listing, where.openAt))) &&
    (!where.wheelchair?.length || where.wheelchair.includes(listing.wheelchair ?? 'UNKNOWN')) &&
    (!where.languages?.length || overlap(listing.languages ?? [], where.languages)) &&
    (!where.labels?.length || overlap(listing.labels ?? [], where.labels)) &&
    (!where.sources?.length || overlap(listing.sources ?? [], where.sources)) &&
    (!where.verifiedSince || (listing.verifiedAt !== undefined && listing.verifiedAt >= where.verifiedSince))
  );
}

/** Only for instants that the schedule's expansion covers. */
export function stateAt({ status, schedule }: TestListing, at: Date): OpenState {
  const isIn = (ranges: [Date, Date][] = []) => ranges.some(([from, to]) => from <= at && at < to);
  if (status === 'TEMPORARILY_CLOSED') return 'CLOSED';
  if (!schedule?.expanded || isIn(schedule.unknown)) return 'UNKNOWN';
  return isIn(schedule.open) ? 'OPEN' : 'CLOSED';
}

function overlap(left: readonly string[], right: readonly string[]): boolean {
  return left.some((item) => right.includes(item));
}
