/** Every statement of what people write. */
import sql from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';
import type { Viewer } from '../accounts/model.ts';
import type { Standing } from './lifecycle.ts';
import type { ListingStatus } from './model.ts';
import type { FieldChange, FieldChanges, State } from './write-model.ts';

export interface Known {
  id: number;
  status: ListingStatus;
  organizationId: number | null;
  standing: Standing;
}

/** Contributions found good that make a member trusted, with none refused within a year. */
const trustedAfter = 5;

/** What whoever asks is to these listings; those that are not there are left out. */
export async function loadStandings(
  queryable: Queryable,
  ids: readonly number[],
  viewer: Viewer | undefined,
  now: Date,
): Promise<Known[]> {
  const person = viewer?.personId ?? null;
  return queryable.query<Known>(sql`/* listings.standings */
    with trust as (
      select count(*) filter (where decision = 'APPROVED') >= ${trustedAfter}
        and count(*) filter (where decision = 'REJECTED' and resolved_at > ${now}::timestamptz - interval '1 year') = 0
        as trusted
      from review where person_id = ${person} and kind in ('NEW_LISTING', 'SUGGESTED_EDIT', 'PUBLISHED_EDIT')
    )
    select id, status, organization_id as "organizationId", json_build_object(
      'signedIn', ${viewer !== undefined}::boolean,
      'author', coalesce(author_id = ${person}, false),
      'holder', coalesce(holder_id = ${person}, false) or exists (
        select from organization_member member
        where member.organization_id = listing.organization_id and member.person_id = ${person}),
      'trusted', trust.trusted,
      'moderator', ${viewer?.administrator ?? false}::boolean or region_codes && ${viewer?.moderatorOf ?? []}::text[]
    ) as standing
    from listing, trust where id = any(${ids}::integer[]) order by id`);
}

/** Locks a listing until the transaction ends, so that its changes follow each other. */
export async function lockListing(transaction: Queryable, id: number): Promise<void> {
  await transaction.query(sql`/* listings.lock */ select from listing where id = ${id} for update`);
}

/** The state at a revision of a listing, the newest where none is named. */
export async function loadState(queryable: Queryable, id: number, revisionId?: number): Promise<State | undefined> {
  const [row] = await queryable.query<State>(sql`/* listings.state */
    select id as "revisionId", state ->> 'status' as status, state -> 'fields' as fields from revision
    where listing_id = ${id} and (${revisionId ?? null}::integer is null or id = ${revisionId ?? null}::integer)
    order by id desc limit 1`);
  return row;
}

/** The newest state of each of these listings. */
export async function loadStates(
  queryable: Queryable,
  ids: readonly number[],
): Promise<(State & { listingId: number; organizationId: number | null })[]> {
  return queryable.query(sql`/* listings.states */
    select distinct on (listing_id) listing_id as "listingId", revision.id as "revisionId",
      state ->> 'status' as status, state -> 'fields' as fields, organization_id as "organizationId"
    from revision join listing on listing.id = listing_id where listing_id = any(${ids}::integer[])
    order by listing_id, revision.id desc`);
}

/** Which of these fields changed after a revision, when, and by whom. */
export async function changesSince(
  queryable: Queryable,
  id: number,
  revisionId: number,
  fields: readonly string[],
): Promise<FieldChange[]> {
  return queryable.query<FieldChange>(sql`/* listings.changesSince */
    select field, lower(valid_during) as at, actor_role as "actorRole"
    from revision, unnest(changed_fields) field
    where listing_id = ${id} and id > ${revisionId} and field = any(${fields}::text[]) order by id, field`);
}

export interface Registered {
  /** Null: sent without an account. */
  authorId: string | null;
  creationKey: string | null;
  name: string;
  categories: readonly string[];
  location: { lon: number; lat: number };
  at: Date;
}

/** A draft, under a slug that is nobody's name: it gets its own when it is handed in. */
export async function insertDraft(transaction: Queryable, draft: Registered): Promise<number> {
  const { authorId, creationKey, name, categories, location, at } = draft;
  const [row] = await transaction.query<{ id: number }>(sql`/* listings.insertDraft */
    insert into listing (slug, status, name, categories, position, author_id, creation_key, created_at, updated_at)
    values ('draft-' || gen_random_uuid(), 'DRAFT', ${name}, ${categories},
      st_setsrid(st_makepoint(${location.lon}, ${location.lat}), 4326)::geography, ${authorId}, ${creationKey}, ${at},
      ${at})
    returning id`);
  if (!row) throw new Error('insert … returning gave no row');
  return row.id;
}

export async function findByCreationKey(queryable: Queryable, creationKey: string): Promise<number | undefined> {
  const [row] = await queryable.query<{ id: number }>(sql`/* listings.byCreationKey */
    select id from listing where creation_key = ${creationKey}`);
  return row?.id;
}

/** Two that hold the same key take turns. */
export async function lockKey(transaction: Queryable, key: string): Promise<void> {
  await transaction.query(sql`/* listings.lockKey */ select pg_advisory_xact_lock(hashtextextended(${key}, 1))`);
}

/** How many listings of a person are drafts or await a moderator. */
export async function countUnpublished(queryable: Queryable, personId: string): Promise<number> {
  const [row] = await queryable.query<{ count: number }>(sql`/* listings.countUnpublished */
    select count(*) from listing where author_id = ${personId} and status in ('DRAFT', 'PENDING')`);
  return row?.count ?? 0;
}

export async function countOpenSuggestions(queryable: Queryable, personId: string): Promise<number> {
  const [row] = await queryable.query<{ count: number }>(sql`/* listings.countOpenSuggestions */
    select count(*) from review where person_id = ${personId} and kind in ('SUGGESTED_EDIT', 'CLAIM')
      and resolved_at is null`);
  return row?.count ?? 0;
}

export async function setStatus(transaction: Queryable, id: number, status: ListingStatus | 'AS_SAID', at: Date) {
  await transaction.query(sql`/* listings.setStatus */
    update listing set updated_at = ${at}, merged_into_id = null, status = case ${status} when 'AS_SAID' then coalesce(
      (select fields ->> 'status' from listing_document where listing_id = listing.id), 'PUBLISHED')
      else ${status} end::listing_status
    where id = ${id}`);
}

/** False where there is no such organisation. */
export async function setOrganization(
  transaction: Queryable,
  id: number,
  organizationId: number | null,
): Promise<boolean> {
  const rows = await transaction.query(sql`/* listings.setOrganization */
    update listing set organization_id = ${organizationId} where id = ${id}
      and (${organizationId}::integer is null or exists (select from organization where id = ${organizationId}::integer))
    returning id`);
  return rows.length > 0;
}

export async function deleteListing(transaction: Queryable, id: number): Promise<void> {
  await transaction.query(sql`/* listings.delete */ delete from listing where id = ${id} and status = 'DRAFT'`);
}

const peopleSources = {
  MODERATOR: { slug: 'moderator', name: 'Moderators', rank: 0 },
  OWNER: { slug: 'owner', name: 'Who runs the place', rank: 10 },
  CITIZEN: { slug: 'citizen', name: 'People who know the place', rank: 20 },
} as const;
export type PersonRole = keyof typeof peopleSources;
/** What people write is given to everybody: the form says so. */
const peoplesLicence = 'CC0-1.0';

export const sourceOf = (role: PersonRole) => peopleSources[role].slug;

/** Keeps what a person says of a listing. Of each field the person who spoke last counts, whoever it was. */
export async function savePeoplesRecord(
  transaction: Queryable,
  id: number,
  role: PersonRole,
  changes: FieldChanges,
  at: Date,
): Promise<void> {
  const { slug, name, rank } = peopleSources[role];
  await transaction.query(sql`/* listings.savePeoplesSource */
    insert into source (slug, kind, name, licence, rank, open)
    values (${slug}, ${role}::source_kind, ${name}, ${peoplesLicence}, ${rank}, true) on conflict do nothing`);
  await transaction.query(sql`/* listings.savePeoplesRecord */
    insert into source_record (source_slug, record_id, listing_id, dataset, licence, fetched_at, fields)
    values (${slug}, ${`listing ${id}`}, ${id}, 'people', ${peoplesLicence}, ${at}, ${JSON.stringify(changes)}::jsonb)
    on conflict (source_slug, record_id) do update set fields = source_record.fields || excluded.fields,
      fetched_at = excluded.fetched_at, listing_id = excluded.listing_id, vanished_at = null`);
  await transaction.query(sql`/* listings.silenceOthers */
    with silenced as (
      update source_record record set fields = record.fields - ${Object.keys(changes)}::text[] from source
      where source.slug = record.source_slug and source.kind in ('MODERATOR', 'OWNER', 'CITIZEN')
        and record.listing_id = ${id} and not record.yields
        and (record.source_slug, record.record_id) <> (${slug}, ${`listing ${id}`})
      returning record.id, record.fields
    )
    delete from source_record where id in (select id from silenced where fields = '{}')`);
}

export interface SuggestionRow {
  listingId: number;
  personId: string | null;
  email: string | null;
  language: string;
  revisionId: number;
  fields: FieldChanges;
  reason: string | null;
  at: Date;
}

export async function insertSuggestion(transaction: Queryable, suggestion: SuggestionRow): Promise<void> {
  const { listingId, personId, email, language, revisionId, fields, reason, at } = suggestion;
  await transaction.query(sql`/* listings.insertSuggestion */
    with kept as (
      insert into suggestion (listing_id, person_id, email, language, revision_id, fields, reason, created_at)
      values (${listingId}, ${personId}, ${email}, ${language}, ${revisionId}, ${JSON.stringify(fields)}::jsonb,
        ${reason}, ${at})
      returning id
    )
    insert into review (kind, listing_id, suggestion_id, person_id, created_at)
    select 'SUGGESTED_EDIT', ${listingId}, id, ${personId}, ${at} from kept`);
}

/** A place that waits for a moderator: its one review, opened again where it was settled. */
export async function openNewListingReview(transaction: Queryable, id: number, personId: string | null, at: Date) {
  await transaction.query(sql`/* listings.openNewListingReview */
    insert into review (kind, listing_id, person_id, created_at) values ('NEW_LISTING', ${id}, ${personId}, ${at})
    on conflict (kind, listing_id, other_listing_id, source_record_id, suggestion_id, claim_id, statement_id) do update set
      created_at = excluded.created_at, person_id = excluded.person_id, resolved_at = null, decision = null,
      decision_reason = null, decided_by = null`);
}

export async function closeNewListingReview(transaction: Queryable, id: number, at: Date) {
  await transaction.query(sql`/* listings.closeNewListingReview */
    update review set resolved_at = ${at} where kind = 'NEW_LISTING' and listing_id = ${id} and resolved_at is null`);
}

/** What was published at once, to be looked at afterwards: from which revision on, and which fields. */
export async function openPublishedEditReview(
  transaction: Queryable,
  edit: { listingId: number; personId: string; revisionId: number; fields: readonly string[]; at: Date },
): Promise<void> {
  const { listingId, personId, revisionId, fields, at } = edit;
  await transaction.query(sql`/* listings.openPublishedEditReview */
    insert into review (kind, listing_id, person_id, detail, created_at)
    values ('PUBLISHED_EDIT', ${listingId}, ${personId},
      jsonb_build_object('revision', ${revisionId}::integer, 'fields', ${fields}::text[]), ${at})
    on conflict (kind, listing_id, other_listing_id, source_record_id, suggestion_id, claim_id, statement_id) do update set
      resolved_at = null, decision = null, decision_reason = null, decided_by = null,
      created_at = case when review.resolved_at is null then review.created_at else excluded.created_at end,
      person_id = excluded.person_id,
      detail = case when review.resolved_at is not null then excluded.detail else jsonb_build_object(
        'revision', review.detail -> 'revision', 'fields', (
          select jsonb_agg(distinct field)
          from jsonb_array_elements((review.detail -> 'fields') || (excluded.detail -> 'fields')) field)) end`);
}

/** Listings that a person registered or holds, the one that changed last first. */
export async function loadOwn(
  queryable: Queryable,
  personId: string,
  statuses: readonly ListingStatus[],
  limit: number,
): Promise<number[]> {
  const rows = await queryable.query<{ id: number }>(sql`/* listings.own */
    select id from listing
    where status = any(${statuses}::listing_status[]) and (author_id = ${personId} or holder_id = ${personId}
      or organization_id in (select organization_id from organization_member where person_id = ${personId}))
    order by updated_at desc, id desc limit ${limit}`);
  return rows.map(({ id }) => id);
}

export async function idOfSlug(queryable: Queryable, slug: string): Promise<number | undefined> {
  if (slug.includes('\0')) return undefined; // PostgreSQL has no such text
  const [row] = await queryable.query<{ id: number }>(sql`/* listings.idOfSlug */
    select id from listing where slug = ${slug}`);
  return row?.id;
}

/** What is kept of a person here. */
export async function collectContributions(queryable: Queryable, personId: string): Promise<object> {
  const listings = await queryable.query(sql`/* listings.collectListings */
    select slug, name, status, created_at as "createdAt",
      case when author_id = ${personId} then 'author' else 'holder' end as role
    from listing where author_id = ${personId} or holder_id = ${personId} order by id`);
  const suggestions = await queryable.query(sql`/* listings.collectSuggestions */
    select listing.slug, suggestion.fields, reason, suggestion.created_at as "createdAt"
    from suggestion join listing on listing.id = listing_id where person_id = ${personId} order by suggestion.id`);
  const claims = await queryable.query(sql`/* listings.collectClaims */
    select listing.slug, method, evidence, claim.email, claim.created_at as "createdAt"
    from claim join listing on listing.id = listing_id where person_id = ${personId} order by claim.id`);
  const decisions = await queryable.query(sql`/* listings.collectStatements */
    select listing.slug, act, ground, facts, statement.created_at as "createdAt", appeal_words as "appealWords"
    from statement join listing on listing.id = listing_id where person_id = ${personId} order by statement.id`);
  return { listings, suggestions, claims, decisions };
}
