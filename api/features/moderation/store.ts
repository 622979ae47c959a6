/** Every statement of moderation. */
import sql, { empty, join } from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';
import type { Viewer } from '../accounts/model.ts';
import type { FieldChanges } from '../listings/service.ts';
import type { Addressee, Ground, Review, ReviewKind, Statement, StatementAct } from './model.ts';

const columns = sql`review.id, review.kind, review.listing_id as "listingId",
  review.other_listing_id as "otherListingId", review.suggestion_id as "suggestionId", review.claim_id as "claimId",
  review.statement_id as "statementId", review.person_id as "personId", review.detail,
  review.created_at as "createdAt", review.resolved_at as "resolvedAt", review.decision,
  review.decision_reason as "decisionReason"`;

/** Which part of the queue. */
export interface QueueFilter {
  region?: string | null | undefined;
  kinds?: readonly ReviewKind[] | null | undefined;
  /** Slug of a source that speaks of the place. */
  source?: string | null | undefined;
  /** Normalised words that the name or the address contains. */
  words: readonly string[];
  /** Only what was opened by then. */
  openedBy?: Date | undefined;
  decided: boolean;
  ids?: readonly number[] | null | undefined;
}

export interface QueuePage extends QueueFilter {
  /** Only after this one. */
  after?: { createdAt: Date; id: number } | undefined;
  limit: number;
}

/** Reviews of the regions that whoever asks moderates: what waits longest first, of what is decided the newest. */
export function findReviews(queryable: Queryable, viewer: Viewer, page: QueuePage): Promise<Review[]> {
  const { after, decided, limit } = page;
  const cursor = after && sql`(${after.createdAt}::timestamptz, ${after.id}::integer)`;
  return queryable.query<Review>(sql`/* moderation.queue */
    select ${columns} ${within(viewer, page)}
      ${cursor ? sql`and (review.created_at, review.id) ${decided ? sql`<` : sql`>`} ${cursor}` : empty}
    order by ${decided ? sql`review.created_at desc, review.id desc` : sql`review.created_at, review.id`} limit ${limit}`);
}

export async function countReviews(queryable: Queryable, viewer: Viewer, filter: QueueFilter): Promise<number> {
  const [row] = await queryable.query<{ count: number }>(sql`/* moderation.count */
    select count(*) ${within(viewer, filter)}`);
  return row?.count ?? 0;
}

const within = (viewer: Viewer, { region, kinds, source, words, openedBy, decided, ids }: QueueFilter) => sql`
  from review join listing on listing.id = review.listing_id
  where ${decided ? sql`review.resolved_at is not null` : sql`review.resolved_at is null`} and listing.status <> 'DRAFT'
    and ${viewer.administrator ? sql`true` : sql`listing.region_codes && ${viewer.moderatorOf}::text[]`}
    and ${region ? sql`listing.region_codes @> ${[region]}::text[]` : sql`true`}
    and ${kinds ? sql`review.kind = any(${kinds}::review_kind[])` : sql`true`}
    and ${source ? sql`listing.sources @> ${[source]}::text[]` : sql`true`}
    and ${openedBy ? sql`review.created_at <= ${openedBy}` : sql`true`}
    and ${ids ? sql`review.id = any(${ids}::integer[])` : sql`true`}
    ${words.length > 0 ? sql`and ${join(words.map(named), ' and ')}` : empty}`;

/** Normalised words hold none of the signs that LIKE reads as something else. */
const named = (word: string) => sql`listing.search_text like ${`%${word}%`}`;

/** Whether somebody is a member of the organisation that holds a listing and decides on suggestions itself. */
export async function decidesOnSuggestions(
  queryable: Queryable,
  listingId: number,
  personId: string,
): Promise<boolean> {
  const rows = await queryable.query(sql`/* moderation.decidesOnSuggestions */
    select from listing join organization on organization.id = listing.organization_id and approves_edits
      join organization_member member on member.organization_id = organization.id
    where listing.id = ${listingId} and member.person_id = ${personId}`);
  return rows.length > 0;
}

/** Suggestions that wait for a listing, the oldest first. */
export function waitingSuggestions(queryable: Queryable, listingId: number): Promise<Review[]> {
  return queryable.query<Review>(sql`/* moderation.waitingSuggestions */
    select ${columns} from review
    where listing_id = ${listingId} and kind = 'SUGGESTED_EDIT' and resolved_at is null
    order by created_at, id limit 100`);
}

/** Locks a review until the transaction ends. */
export async function lockReview(transaction: Queryable, id: number): Promise<Review | undefined> {
  const [row] = await transaction.query<Review>(sql`/* moderation.lockReview */
    select ${columns} from review where id = ${id} for update`);
  return row;
}

export function reviewsByIds(queryable: Queryable, ids: readonly number[]): Promise<Review[]> {
  return queryable.query<Review>(sql`/* moderation.reviewsByIds */
    select ${columns} from review where id = any(${ids}::integer[])`);
}

export interface Verdict {
  decision: 'APPROVED' | 'ASKED' | 'REJECTED';
  reason: string | null;
  decidedBy: string;
  /** Null: it stays open. */
  resolvedAt: Date | null;
}

export async function saveVerdict(transaction: Queryable, id: number, verdict: Verdict): Promise<void> {
  const { decision, reason, decidedBy, resolvedAt } = verdict;
  await transaction.query(sql`/* moderation.saveVerdict */
    update review set decision = ${decision}::review_decision, decision_reason = ${reason}, decided_by = ${decidedBy},
      resolved_at = ${resolvedAt}
    where id = ${id}`);
}

export interface VerdictRow {
  decision: Verdict['decision'];
  reason: string | null;
  at: Date | null;
}

/** The last decision on a place that was handed in. */
export async function verdictOn(queryable: Queryable, listingId: number): Promise<VerdictRow | undefined> {
  const [row] = await queryable.query<VerdictRow>(sql`/* moderation.verdictOn */
    select decision, decision_reason as reason, resolved_at as at from review
    where kind = 'NEW_LISTING' and listing_id = ${listingId} and decision is not null`);
  return row;
}

export interface SuggestionRow {
  id: number;
  listingId: number;
  /** The state that the change was made from. */
  revisionId: number;
  fields: FieldChanges;
  reason: string | null;
  email: string | null;
  language: Addressee['language'];
}

export async function suggestionsByIds(queryable: Queryable, ids: readonly number[]): Promise<SuggestionRow[]> {
  return queryable.query<SuggestionRow>(sql`/* moderation.suggestions */
    select id, listing_id as "listingId", revision_id as "revisionId", fields, reason, email, language
    from suggestion where id = any(${ids}::integer[])`);
}

/** The address goes once there is nothing left to answer. */
export async function forgetAddress(transaction: Queryable, suggestionId: number): Promise<void> {
  await transaction.query(sql`/* moderation.forgetAddress */
    update suggestion set email = null where id = ${suggestionId}`);
}

export async function addresseeOf(queryable: Queryable, personId: string): Promise<Addressee | undefined> {
  const [row] = await queryable.query<Addressee>(sql`/* moderation.addressee */
    select email, language from person where id = ${personId}`);
  return row;
}

/** Somebody without an account who sent a place in. */
export async function takeAuthorAddress(transaction: Queryable, listingId: number): Promise<Addressee | undefined> {
  const [row] = await transaction.query<Addressee>(sql`/* moderation.authorAddress */
    with before as (select id, author_email, author_language from listing where id = ${listingId} for update)
    update listing set author_email = null, author_language = null from before
    where listing.id = before.id and before.author_email is not null
    returning before.author_email as email, before.author_language as language`);
  return row;
}

/** Who reported a listing since its review was opened, and left an address. */
export function reportersOf(queryable: Queryable, listingId: number, since: Date): Promise<Addressee[]> {
  return queryable.query<Addressee>(sql`/* moderation.reporters */
    select distinct on (email) email, language from report
    where listing_id = ${listingId} and email is not null and created_at >= ${since} order by email, id`);
}

export interface ReportRow {
  listingId: number;
  problem: string;
  words: string | null;
  at: Date;
}

export function reportsOf(queryable: Queryable, listingIds: readonly number[]): Promise<ReportRow[]> {
  return queryable.query<ReportRow>(sql`/* moderation.reports */
    select report.listing_id as "listingId", problem, words, report.created_at as at
    from report join review on review.listing_id = report.listing_id and review.kind = 'REPORT'
    where report.listing_id = any(${listingIds}::integer[]) and report.created_at >= review.created_at
    order by report.id`);
}

export interface ContributorRow {
  id: string;
  name: string;
  approved: number;
  rejected: number;
}

export function contributorsByIds(queryable: Queryable, ids: readonly string[]): Promise<ContributorRow[]> {
  return queryable.query<ContributorRow>(sql`/* moderation.contributors */
    select person.id, name, count(*) filter (where decision = 'APPROVED') as approved,
      count(*) filter (where decision = 'REJECTED') as rejected
    from person left join review on review.person_id = person.id
    where person.id = any(${ids}::text[]) group by person.id`);
}

export interface NewStatement {
  listingId: number;
  personId: string | null;
  act: StatementAct;
  ground: Ground;
  facts: string;
  at: Date;
}

export async function insertStatement(transaction: Queryable, statement: NewStatement): Promise<number> {
  const { listingId, personId, act, ground, facts, at } = statement;
  const [row] = await transaction.query<{ id: number }>(sql`/* moderation.insertStatement */
    insert into statement (listing_id, person_id, act, ground, facts, created_at)
    values (${listingId}, ${personId}, ${act}::statement_act, ${ground}::statement_ground, ${facts}, ${at})
    returning id`);
  if (!row) throw new Error('insert … returning gave no row');
  return row.id;
}

const statementColumns = sql`id, listing_id as "listingId", person_id as "personId", act, ground, facts,
  created_at as "createdAt", appealed_at as "appealedAt", appeal_words as "appealWords",
  appeal_decided_at as "appealDecidedAt", appeal_granted as "appealGranted", appeal_reason as "appealReason"`;

export type StatementRow = Statement & { personId: string | null };

export function statementsByIds(queryable: Queryable, ids: readonly number[]): Promise<StatementRow[]> {
  return queryable.query<StatementRow>(sql`/* moderation.statements */
    select ${statementColumns} from statement where id = any(${ids}::integer[])`);
}

export function statementsTo(queryable: Queryable, personId: string): Promise<StatementRow[]> {
  return queryable.query<StatementRow>(sql`/* moderation.statementsTo */
    select ${statementColumns} from statement where person_id = ${personId} order by id desc limit 100`);
}

export async function lockStatement(transaction: Queryable, id: number): Promise<StatementRow | undefined> {
  const [row] = await transaction.query<StatementRow>(sql`/* moderation.lockStatement */
    select ${statementColumns} from statement where id = ${id} for update`);
  return row;
}

/** `to`: where to answer who has no account. */
export async function saveAppeal(
  transaction: Queryable,
  { id, listingId, personId }: StatementRow,
  { words, at, to }: { words: string; at: Date; to: Addressee | undefined },
): Promise<void> {
  await transaction.query(sql`/* moderation.saveAppeal */
    with appealed as (update statement set appealed_at = ${at}, appeal_words = ${words},
      appeal_email = ${to?.email ?? null}, appeal_language = ${to?.language ?? null} where id = ${id})
    insert into review (kind, listing_id, statement_id, person_id, created_at)
    values ('APPEAL', ${listingId}, ${id}, ${personId}, ${at})`);
}

/** The address goes with the answer. */
export async function takeAppellant(transaction: Queryable, id: number): Promise<Addressee | undefined> {
  const [row] = await transaction.query<Addressee>(sql`/* moderation.appellant */
    with before as (select id, appeal_email, appeal_language from statement where id = ${id} for update)
    update statement set appeal_email = null, appeal_language = null from before
    where statement.id = before.id and before.appeal_email is not null
    returning before.appeal_email as email, before.appeal_language as language`);
  return row;
}

export async function decideAppeal(
  transaction: Queryable,
  id: number,
  { granted, reason, at }: { granted: boolean; reason: string | null; at: Date },
): Promise<void> {
  await transaction.query(sql`/* moderation.decideAppeal */
    update statement set appeal_decided_at = ${at}, appeal_granted = ${granted}, appeal_reason = ${reason}
    where id = ${id}`);
}

/** Who registered a listing and who holds it: whoever is to hear that it was removed. */
export async function partiesOf(queryable: Queryable, listingId: number): Promise<string[]> {
  const rows = await queryable.query<{ id: string }>(sql`/* moderation.parties */
    select author_id as id from listing where id = ${listingId} and author_id is not null
    union select holder_id from listing where id = ${listingId} and holder_id is not null
    union select person_id from listing join organization_member using (organization_id)
      where listing.id = ${listingId} and role = 'OWNER'
    order by 1`);
  return rows.map(({ id }) => id);
}

export async function nameAndSlug(queryable: Queryable, listingId: number): Promise<{ name: string; slug: string }> {
  const [row] = await queryable.query<{ name: string; slug: string }>(sql`/* moderation.name */
    select name, slug from listing where id = ${listingId}`);
  if (!row) throw new Error(`listing ${listingId} is gone`);
  return row;
}
