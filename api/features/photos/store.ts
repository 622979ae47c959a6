import sql, { type Sql } from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';
import type { ListingStatus, LocalText } from '../listings/model.ts';
import type { Photo, PhotoLicence } from './model.ts';

/** A photo, and where it and its listing stand; a merged listing's photos stand with the one that took it in. */
export interface PhotoRow extends Photo {
  status: ListingStatus;
}

const columns = sql`photo.id, coalesce(listing.merged_into_id, listing.id) as "listingId",
  photo.author_role as "authorRole", photo.width, photo.height, photo.alt, photo.credit, photo.licence,
  photo.hidden_at as "hiddenAt", photo.created_at as "createdAt"`;

export function photosOf(queryable: Queryable, listingIds: readonly number[]): Promise<PhotoRow[]> {
  const ids = sql`${listingIds}::integer[]`;
  return readPhotos(queryable, sql`listing.id = any(${ids}) or listing.merged_into_id = any(${ids})`);
}

export function photosByIds(queryable: Queryable, ids: readonly number[]): Promise<PhotoRow[]> {
  return readPhotos(queryable, sql`photo.id = any(${ids}::integer[])`);
}

function readPhotos(queryable: Queryable, condition: Sql): Promise<PhotoRow[]> {
  return queryable.query(sql`/* photos.read */
    select ${columns}, coalesce(winner.status, listing.status) as status
    from photo join listing on listing.id = photo.listing_id
      left join listing winner on winner.id = listing.merged_into_id
    where ${condition} order by listing.merged_into_id nulls first, photo.sort, photo.id`);
}

/** Locks the listing until the transaction ends; its photos in order. */
export async function lockPhotosOf(transaction: Queryable, listingId: number): Promise<number[]> {
  await transaction.query(sql`/* photos.lockListing */ select from listing where id = ${listingId} for update`);
  const rows = await transaction.query<{ id: number }>(sql`/* photos.inOrder */
    select id from photo where listing_id = ${listingId} order by sort, id`);
  return rows.map(({ id }) => id);
}

/** An id for a photo to come. Until `insertPhoto`, its files count as left over from an hour on. */
export async function reservePhoto(queryable: Queryable): Promise<number> {
  const [row] = await queryable.query<{ id: number }>(sql`/* photos.reserve */
    insert into photo_leftover (photo_id, due_at)
    values (nextval(pg_get_serial_sequence('photo', 'id')), now() + interval '1 hour') returning photo_id as id`);
  if (!row) throw new Error('no id was given');
  return row.id;
}

export interface NewPhoto {
  id: number;
  listingId: number;
  personId: string;
  authorRole: 'OWNER' | 'MODERATOR' | 'CITIZEN';
  sort: number;
  width: number;
  height: number;
  licence: PhotoLicence;
  at: Date;
}

export async function insertPhoto(transaction: Queryable, photo: NewPhoto): Promise<void> {
  const { id, listingId, personId, authorRole, sort, width, height, licence, at } = photo;
  await transaction.query(sql`/* photos.unreserve */ delete from photo_leftover where photo_id = ${id}`);
  await transaction.query(sql`/* photos.insert */
    insert into photo (id, listing_id, person_id, author_role, sort, width, height, licence, created_at)
    values (${id}, ${listingId}, ${personId}, ${authorRole}::actor_role, ${sort}, ${width}, ${height}, ${licence}, ${at})`);
}

/** The row goes at once; a trigger notes that its files are left over. */
export async function deletePhoto(transaction: Queryable, id: number): Promise<void> {
  await transaction.query(sql`/* photos.delete */ delete from photo where id = ${id}`);
}

export async function updatePhoto(
  transaction: Queryable,
  id: number,
  { alt, credit, licence }: { alt: LocalText; credit: string | null; licence: PhotoLicence },
): Promise<void> {
  await transaction.query(sql`/* photos.update */
    update photo set alt = ${JSON.stringify(alt)}::jsonb, credit = ${credit}, licence = ${licence} where id = ${id}`);
}

export async function orderPhotos(transaction: Queryable, ids: readonly number[]): Promise<void> {
  await transaction.query(sql`/* photos.order */
    update photo set sort = place - 1 from unnest(${ids}::integer[]) with ordinality wanted(id, place)
    where photo.id = wanted.id`);
}

export async function setHidden(transaction: Queryable, id: number, at: Date | null): Promise<void> {
  await transaction.query(sql`/* photos.hide */ update photo set hidden_at = ${at} where id = ${id}`);
}

/** Listing of a photo as its row says it, not as it shows. */
export async function ownListingOf(queryable: Queryable, id: number): Promise<number | undefined> {
  const [row] = await queryable.query<{ listingId: number }>(sql`/* photos.ownListing */
    select listing_id as "listingId" from photo where id = ${id}`);
  return row?.listingId;
}

/** Photos whose files are to be removed by now. */
export async function dueLeftovers(queryable: Queryable, limit: number): Promise<number[]> {
  const rows = await queryable.query<{ id: number }>(sql`/* photos.leftovers */
    select photo_id as id from photo_leftover where due_at <= now() order by due_at limit ${limit}`);
  return rows.map(({ id }) => id);
}

export async function forgetLeftover(queryable: Queryable, id: number): Promise<void> {
  await queryable.query(sql`/* photos.forgetLeftover */ delete from photo_leftover where photo_id = ${id}`);
}

/** What is kept of a person here. */
export function collectPhotos(queryable: Queryable, personId: string): Promise<object[]> {
  return queryable.query(sql`/* photos.collect */
    select photo.id, listing.slug, alt, credit, licence, photo.created_at as "createdAt"
    from photo join listing on listing.id = listing_id where person_id = ${personId} order by photo.id`);
}
