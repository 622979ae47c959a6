/** Every statement of merges. */
import sql from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';
import type { Verdict } from './store.ts';

/** Says fields of one listing of another, each under the licence of the record that it comes from. */
export async function lendFields(
  transaction: Queryable,
  { loserId, winnerId, fields, at }: { loserId: number; winnerId: number; fields: readonly string[]; at: Date },
): Promise<void> {
  await transaction.query(sql`/* moderation.moderatorSource */
    insert into source (slug, kind, name, licence, rank, open)
    values ('moderator', 'MODERATOR', 'Moderators', 'CC0-1.0', 0, true) on conflict do nothing`);
  await transaction.query(sql`/* moderation.lendFields */
    insert into source_record (source_slug, record_id, listing_id, dataset, url, licence, attribution, fetched_at, fields)
    select 'moderator', ${`merge ${loserId} `} || record.id, ${winnerId}, 'people', record.url, record.licence,
      record.attribution, ${at}, jsonb_object_agg(said.key, document.fields -> said.key)
    from listing_document document cross join jsonb_each_text(document.provenance) said
      join source_record record on record.id = said.value::integer
    where document.listing_id = ${loserId} and said.key = any(${fields}::text[])
    group by record.id, record.url, record.licence, record.attribution
    on conflict (source_slug, record_id) do update set fields = excluded.fields, fetched_at = excluded.fetched_at,
      listing_id = excluded.listing_id`);
}

/** What the sources say of the loser they say of the winner from now on, where nobody else does; returns their ids. */
export async function moveRecords(transaction: Queryable, loserId: number, winnerId: number): Promise<number[]> {
  const rows = await transaction.query<{ id: number }>(sql`/* moderation.moveRecords */
    update source_record set listing_id = ${winnerId}, yields = true where listing_id = ${loserId} returning id`);
  return rows.map(({ id }) => id);
}

export async function moveRecordsBack(transaction: Queryable, merge: MergeRow): Promise<void> {
  await transaction.query(sql`/* moderation.takeBackFields */
    delete from source_record where source_slug = 'moderator' and listing_id = ${merge.winnerId}
      and starts_with(record_id, ${`merge ${merge.loserId} `}) and not id = any(${merge.movedRecordIds}::integer[])`);
  await transaction.query(sql`/* moderation.moveRecordsBack */
    update source_record set listing_id = ${merge.loserId}, yields = false
    where id = any(${merge.movedRecordIds}::integer[]) and listing_id = ${merge.winnerId}`);
}

export async function pointTo(transaction: Queryable, loserId: number, winnerId: number): Promise<void> {
  await transaction.query(sql`/* moderation.pointTo */
    update listing set merged_into_id = ${winnerId} where id = ${loserId}`);
}

/** Where nobody holds the winner, who held the loser does; true where so. */
export async function inheritHolder(transaction: Queryable, loserId: number, winnerId: number): Promise<boolean> {
  const rows = await transaction.query(sql`/* moderation.inheritHolder */
    update listing winner set organization_id = loser.organization_id, holder_id = loser.holder_id from listing loser
    where winner.id = ${winnerId} and loser.id = ${loserId} and winner.organization_id is null
      and winner.holder_id is null and (loser.organization_id is not null or loser.holder_id is not null)
    returning winner.id`);
  return rows.length > 0;
}

export async function leaveHolder(transaction: Queryable, { winnerId, loserId }: MergeRow): Promise<void> {
  await transaction.query(sql`/* moderation.leaveHolder */
    update listing winner set organization_id = null, holder_id = null from listing loser
    where winner.id = ${winnerId} and loser.id = ${loserId}
      and winner.organization_id is not distinct from loser.organization_id
      and winner.holder_id is not distinct from loser.holder_id`);
}

export interface MergeRow {
  id: number;
  loserId: number;
  winnerId: number;
  movedRecordIds: number[];
  tookHolder: boolean;
}

export async function insertMerge(transaction: Queryable, merge: Omit<MergeRow, 'id'> & { at: Date }): Promise<void> {
  const { loserId, winnerId, movedRecordIds, tookHolder, at } = merge;
  await transaction.query(sql`/* moderation.insertMerge */
    insert into listing_merge (loser_id, winner_id, moved_record_ids, took_holder, at)
    values (${loserId}, ${winnerId}, ${movedRecordIds}, ${tookHolder}, ${at})`);
}

/** The merge that a listing went by, as long as it holds. */
export async function findMerge(queryable: Queryable, loserId: number): Promise<MergeRow | undefined> {
  const [row] = await queryable.query<MergeRow>(sql`/* moderation.findMerge */
    select id, loser_id as "loserId", winner_id as "winnerId", moved_record_ids as "movedRecordIds",
      took_holder as "tookHolder"
    from listing_merge where loser_id = ${loserId} and undone_at is null order by id desc limit 1 for update`);
  return row;
}

export async function noteUndone(transaction: Queryable, id: number, at: Date): Promise<void> {
  await transaction.query(sql`/* moderation.noteUndone */
    update listing_merge set undone_at = ${at} where id = ${id}`);
}

/** The reviews that asked whether two listings are the same place. */
export async function settleDuplicates(
  transaction: Queryable,
  one: number,
  other: number,
  verdict: Verdict,
): Promise<void> {
  const { decision, decidedBy, resolvedAt } = verdict;
  await transaction.query(sql`/* moderation.settleDuplicates */
    update review set resolved_at = ${resolvedAt}, decision = ${decision}::review_decision, decided_by = ${decidedBy}
    where kind = 'POSSIBLE_DUPLICATE' and resolved_at is null
      and ((listing_id = ${one} and other_listing_id = ${other}) or (listing_id = ${other} and other_listing_id = ${one}))`);
}
