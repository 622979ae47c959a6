import sql, { raw, type Sql } from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';
import type { Revision, RevisionPage } from './model.ts';
import type { State } from './write-model.ts';

/** `revision` is a row of its table. */
const columns = sql`revision.id, revision.listing_id as "listingId", lower(revision.valid_during) as at, revision.kind,
  revision.actor_role as "actorRole", revision.source_slug as "sourceSlug",
  revision.changed_fields as "changedFields", revision.reason`;

/** Revisions of public listings by id. */
export function revisionsByIds(database: Queryable, ids: readonly number[]): Promise<Revision[]> {
  return database.query(sql`/* listings.revisionsByIds */
    select ${columns} from revision join public_listing l on l.id = revision.listing_id
    where revision.id = any(${ids}::integer[])`);
}

/** The same page of revisions of each of these public listings: newest first, or oldest first read backwards. */
export function revisionsOf(
  database: Queryable,
  listingIds: readonly number[],
  { afterId, beforeId, backwards, limit }: RevisionPage,
): Promise<Revision[]> {
  const older: Sql = afterId === undefined ? sql`true` : sql`revision.id < ${afterId}::integer`;
  const newer: Sql = beforeId === undefined ? sql`true` : sql`revision.id > ${beforeId}::integer`;
  const order = raw(backwards ? 'asc' : 'desc');
  return database.query(sql`/* listings.revisions */
    select page.* from public_listing l cross join lateral (
      select ${columns} from revision where revision.listing_id = l.id and ${older} and ${newer}
      order by revision.id ${order} limit ${limit}::integer
    ) page
    where l.id = any(${listingIds}::integer[]) order by l.id, page.id ${order}`);
}

/** What was said of their listings from each of these revisions on. */
export function statesAt(database: Queryable, ids: readonly number[]): Promise<(State & { listingId: number })[]> {
  return database.query(sql`/* listings.statesAt */
    select id as "revisionId", listing_id as "listingId", state ->> 'status' as status, state -> 'fields' as fields
    from revision where id = any(${ids}::integer[])`);
}
