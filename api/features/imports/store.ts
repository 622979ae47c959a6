/** Every statement of an import. Batches travel as one JSON parameter: no statement runs once a row. */
import sql from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';
import type { MappedFields } from './model.ts';
import { isOpenLicence, type SourceDescription } from './sources.ts';

/** A row of `source_record` to be. */
export interface IncomingRecord {
  recordId: string;
  url: string | null;
  licence: string | null;
  attribution: string | null;
  fetchedAt: Date;
  fields: MappedFields & { timezone: string };
  payload: Record<string, string>;
}

/** How an incoming record stands to the stored one; OLDER: the stored one was fetched later, and stays. */
export interface Comparison {
  state: 'NEW' | 'CHANGED' | 'SAME' | 'OLDER';
  listingId: number | null;
  /** It had been flagged as vanished, and is back. */
  returned: boolean;
}

export interface Run {
  id: number;
  sourceSlug: string;
  dataset: string;
}

const importLock = 7_264_102;

/**
 * First in every batch. Imports take turns, so that two never create a listing for the same record. Compiling the
 * batch's statements to machine code would take longer than running them.
 */
export async function beginBatch(transaction: Queryable): Promise<void> {
  await transaction.query(sql`/* imports.beginBatch */
    select pg_advisory_xact_lock(${importLock}), set_config('jit', 'off', true)`);
}

/** Creates the source or brings it up to date with what is stated now. */
export async function saveSource(database: Queryable, source: SourceDescription): Promise<void> {
  await database.query(sql`/* imports.saveSource */
    insert into source (slug, kind, name, url, licence, attribution, rank, open)
    values (${source.slug}, ${source.kind}::source_kind, ${source.name}, ${source.url ?? null}, ${source.licence ?? null},
      ${source.attribution ?? null}, ${source.rank}, ${isOpenLicence(source.licence)})
    on conflict (slug) do update set licence = excluded.licence, attribution = excluded.attribution, open = excluded.open
    where excluded.licence is not null
      and (source.licence, source.attribution, source.open)
        is distinct from (excluded.licence, excluded.attribution, excluded.open)`);
}

export async function startRun(database: Queryable, sourceSlug: string, dataset: string, at: Date): Promise<Run> {
  const [row] = await database.query<{ id: number }>(sql`/* imports.startRun */
    insert into import_run (source_slug, dataset, started_at) values (${sourceSlug}, ${dataset}, ${at}) returning id`);
  if (!row) throw new Error('insert … returning gave no row');
  return { id: row.id, sourceSlug, dataset };
}

export async function finishRun(database: Queryable, run: Run, counts: object, at: Date): Promise<void> {
  await database.query(sql`/* imports.finishRun */
    update import_run set finished_at = ${at}, counts = ${JSON.stringify(counts)}::jsonb where id = ${run.id}`);
}

/** The datasets of imports that came to their end. */
export async function finishedDatasets(database: Queryable): Promise<string[]> {
  const rows = await database.query<{ dataset: string }>(sql`/* imports.finishedDatasets */
    select distinct dataset from import_run where finished_at is not null`);
  return rows.map((row) => row.dataset);
}

/** One answer for each record, in the order given. */
export async function compareRecords(
  transaction: Queryable,
  run: Run,
  records: IncomingRecord[],
): Promise<Comparison[]> {
  return transaction.query<Comparison>(sql`/* imports.compare */
    select known.listing_id as "listingId", known.vanished_at is not null as returned,
      case
        when known.id is null then 'NEW'
        when known.fetched_at > (new.value ->> 'fetchedAt')::timestamptz then 'OLDER'
        when (known.fields, known.payload, known.url, known.licence, known.attribution) is not distinct from
          (new.value -> 'fields', new.value -> 'payload', new.value ->> 'url', new.value ->> 'licence',
            new.value ->> 'attribution') then 'SAME'
        else 'CHANGED'
      end as state
    from jsonb_array_elements(${JSON.stringify(records)}::jsonb) with ordinality new
      left join source_record known
        on known.source_slug = ${run.sourceSlug} and known.record_id = new.value ->> 'recordId'
    order by new.ordinality`);
}

/** Writes new and changed records; a vanished one is back. */
export async function saveRecords(
  transaction: Queryable,
  run: Run,
  records: (IncomingRecord & { listingId: number })[],
): Promise<void> {
  await transaction.query(sql`/* imports.saveRecords */
    insert into source_record (source_slug, record_id, listing_id, dataset, url, licence, attribution, fetched_at,
      import_run_id, fields, payload)
    select ${run.sourceSlug}, value ->> 'recordId', (value ->> 'listingId')::integer, ${run.dataset}, value ->> 'url',
      value ->> 'licence', value ->> 'attribution', (value ->> 'fetchedAt')::timestamptz, ${run.id},
      value -> 'fields', value -> 'payload'
    from jsonb_array_elements(${JSON.stringify(records)}::jsonb) with ordinality order by ordinality
    on conflict (source_slug, record_id) do update set dataset = excluded.dataset, url = excluded.url,
      licence = excluded.licence, attribution = excluded.attribution, fetched_at = excluded.fetched_at,
      import_run_id = excluded.import_run_id, fields = excluded.fields, payload = excluded.payload, vanished_at = null`);
}

/**
 * Notes that the run met these records, unchanged or as something it could not use. `confirmed`: the source still says
 * so, at the record's date.
 */
export async function touchRecords(
  transaction: Queryable,
  run: Run,
  records: { recordId: string; fetchedAt: Date; confirmed: boolean }[],
): Promise<void> {
  await transaction.query(sql`/* imports.touchRecords */
    update source_record set import_run_id = ${run.id},
      dataset = case when confirmed then ${run.dataset} else dataset end,
      fetched_at = case when confirmed then greatest(fetched_at, "fetchedAt") else fetched_at end,
      vanished_at = case when not confirmed then vanished_at end
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
      as met("recordId" text, "fetchedAt" timestamptz, confirmed boolean)
    where source_slug = ${run.sourceSlug} and record_id = "recordId"`);
}

/** Closes the VANISHED reviews of listings whose record is back. */
export async function resolveVanished(transaction: Queryable, listingIds: number[], at: Date): Promise<void> {
  await transaction.query(sql`/* imports.resolveVanished */
    update review set resolved_at = ${at}
    from source_record
    where kind = 'VANISHED' and resolved_at is null and review.listing_id = any(${listingIds}::integer[])
      and source_record.id = review.source_record_id and source_record.vanished_at is null`);
}

/**
 * Flags for review what this run's dataset no longer has. Records fetched after the run's data stay: an old copy of
 * the data says nothing about them. Returns the listings concerned.
 */
export async function flagVanished(transaction: Queryable, run: Run, dataDate: Date, at: Date): Promise<number[]> {
  const rows = await transaction.query<{ listing_id: number }>(sql`/* imports.flagVanished */
    with vanished as (
      update source_record set vanished_at = ${at}
      where source_slug = ${run.sourceSlug} and dataset = ${run.dataset} and vanished_at is null
        and import_run_id is distinct from ${run.id} and fetched_at <= ${dataDate}
      returning id, listing_id
    ), flagged as (
      insert into review (kind, listing_id, source_record_id, created_at)
      select 'VANISHED', listing_id, id, ${at} from vanished order by id
      on conflict (kind, listing_id, other_listing_id, source_record_id, suggestion_id, claim_id, statement_id)
        do update set created_at = excluded.created_at, resolved_at = null
    )
    select listing_id from vanished order by id`);
  return rows.map((row) => row.listing_id);
}

/**
 * Asks for review where a created listing may be one that another source already told of: the same group of
 * categories, within 100 m, and a similar name, the same telephone number or the same website. Returns how many.
 */
export async function flagDuplicates(transaction: Queryable, createdIds: number[], at: Date): Promise<number> {
  const rows = await transaction.query(sql`/* imports.flagDuplicates */
    insert into review (kind, listing_id, other_listing_id, detail, created_at)
    select 'POSSIBLE_DUPLICATE', created.id, known.id, jsonb_build_object(
      'distanceMeters', round(st_distance(created.position, known.position)::numeric, 1),
      'nameSimilarity', round(similarity(created.name_sort, known.name_sort)::numeric, 2)), ${at}
    from listing created cross join lateral (
        -- offset 0: position first, by its index, also before the planner has statistics
        select * from public_listing near where st_dwithin(near.position, created.position, 100) offset 0) known
      join category created_category on created_category.slug = created.category
      join category known_category on known_category.slug = known.category
    where created.id = any(${createdIds}::integer[])
      and known.id <> created.id and not known.sources && created.sources
      and known_category.group_slug = created_category.group_slug
      and (similarity(created.name_sort, known.name_sort) >= 0.6 or created.phone = known.phone
        or created.website = known.website)
    on conflict (kind, listing_id, other_listing_id, source_record_id, suggestion_id, claim_id, statement_id) do nothing
    returning id`);
  return rows.length;
}
