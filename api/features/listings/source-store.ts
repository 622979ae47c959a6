import sql, { type Sql } from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';
import type { FieldProvenance, SourceRecord } from './model.ts';

/** `record` is a row of source_record. */
const columns = sql`record.id, record.listing_id as "listingId", record.source_slug as "sourceSlug",
  record.record_id as "recordId", record.url, record.licence, record.attribution, record.fetched_at as "fetchedAt",
  record.vanished_at as "vanishedAt"`;

/** What is said of these public listings, the source that speaks first foremost. */
export function sourceRecordsOf(database: Queryable, listingIds: readonly number[]): Promise<SourceRecord[]> {
  return readRecords(database, sql`record.listing_id = any(${listingIds}::integer[])`);
}

/** Source records of public listings by id. */
export function sourceRecordsByIds(database: Queryable, ids: readonly number[]): Promise<SourceRecord[]> {
  return readRecords(database, sql`record.id = any(${ids}::integer[])`);
}

function readRecords(database: Queryable, condition: Sql): Promise<SourceRecord[]> {
  return database.query(sql`/* listings.sourceRecords */
    select ${columns} from source_record record
      join public_listing l on l.id = record.listing_id join source on source.slug = record.source_slug
    where ${condition} order by source.rank, record.id`);
}

/** For each field of these public listings, the source record that said it. The time zone follows from the position. */
export async function provenanceOf(database: Queryable, listingIds: readonly number[]): Promise<FieldProvenance[]> {
  const rows = await database.query<SourceRecord & { field: string }>(sql`/* listings.provenance */
    select said.key as field, ${columns}
    from listing_document document join public_listing l on l.id = document.listing_id
      cross join jsonb_each_text(document.provenance) said join source_record record on record.id = said.value::integer
    where document.listing_id = any(${listingIds}::integer[]) and said.key <> 'timezone'
    order by document.listing_id, said.key`);
  return rows.map(({ field, ...source }) => ({ listingId: source.listingId, field, source }));
}
