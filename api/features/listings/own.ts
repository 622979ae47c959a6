/** Listings as they show to whoever asks: the public ones, and those that they registered, run or moderate. */
import { InvalidInput } from '../../platform/errors.ts';
import { requireViewer } from '../accounts/policy.ts';
import type { WriteRequest } from './acts.ts';
import { findListing, loadListings } from './find.ts';
import { isVisible, type ListingAct, listingActs, type Transition, transitionOf } from './lifecycle.ts';
import type { Listing } from './model.ts';
import { anyListingsByIds } from './store.ts';
import type { ownLists } from './write-model.ts';
import { idOfSlug, loadOwn, loadStandings } from './write-store.ts';

type Asked = Pick<WriteRequest, 'database' | 'viewer' | 'now'>;

/** In the order of their ids; null where there is none, or none for whoever asks. A merged one stands as its winner. */
export async function loadVisibleListings(asked: Asked, ids: readonly number[]): Promise<(Listing | null)[]> {
  const { database, viewer, now } = asked;
  const listings = await loadListings(database, ids, now);
  const hidden = ids.filter((_, index) => listings[index] === null);
  if (!viewer || hidden.length === 0) return listings;
  const known = await loadStandings(database, hidden, viewer, now);
  const visible = known.filter(({ status, standing }) => isVisible(status, standing)).map(({ id }) => id);
  const found = new Map((await anyListingsByIds(database, visible, now)).map((listing) => [listing.id, listing]));
  return ids.map((id, index) => listings[index] ?? found.get(id) ?? null);
}

/** One by id or slug; throws InvalidInput unless exactly one of the two is given. */
export async function findVisibleListing(asked: Asked, by: { id?: number; slug?: string }): Promise<Listing | null> {
  const listing = await findListing(asked.database, by, asked.now);
  if (listing || !asked.viewer) return listing;
  const id = by.id ?? (await idOfSlug(asked.database, by.slug ?? ''));
  return id === undefined ? null : ((await loadVisibleListings(asked, [id]))[0] ?? null);
}

/** A listing that was just written, whoever sees it. */
export async function loadWritten({ database, now }: Asked, id: number): Promise<Listing> {
  const [listing] = await anyListingsByIds(database, [id], now);
  if (listing) return listing;
  throw new Error(`listing ${id} is gone`);
}

const statusesOf = {
  DRAFTS: ['DRAFT'],
  PENDING: ['PENDING', 'REJECTED'],
  PUBLISHED: ['PUBLISHED', 'TEMPORARILY_CLOSED', 'CLOSED'],
} as const;

/** What whoever asks registered or runs, the one that changed last first. */
export async function loadOwnListings(
  asked: Asked,
  list: (typeof ownLists)[number] | null | undefined,
  first: number,
): Promise<Listing[]> {
  const { database, viewer, now } = asked;
  const { personId } = requireViewer(viewer);
  if (first < 0 || first > 100) throw new InvalidInput('first', '0 to 100.');
  const statuses = list ? statusesOf[list] : Object.values(statusesOf).flat();
  const ids = await loadOwn(database, personId, statuses, first);
  const found = new Map((await anyListingsByIds(database, ids, now)).map((listing) => [listing.id, listing]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** What comes of each act on a listing by whoever asks; undefined: they may not. */
export type Rights = Readonly<Partial<Record<ListingAct, Transition>>>;

/** In the order of their ids. */
export async function loadRights({ database, viewer, now }: Asked, ids: readonly number[]): Promise<Rights[]> {
  const known = new Map((await loadStandings(database, ids, viewer, now)).map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = known.get(id);
    if (!row) return {};
    return Object.fromEntries(
      listingActs.flatMap((act) => {
        const transition = transitionOf(act, row.status, row.standing);
        return transition ? [[act, transition]] : [];
      }),
    );
  });
}

/** Which of the things that people ask first nobody has said. */
export function missingOf(listing: Listing): string[] {
  const { offers, openingHours, openingHoursNote, byAppointment, phone, email, website, description } = listing;
  const lacks = {
    offers: !offers?.some(({ inferred }) => !inferred),
    openingHours: !openingHours && !openingHoursNote && !byAppointment,
    contact: !phone && !email && !website,
    description: Object.keys(description).length === 0,
    address: !listing.street && listing.serviceKind === 'PLACE',
    wheelchair: listing.wheelchair === 'UNKNOWN' && listing.serviceKind === 'PLACE',
    languages: listing.languages.length === 0,
  };
  return Object.entries(lacks).flatMap(([field, lacking]) => (lacking ? [field] : []));
}
