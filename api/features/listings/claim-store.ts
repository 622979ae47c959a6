/** Every statement of claims. */
import sql from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';
import type { Language } from '../taxonomy/model.ts';
import type { claimMethods } from './write-model.ts';

export interface ClaimRow {
  id: number;
  listingId: number;
  personId: string;
  organizationId: number | null;
  method: (typeof claimMethods)[number];
  evidence: string | null;
  objection: string | null;
  expiresAt: Date | null;
  provedAt: Date | null;
  createdAt: Date;
}

const columns = sql`id, listing_id as "listingId", person_id as "personId", organization_id as "organizationId", method,
  evidence, objection, expires_at as "expiresAt", proved_at as "provedAt", created_at as "createdAt"`;

export interface NewClaim extends Pick<ClaimRow, 'listingId' | 'personId' | 'organizationId' | 'method' | 'evidence'> {
  email: string | null;
  tokenHash: string | null;
  language: Language;
  at: Date;
  expiresAt: Date | null;
}

export async function insertClaim(transaction: Queryable, claim: NewClaim): Promise<number> {
  const { listingId, personId, organizationId, method, evidence, email, tokenHash, language, at, expiresAt } = claim;
  const [row] = await transaction.query<{ id: number }>(sql`/* listings.insertClaim */
    insert into claim (listing_id, person_id, organization_id, method, evidence, email, token_hash, language, created_at,
      expires_at)
    values (${listingId}, ${personId}, ${organizationId}, ${method}::claim_method, ${evidence}, ${email}, ${tokenHash},
      ${language}, ${at}, ${expiresAt})
    returning id`);
  if (!row) throw new Error('insert … returning gave no row');
  return row.id;
}

/** Earlier links of the same person and place are void; a review that waits goes with its claim. */
export async function deleteClaimsOf(transaction: Queryable, listingId: number, personId: string): Promise<void> {
  await transaction.query(sql`/* listings.voidClaims */
    update claim set token_hash = null where listing_id = ${listingId} and person_id = ${personId}`);
  await transaction.query(sql`/* listings.deleteClaimReviews */
    delete from review using claim
    where review.claim_id = claim.id and claim.listing_id = ${listingId} and claim.person_id = ${personId}
      and review.resolved_at is null`);
}

/** Whether there were too many claims within a day: by this person of this place, by them at all, or of it by anybody. */
export async function claimedTooOften(queryable: Queryable, listingId: number, personId: string, now: Date) {
  const [row] = await queryable.query<{ tooOften: boolean }>(sql`/* listings.claimedTooOften */
    select count(*) filter (where listing_id = ${listingId} and person_id = ${personId}) >= 3
      or count(*) filter (where person_id = ${personId}) >= 20
      or count(*) filter (where listing_id = ${listingId}) >= 10 as "tooOften"
    from claim where created_at > ${now}::timestamptz - interval '1 day'
      and (listing_id = ${listingId} or person_id = ${personId})`);
  return row?.tooOften ?? false;
}

export async function claimByToken(transaction: Queryable, tokenHash: string): Promise<ClaimRow | undefined> {
  const [row] = await transaction.query<ClaimRow>(sql`/* listings.claimByToken */
    select ${columns} from claim where token_hash = ${tokenHash} for update`);
  return row;
}

export async function findClaim(queryable: Queryable, id: number): Promise<ClaimRow | undefined> {
  return (await claimsByIds(queryable, [id]))[0];
}

export function claimsByIds(queryable: Queryable, ids: readonly number[]): Promise<ClaimRow[]> {
  return queryable.query<ClaimRow>(sql`/* listings.claims */
    select ${columns} from claim where id = any(${ids}::integer[])`);
}

/** Claims of a place that a moderator has yet to decide on. */
export function openClaimsOf(queryable: Queryable, listingIds: readonly number[]): Promise<ClaimRow[]> {
  return queryable.query<ClaimRow>(sql`/* listings.openClaims */
    select ${columns} from claim where listing_id = any(${listingIds}::integer[])
      and exists (select from review where claim_id = claim.id and resolved_at is null) order by id`);
}

export async function noteProof(transaction: Queryable, id: number, at: Date): Promise<void> {
  await transaction.query(sql`/* listings.noteProof */
    update claim set token_hash = null, proved_at = ${at} where id = ${id}`);
}

export async function saveObjection(transaction: Queryable, id: number, words: string): Promise<void> {
  await transaction.query(sql`/* listings.saveObjection */ update claim set objection = ${words} where id = ${id}`);
}

export async function openClaimReview(transaction: Queryable, { id, listingId, personId }: ClaimRow, at: Date) {
  await transaction.query(sql`/* listings.openClaimReview */
    insert into review (kind, listing_id, claim_id, person_id, created_at)
    values ('CLAIM', ${listingId}, ${id}, ${personId}, ${at})`);
}

export async function isHeld(queryable: Queryable, listingId: number): Promise<boolean> {
  const rows = await queryable.query(sql`/* listings.isHeld */
    select from listing where id = ${listingId} and (holder_id is not null or organization_id is not null)`);
  return rows.length > 0;
}

export async function setHolder(transaction: Queryable, listingId: number, { personId, organizationId }: ClaimRow) {
  await transaction.query(sql`/* listings.setHolder */
    update listing set organization_id = ${organizationId},
      holder_id = case when ${organizationId}::integer is null then ${personId}::text end
    where id = ${listingId}`);
}

/** Whom a claim is told: the holder, or the owners of the organisation that holds it. */
export function holdersOf(
  queryable: Queryable,
  listingId: number,
): Promise<{ email: string; language: Language; slug: string }[]> {
  return queryable.query(sql`/* listings.holders */
    select person.email, person.language, slug from listing join person on person.id = holder_id or person.id in (
      select person_id from organization_member member
      where member.organization_id = listing.organization_id and member.role = 'OWNER')
    where listing.id = ${listingId} order by person.id`);
}

/** Whether a field of the displayed listing was said by a visitor. */
export async function saidByVisitors(queryable: Queryable, listingId: number, field: string): Promise<boolean> {
  const rows = await queryable.query(sql`/* listings.saidByVisitors */
    select from listing_document document
      join source_record record on record.id = (document.provenance ->> ${field})::integer
      join source on source.slug = record.source_slug
    where document.listing_id = ${listingId} and source.kind = 'CITIZEN'`);
  return rows.length > 0;
}
