/** The parts that every act on a listing is made of: its lock, who may, what is said, and its status. */
import type { Database, Queryable } from '../../platform/database.ts';
import { NotAllowed, NotFound, type Problem, ValidationError } from '../../platform/errors.ts';
import type { Mailer } from '../../platform/mail.ts';
import { oneLine } from '../../platform/plain-text.ts';
import type { Viewer } from '../accounts/model.ts';
import { requireViewer } from '../accounts/policy.ts';
import { recordAct } from '../accounts/service.ts';
import type { OrganizationRole } from '../organizations/model.ts';
import type { Language } from '../taxonomy/model.ts';
import type { TaxonomyService } from '../taxonomy/service.ts';
import { type Change, coalesceListings, writeRevisions } from './coalesce.ts';
import { differingFields, silenceOn } from './content.ts';
import { isVisible, type ListingAct, type Standing, type Transition, transitionOf } from './lifecycle.ts';
import type { FieldChanges, State } from './write-model.ts';
import {
  type Known,
  loadStandings,
  loadState,
  lockListing,
  type PersonRole,
  savePeoplesRecord,
  setStatus,
  sourceOf,
} from './write-store.ts';

/** What a use case needs of the request. */
export interface WriteRequest {
  database: Database;
  taxonomy: TaxonomyService;
  viewer: Viewer | undefined;
  memberships: () => Promise<ReadonlyMap<number, OrganizationRole>>;
  language: Language;
  now: Date;
}

/** As `WriteRequest`, for use cases that write letters. */
export interface MailingRequest extends WriteRequest {
  mailer: Mailer;
  baseUrl: string;
}

/** Who asks, and when. */
export type Asked = Pick<WriteRequest, 'viewer' | 'now'>;

/** One act on a listing under its lock, by somebody who may. */
export async function change<Result>(
  request: WriteRequest,
  id: number,
  act: ListingAct,
  work: (transaction: Queryable, known: Known, transition: Transition) => Promise<Result>,
): Promise<Result> {
  requireViewer(request.viewer);
  return request.database.transaction(async (transaction) => {
    const known = await lock(transaction, request, id);
    return work(transaction, known, requireTransition(act, known));
  });
}

/** As `lock`, also where whoever asks does not see it: what they may is then the caller's to know. */
export async function lockAny(transaction: Queryable, { viewer, now }: Asked, id: number): Promise<Known> {
  await lockListing(transaction, id);
  const [known] = await loadStandings(transaction, [id], viewer, now);
  if (known) return known;
  throw new NotFound('There is no such listing.');
}

/** A listing, and what whoever asks is to it, until the transaction ends. Throws NotFound where they see none. */
export async function lock(transaction: Queryable, request: Asked, id: number): Promise<Known> {
  await lockListing(transaction, id);
  return open(transaction, request, id);
}

export async function open(transaction: Queryable, { viewer, now }: Asked, id: number): Promise<Known> {
  const [known] = await loadStandings(transaction, [id], viewer, now);
  if (known && isVisible(known.status, known.standing)) return known;
  throw new NotFound('There is no such listing.');
}

export function requireTransition(act: ListingAct, { status, standing }: Known): Transition {
  const transition = transitionOf(act, status, standing);
  if (transition) return transition;
  throw new NotAllowed(
    standing.author || standing.holder || standing.moderator
      ? 'That cannot be done to a listing in this state.'
      : 'Only who runs the place, or a moderator, may do that.',
  );
}

export type Cause = Pick<Change, 'at' | 'reason' | 'kind'>;

/** Says something of a listing, where no role is given in the one that whoever asks has there. */
export async function say(
  transaction: Queryable,
  known: Known,
  changes: FieldChanges,
  cause: Cause,
  role = roleOf(known.standing),
): Promise<void> {
  // Who runs a place knows that it is there.
  const said = role === 'OWNER' ? { verifiedAt: cause.at.toISOString(), ...changes } : changes;
  await savePeoplesRecord(transaction, known.id, role, said, cause.at);
  await coalesceListings(transaction, [known.id], { ...cause, actorRole: role, sourceSlug: sourceOf(role) });
}

/** Puts a listing into another status, as a revision. */
export async function turn(
  transaction: Queryable,
  { id, standing }: Known,
  to: Parameters<typeof setStatus>[2],
  cause: Cause,
  role = roleOf(standing),
): Promise<void> {
  await setStatus(transaction, id, to, cause.at);
  const row = { listing_id: id, changed_fields: ['status'], is_new: false };
  await writeRevisions(transaction, [row], { ...cause, actorRole: role });
}

function roleOf({ holder, moderator }: Standing): PersonRole {
  if (holder) return 'OWNER';
  return moderator ? 'MODERATOR' : 'CITIZEN';
}

export async function requireState(transaction: Queryable, id: number): Promise<State> {
  const state = await loadState(transaction, id);
  if (state) return state;
  throw new NotAllowed('Nothing is known of this listing that could be changed.');
}

/** Which fields of a listing say something else than at a revision of it. */
export async function changedSince(queryable: Queryable, id: number, revisionId: number): Promise<string[]> {
  const [base, current] = await statesSince(queryable, id, revisionId);
  return differingFields(base.fields, current.fields);
}

/** Which of these changes, made from one state, would undo something newer in the current one. */
export function overtaken(base: State, current: State, changes: FieldChanges): string[] {
  const changed = differingFields(base.fields, current.fields);
  return differingFields({ ...current.fields, ...changes }, current.fields).filter((key) => changed.includes(key));
}

/** The same of changes that were made from a revision. */
export async function overtakenSince(
  queryable: Queryable,
  id: number,
  revisionId: number,
  changes: FieldChanges,
): Promise<string[]> {
  const [base, current] = await statesSince(queryable, id, revisionId);
  return overtaken(base, current, changes);
}

async function statesSince(queryable: Queryable, id: number, revisionId: number): Promise<[State, State]> {
  const base = await loadState(queryable, id, revisionId);
  const current = await loadState(queryable, id);
  if (base && current) return [base, current];
  throw refusal('revision', 'This listing has no such revision.', 'UNKNOWN');
}

/** What a moderator does to what is not theirs is logged. */
async function noteWhoActed(
  transaction: Queryable,
  { viewer, now }: Asked,
  { id, standing }: Known,
  act: string,
  detail: Record<string, unknown>,
): Promise<void> {
  if (standing.holder || !standing.moderator) return;
  const { personId } = requireViewer(viewer);
  await recordAct(transaction, { at: now, actorId: personId, act, subject: `Listing:${id}`, detail });
}

export function refusal(field: string, message: string, code: Problem['code']): ValidationError {
  return new ValidationError(field, message, [{ field, message, code }]);
}

const longestReason = 500;

export function cleanReason(reason: string | null | undefined): string | undefined {
  if (reason && reason.length > longestReason) {
    throw refusal('reason', `At most ${longestReason} characters.`, 'TOO_LONG');
  }
  return (reason && oneLine(reason)) || undefined;
}

/** Says again what was said at a revision; of all fields, or of these. */
export async function revert(
  transaction: Queryable,
  request: Asked,
  known: Known,
  revisionId: number,
  reason: string | null | undefined,
  only?: readonly string[],
): Promise<void> {
  const target = await loadState(transaction, known.id, revisionId);
  if (!target) throw refusal('revision', 'This listing has no such revision.', 'UNKNOWN');
  const current = await requireState(transaction, known.id);
  const keys = differingFields(target.fields, current.fields).filter(
    (key) => key !== 'verifiedAt' && (only?.includes(key) ?? true),
  );
  if (keys.length === 0) return;
  const changes = Object.fromEntries(keys.map((key) => [key, target.fields[key] ?? silenceOn(key)]));
  await say(transaction, known, changes, { at: request.now, kind: 'REVERTED', reason: cleanReason(reason) });
  await noteWhoActed(transaction, request, known, 'listing.revert', { revision: revisionId });
}
