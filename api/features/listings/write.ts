/** What people write of listings. Each use case: who may, what holds, then one transaction. */
import type { Queryable } from '../../platform/database.ts';
import { NotAllowed, type Problem, refuseProblems, ValidationError } from '../../platform/errors.ts';
import { hashToken } from '../../platform/token.ts';
import type { PersonalData } from '../accounts/model.ts';
import { requireViewer } from '../accounts/policy.ts';
import { recordAct } from '../accounts/service.ts';
import { expandSchedules } from '../hours/service.ts';
import {
  change,
  cleanReason,
  open,
  overtaken,
  refusal,
  requireState,
  requireTransition,
  revert,
  say,
  turn,
  type WriteRequest,
} from './acts.ts';
import { differingFields, givenAnew, silenceOn } from './content.ts';
import { giveSlug } from './create.ts';
import { findDuplicates } from './duplicates.ts';
import { checkInput, missingFields } from './input.ts';
import type { Transition } from './lifecycle.ts';
import { slugBase } from './slug.ts';
import {
  type AddressInput,
  type FieldChanges,
  type ListingInput,
  PossibleDuplicate,
  StaleRevision,
  type State,
  type StatusChange,
  statusOf,
} from './write-model.ts';
import {
  changesSince,
  closeNewListingReview,
  collectContributions,
  countOpenSuggestions,
  countUnpublished,
  deleteListing,
  findByCreationKey,
  insertDraft,
  insertSuggestion,
  type Known,
  loadState,
  lockKey,
  openNewListingReview,
  openPublishedEditReview,
  setOrganization,
} from './write-store.ts';

/** Listings of one person that are drafts or wait. */
const unpublishedLimit = 50;
/** Suggestions and claims of one person that wait. */
const suggestionLimit = 100;

export interface Registration {
  input: ListingInput;
  /** Global row id of the organisation that runs it; null: none; undefined: not said. */
  organizationId?: number | null | undefined;
  submit: boolean;
  /** The listings that may be the same were looked at: it is none of them. */
  distinct: boolean;
  idempotencyKey?: string | null | undefined;
}

/** Registers a place as a draft and, where asked to, hands it in; returns its id, the same for the same key. */
export async function createListing(request: WriteRequest, registration: Registration): Promise<number> {
  const { database, viewer, taxonomy, now } = request;
  const { input, organizationId, submit, distinct, idempotencyKey } = registration;
  const { personId } = requireViewer(viewer);
  if (idempotencyKey && idempotencyKey.length > 100) {
    throw new ValidationError('idempotencyKey', 'At most 100 characters.');
  }
  const { changes, problems } = checkInput(input, taxonomy);
  refuseProblems(withMissing(problems, changes));
  const { name, categories, location } = changes;
  if (!name || !categories || !location) throw new Error('what is needed was checked');
  if (organizationId) await requireMembership(request, organizationId);
  const creationKey = idempotencyKey ? hashToken(`${personId} ${idempotencyKey}`) : null;
  const id = await database.transaction(async (transaction) => {
    if (creationKey) await lockKey(transaction, creationKey);
    const known = creationKey ? await findByCreationKey(transaction, creationKey) : undefined;
    if (known) return known;
    if ((await countUnpublished(transaction, personId)) >= unpublishedLimit) {
      throw new ValidationError('input', `At most ${unpublishedLimit} places may be drafts or wait at a time.`);
    }
    const draft = { authorId: personId, creationKey, name, categories, location, at: now };
    const created = await insertDraft(transaction, draft);
    if (organizationId) {
      await setOrganization(transaction, created, organizationId);
    }
    const whole = await open(transaction, request, created);
    await say(transaction, whole, changes, { at: now });
    if (submit) await handIn(transaction, request, whole, distinct);
    return created;
  });
  await expandSchedules(database, { now, limit: 20 });
  return id;
}

export interface Edit {
  input: ListingInput;
  organizationId?: number | null | undefined;
  /** The state that the form showed. */
  revisionId: number;
  reason?: string | null | undefined;
}

/**
 * Changes what is given and differs from what the form showed. Throws StaleRevision where somebody else changed the
 * same fields meanwhile. Returns whether it shows at once; else a moderator decides.
 */
export async function editListing(request: WriteRequest, id: number, edit: Edit): Promise<boolean> {
  const { taxonomy } = request;
  // Before the transaction: the embedded engine lets nothing else be asked while one is under way.
  const memberships = await request.memberships();
  return change(request, id, 'edit', async (transaction, known, transition) => {
    const base = await loadState(transaction, id, edit.revisionId);
    const current = await loadState(transaction, id);
    if (!base || !current) {
      throw refusal('revision', 'This listing has no such revision.', 'UNKNOWN');
    }
    const { changes, problems } = checkInput(givenAnew(edit.input, base.fields), taxonomy, current.fields);
    refuseProblems(withMissing(problems, { ...current.fields, ...changes }));
    const wanted = changesTo(current, changes);
    await refuseStale(transaction, id, base, current, wanted);
    await changeOrganization(transaction, request, known, memberships, edit.organizationId);
    return write(transaction, request, known, transition, current, wanted, edit.reason);
  });
}

/** Says that a place is closed, for now or for good, open again, or somewhere else. As `editListing`. */
export async function changeListingStatus(
  request: WriteRequest,
  id: number,
  wanted: StatusChange,
  reason: string | null | undefined,
): Promise<boolean> {
  const acts = { CLOSE_TEMPORARILY: 'closeTemporarily', CLOSE: 'close', REOPEN: 'reopen' } as const;
  return change(request, id, acts[wanted], async (transaction, known, transition) => {
    const current = await requireState(transaction, id);
    return write(transaction, request, known, transition, current, { status: statusOf[wanted] }, reason);
  });
}

export async function moveListing(
  request: WriteRequest,
  id: number,
  { location, address }: { location: { lon: number; lat: number }; address?: AddressInput | null | undefined },
  reason: string | null | undefined,
): Promise<boolean> {
  return change(request, id, 'move', async (transaction, known, transition) => {
    const current = await requireState(transaction, id);
    const { changes, problems } = checkInput({ location, address: address ?? null }, request.taxonomy);
    refuseProblems(problems);
    return write(transaction, request, known, transition, current, changesTo(current, changes), reason);
  });
}

/** Says that what is said of a listing still holds, as who runs it. */
export async function confirmListing(request: WriteRequest, id: number): Promise<void> {
  await change(request, id, 'edit', async (transaction, known) => {
    if (!known.standing.holder) throw new NotAllowed('Only who runs the place may do that.');
    await say(transaction, known, {}, { at: request.now });
  });
}

/** Hands in a draft: a moderator decides, unless whoever does is trusted. */
export async function submitListing(request: WriteRequest, id: number, distinct: boolean): Promise<void> {
  await change(request, id, 'submit', (transaction, known) => handIn(transaction, request, known, distinct));
}

/** Takes back what waits for a moderator: a draft again. */
export async function withdrawListing(request: WriteRequest, id: number): Promise<void> {
  await change(request, id, 'withdraw', async (transaction, known) => {
    await closeNewListingReview(transaction, id, request.now);
    await turn(transaction, known, 'DRAFT', { at: request.now });
  });
}

/** Deletes a draft. */
export async function discardListing(request: WriteRequest, id: number): Promise<void> {
  await change(request, id, 'discard', (transaction) => deleteListing(transaction, id));
}

/** Says again what was said at a revision, as a revision of its own. */
export async function revertListing(
  request: WriteRequest,
  id: number,
  revisionId: number,
  reason: string | null | undefined,
): Promise<void> {
  await change(request, id, 'revert', async (transaction, known) => {
    await revert(transaction, request, known, revisionId, reason);
  });
  await expandSchedules(request.database, { now: request.now, limit: 20 });
}

/** What of the changes is not said already. */
function changesTo(current: State, changes: FieldChanges): FieldChanges {
  const keys = differingFields({ ...current.fields, ...changes }, current.fields);
  return Object.fromEntries(keys.map((key) => [key, changes[key] ?? silenceOn(key)]));
}

async function refuseStale(transaction: Queryable, id: number, base: State, current: State, wanted: FieldChanges) {
  const conflicts = overtaken(base, current, wanted);
  if (conflicts.length === 0) return;
  const changes = await changesSince(transaction, id, base.revisionId, conflicts);
  throw new StaleRevision(id, base, current, changes);
}

/** At once, with a review afterwards where others saw it; else as a suggestion. Returns whether at once. */
async function write(
  transaction: Queryable,
  { viewer, language, now }: WriteRequest,
  known: Known,
  { how }: Transition,
  current: State,
  changes: FieldChanges,
  reason: string | null | undefined,
): Promise<boolean> {
  const { personId } = requireViewer(viewer);
  const fields = Object.keys(changes);
  if (how === 'SUGGEST') {
    if (fields.length === 0) return false;
    if ((await countOpenSuggestions(transaction, personId)) >= suggestionLimit) {
      throw new NotAllowed('So many of your suggestions wait for a moderator that you may make no more for now.');
    }
    const suggestion = { listingId: known.id, personId, email: null, language, fields: changes, at: now };
    const { revisionId } = current;
    await insertSuggestion(transaction, { ...suggestion, revisionId, reason: cleanReason(reason) ?? null });
    return false;
  }
  if (fields.length === 0) return true;
  await say(transaction, known, changes, { at: now, reason: cleanReason(reason) });
  if (known.status === 'PENDING' || known.status === 'DRAFT' || known.standing.moderator) return true;
  const { revisionId } = current;
  await openPublishedEditReview(transaction, { listingId: known.id, personId, revisionId, fields, at: now });
  return true;
}

async function handIn(transaction: Queryable, request: WriteRequest, known: Known, distinct: boolean): Promise<void> {
  const { viewer, now } = request;
  const { personId } = requireViewer(viewer);
  const { to } = requireTransition('submit', known);
  const state = await requireState(transaction, known.id);
  const { name, location, categories, phone, website, address } = state.fields;
  if (!name || !location || !categories) throw new Error('a listing has name, category and position');
  if (!distinct) {
    const duplicates = await findDuplicates(transaction, { name, at: location, phone, website, exceptId: known.id });
    if (duplicates.length > 0) throw new PossibleDuplicate(duplicates);
  }
  await giveSlug(transaction, known.id, slugBase({ name, category: categories[0] ?? '', ...address }));
  await turn(transaction, known, to === 'PENDING' ? to : 'AS_SAID', { at: now });
  // What trusted members publish is looked at afterwards.
  if (!known.standing.moderator) await openNewListingReview(transaction, known.id, personId, now);
}

async function changeOrganization(
  transaction: Queryable,
  request: WriteRequest,
  { id, status, organizationId: before, standing }: Known,
  memberships: ReadonlyMap<number, unknown>,
  wanted: number | null | undefined,
): Promise<void> {
  if (wanted === undefined || wanted === before) return;
  const own = (status === 'DRAFT' || status === 'PENDING') && standing.author;
  if (!own && !standing.holder && !standing.moderator) {
    throw refusal('input.organization', 'Who runs the place decides that: claim it.', 'NOT_ALLOWED');
  }
  if (wanted !== null && !standing.moderator && !memberships.has(wanted)) throw notAMember();
  if (!(await setOrganization(transaction, id, wanted))) {
    throw refusal('input.organization', 'There is no such organisation.', 'UNKNOWN');
  }
  const { personId } = requireViewer(request.viewer);
  const detail = { before, after: wanted };
  await recordAct(transaction, {
    at: request.now,
    actorId: personId,
    act: 'listing.organization',
    subject: `Listing:${id}`,
    detail,
  });
}

async function requireMembership({ memberships }: WriteRequest, organizationId: number): Promise<void> {
  if (!(await memberships()).has(organizationId)) throw notAMember();
}

const notAMember = () => refusal('input.organization', 'You are no member of this organisation.', 'NOT_ALLOWED');

/** Problems, and what is missing where nothing was said of it yet. */
function withMissing(problems: readonly Problem[], fields: FieldChanges): Problem[] {
  const missing = missingFields(fields).filter(({ field }) => !problems.some((each) => each.field.startsWith(field)));
  return [...problems, ...missing];
}

export const listingData: PersonalData = { name: 'listings', collect: collectContributions };
