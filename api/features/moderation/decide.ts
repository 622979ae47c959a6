/** Decisions on reviews: each in a transaction of its own, with its line in the log and its letters. */
import type { Queryable } from '../../platform/database.ts';
import { NotAllowed, NotFound, ValidationError } from '../../platform/errors.ts';
import { severalLines } from '../../platform/plain-text.ts';
import { requireViewer } from '../accounts/policy.ts';
import { recordAct } from '../accounts/service.ts';
import { expandSchedules } from '../hours/service.ts';
import {
  grantClaim,
  type Known,
  lockAny,
  overtakenSince,
  requireTransition,
  revert,
  say,
  turn,
} from '../listings/service.ts';
import { type ModerationLetterKind, moderationLetter } from './letters.ts';
import type { Addressee, Decision, Ground, ModerationRequest, Review, StatementAct } from './model.ts';
import {
  addresseeOf,
  decideAppeal,
  decidesOnSuggestions,
  forgetAddress,
  insertStatement,
  lockReview,
  lockStatement,
  nameAndSlug,
  partiesOf,
  reportersOf,
  type StatementRow,
  type SuggestionRow,
  saveVerdict,
  suggestionsByIds,
  takeAppellant,
  takeAuthorAddress,
} from './store.ts';

export interface Ruling {
  decision: Decision;
  /** For whoever is concerned; needed to ask and to reject. */
  reason: string | null;
  ground: Ground;
}

export interface Decided {
  decided: number[];
  refused: { reviewId: number; message: string }[];
}

const mostAtOnce = 100;
const longestReason = 2000;

/** Decides on many; what cannot be decided is named, and throws only where none could be. */
export async function decideReviews(
  request: ModerationRequest,
  ids: readonly number[],
  ruling: Ruling,
): Promise<Decided> {
  requireViewer(request.viewer);
  const distinct = [...new Set(ids)];
  if (distinct.length === 0 || distinct.length > mostAtOnce) {
    throw new ValidationError('reviews', `1 to ${mostAtOnce} at once.`);
  }
  const reason = checkReason(ruling.reason, ruling.decision !== 'APPROVE');
  const result: Decided = { decided: [], refused: [] };
  let failure: Error | undefined;
  for (const id of distinct) {
    try {
      await request.database.transaction((transaction) => decide(transaction, request, id, { ...ruling, reason }));
      result.decided.push(id);
    } catch (error) {
      if (!(error instanceof NotAllowed || error instanceof NotFound || error instanceof ValidationError)) throw error;
      failure ??= error;
      result.refused.push({ reviewId: id, message: error.message });
    }
  }
  if (result.decided.length === 0 && failure) throw failure;
  await expandSchedules(request.database, { now: request.now, limit: 20 });
  return result;
}

/** Cleaned; throws a ValidationError where it is needed and missing, or too long. */
export function checkReason(text: string | null | undefined, needed: boolean, field = 'reason'): string | null {
  const refuse = (message: string, code: 'REQUIRED' | 'TOO_LONG') => {
    throw new ValidationError(field, message, [{ field, message, code }]);
  };
  if (text && text.length > longestReason) refuse(`At most ${longestReason} characters.`, 'TOO_LONG');
  const reason = text ? severalLines(text) : '';
  if (needed && !reason) refuse('A reason is needed: the person reads it.', 'REQUIRED');
  return reason || null;
}

async function decide(transaction: Queryable, request: ModerationRequest, id: number, ruling: Ruling): Promise<void> {
  const { viewer, now } = request;
  const { personId } = requireViewer(viewer);
  const review = await lockReview(transaction, id);
  if (!review) throw new NotFound('There is no such review.');
  const known = await lockAny(transaction, request, review.listingId);
  if (!known.standing.moderator && !(await isTheirs(transaction, review, personId))) {
    throw new NotAllowed('Only moderators of the region may do that.');
  }
  if (review.resolvedAt) throw new ValidationError('reviews', 'This is decided already.');
  if (review.personId === personId) throw new NotAllowed('Somebody else decides on what is yours.');
  const stays = await handlers[review.kind](transaction, request, review, known, ruling);
  const decision = ({ APPROVE: 'APPROVED', ASK: 'ASKED', REJECT: 'REJECTED' } as const)[ruling.decision];
  const verdict = { decision, reason: ruling.reason, decidedBy: personId };
  await saveVerdict(transaction, id, { ...verdict, resolvedAt: stays ? null : now });
  const detail = { review: id, kind: review.kind, decision };
  await recordAct(transaction, {
    at: now,
    actorId: personId,
    act: 'review.decide',
    subject: `Listing:${known.id}`,
    detail,
  });
}

/** Whether it is a suggestion for a place whose organisation decides itself, and this person one of its members. */
export async function isTheirs(queryable: Queryable, { kind, listingId }: Review, personId: string): Promise<boolean> {
  return kind === 'SUGGESTED_EDIT' && (await decidesOnSuggestions(queryable, listingId, personId));
}

/** Does what was decided; true where the review stays open, since something was asked. */
type Handler = (
  transaction: Queryable,
  request: ModerationRequest,
  review: Review,
  known: Known,
  ruling: Ruling,
) => Promise<boolean>;

const handlers: Record<Review['kind'], Handler> = {
  async NEW_LISTING(transaction, request, review, known, ruling) {
    const cause = { at: request.now, reason: undefined };
    const to = await authorOf(transaction, review, ruling.decision !== 'ASK' || known.status === 'PENDING');
    if (known.status !== 'PENDING') {
      // A trusted member published it: it is looked at afterwards.
      if (ruling.decision === 'APPROVE') return false;
      if (ruling.decision === 'ASK') return ask(transaction, request, review, known, ruling, to);
      requireTransition('archive', known);
      await turn(transaction, known, 'ARCHIVED', cause);
      await rule(transaction, request, known, 'REMOVED', ruling, [{ personId: review.personId, to }]);
      return false;
    }
    if (ruling.decision === 'APPROVE') {
      requireTransition('approve', known);
      await turn(transaction, known, 'AS_SAID', cause);
      await write(transaction, request, known, 'newApproved', to, ruling, 'see');
    } else if (ruling.decision === 'ASK' && review.personId) {
      requireTransition('ask', known);
      await turn(transaction, known, 'DRAFT', cause);
      await write(transaction, request, known, 'asked', to, ruling, 'answer');
    } else if (ruling.decision === 'ASK') {
      throw new ValidationError('decision', 'Nobody can answer: it was sent without an account.');
    } else {
      requireTransition('reject', known);
      await turn(transaction, known, 'REJECTED', cause);
      await rule(transaction, request, known, 'REFUSED', ruling, [{ personId: review.personId, to }]);
    }
    return false;
  },

  async SUGGESTED_EDIT(transaction, request, review, known, ruling) {
    const [suggestion] = await suggestionsByIds(transaction, [review.suggestionId ?? 0]);
    if (!suggestion) throw new NotFound('The suggestion is gone.');
    const to = suggestion.email ? { ...suggestion, email: suggestion.email } : await personOf(transaction, review);
    if (ruling.decision === 'ASK') return ask(transaction, request, review, known, ruling, to);
    if (ruling.decision === 'APPROVE') {
      requireTransition('edit', known);
      const reason = suggestion.reason ?? undefined;
      await say(transaction, known, await stillToSay(transaction, suggestion), { at: request.now, reason }, 'CITIZEN');
      await write(transaction, request, known, 'editApproved', to, ruling, 'see');
    } else {
      await rule(transaction, request, known, 'REFUSED', ruling, [{ personId: review.personId, to }]);
    }
    await forgetAddress(transaction, suggestion.id);
    return false;
  },

  async PUBLISHED_EDIT(transaction, request, review, known, ruling) {
    const to = await personOf(transaction, review);
    if (ruling.decision === 'ASK') return ask(transaction, request, review, known, ruling, to);
    if (ruling.decision === 'REJECT') {
      requireTransition('revert', known);
      const { revision, fields } = review.detail;
      await revert(transaction, request, known, Number(revision), undefined, fields as string[]); // as it was written
      await rule(transaction, request, known, 'REVERTED', ruling, [{ personId: review.personId, to }]);
    }
    return false;
  },

  async CLAIM(transaction, request, review, known, ruling) {
    const to = await personOf(transaction, review);
    if (ruling.decision === 'ASK') return ask(transaction, request, review, known, ruling, to);
    if (ruling.decision === 'APPROVE') {
      await grantClaim(transaction, request, known, review.claimId ?? 0);
      await write(transaction, request, known, 'claimApproved', to, ruling, 'answer');
    } else {
      await rule(transaction, request, known, 'REFUSED', ruling, [{ personId: review.personId, to }]);
    }
    return false;
  },

  async REPORT(transaction, request, review, known, ruling) {
    if (ruling.decision === 'ASK') throw new ValidationError('decision', 'Nobody can answer a report.');
    for (const to of await reportersOf(transaction, known.id, review.createdAt)) {
      await write(transaction, request, known, 'reportSettled', to, ruling, 'see');
    }
    return false;
  },

  async POSSIBLE_DUPLICATE(_transaction, _request, _review, _known, ruling) {
    if (ruling.decision === 'REJECT') return false;
    throw new ValidationError('decision', 'Merge the two, or reject: they are two places.');
  },

  async VANISHED(transaction, request, _review, known, ruling) {
    if (ruling.decision === 'ASK')
      throw new ValidationError('decision', 'Nobody can answer: a source no longer has it.');
    if (ruling.decision === 'APPROVE' && known.status !== 'CLOSED') {
      requireTransition('close', known);
      await say(transaction, known, { status: 'CLOSED' }, { at: request.now });
    }
    return false;
  },

  async SOURCE_CONFLICT(_transaction, _request, _review, _known, ruling) {
    if (ruling.decision === 'ASK') throw new ValidationError('decision', 'Nobody can answer: sources differ.');
    return false;
  },

  async APPEAL(transaction, request, review, known, ruling) {
    if (ruling.decision === 'ASK') {
      return ask(transaction, request, review, known, ruling, await personOf(transaction, review));
    }
    const statement = await lockStatement(transaction, review.statementId ?? 0);
    if (!statement) throw new NotFound('The decision is gone.');
    const granted = ruling.decision === 'APPROVE';
    const to = (await personOf(transaction, review)) ?? (await takeAppellant(transaction, statement.id));
    await decideAppeal(transaction, statement.id, { granted, reason: ruling.reason, at: request.now });
    if (granted && (known.status === 'ARCHIVED' || known.status === 'REJECTED')) {
      requireTransition('restore', known);
      await turn(transaction, known, 'AS_SAID', { at: request.now });
    }
    await write(
      transaction,
      request,
      known,
      granted ? 'appealGranted' : 'appealRefused',
      to,
      ruling,
      granted ? 'see' : 'appeal',
      statement,
    );
    return false;
  },
};

/** What of a suggestion nobody has said something newer of; throws a ValidationError where nothing is left of it. */
async function stillToSay(transaction: Queryable, { listingId, revisionId, fields }: SuggestionRow) {
  const stale = await overtakenSince(transaction, listingId, revisionId, fields);
  const left = Object.entries(fields).filter(([field]) => !stale.includes(field));
  if (left.length > 0) return Object.fromEntries(left);
  throw new ValidationError('reviews', `Changed since it was suggested: ${stale.join(', ')}.`);
}

async function personOf(transaction: Queryable, { personId }: Review): Promise<Addressee | undefined> {
  return personId ? addresseeOf(transaction, personId) : undefined;
}

/** Who registered it; where that was without an account, the address goes with the last answer. */
async function authorOf(transaction: Queryable, review: Review, isLast: boolean): Promise<Addressee | undefined> {
  if (review.personId) return addresseeOf(transaction, review.personId);
  return isLast ? takeAuthorAddress(transaction, review.listingId) : undefined;
}

async function ask(
  transaction: Queryable,
  request: ModerationRequest,
  review: Review,
  known: Known,
  ruling: Ruling,
  to: Addressee | undefined,
): Promise<true> {
  if (!review.personId) throw new ValidationError('decision', 'Nobody can answer: it was sent without an account.');
  await write(transaction, request, known, 'asked', to, ruling, 'answer');
  return true;
}

const letterOf = { REFUSED: 'refused', REMOVED: 'removed', REVERTED: 'reverted' } as const;

/** Keeps the statement of reasons, one for each person concerned, and sends it. */
export async function rule(
  transaction: Queryable,
  request: ModerationRequest,
  known: Known,
  act: StatementAct,
  { reason, ground }: Pick<Ruling, 'reason' | 'ground'>,
  parties: readonly { personId: string | null; to: Addressee | undefined }[],
): Promise<void> {
  const statement = { listingId: known.id, act, ground, facts: reason ?? '', at: request.now };
  for (const { personId, to } of parties.length > 0 ? parties : [{ personId: null, to: undefined }]) {
    const id = await insertStatement(transaction, { ...statement, personId });
    await write(transaction, request, known, letterOf[act], to, { reason, ground }, 'appeal', { id, personId });
  }
}

/** Whoever is to hear of a removal. */
export async function concerned(transaction: Queryable, listingId: number) {
  const parties = [];
  for (const personId of await partiesOf(transaction, listingId)) {
    parties.push({ personId, to: await addresseeOf(transaction, personId) });
  }
  return parties;
}

async function write(
  transaction: Queryable,
  { mailer, baseUrl, appealLinks }: ModerationRequest,
  { id }: Known,
  kind: ModerationLetterKind,
  to: Addressee | undefined,
  { reason, ground }: { reason: string | null; ground: Ground },
  action?: 'see' | 'answer' | 'appeal',
  statement?: Pick<StatementRow, 'id' | 'personId'>,
): Promise<void> {
  if (!to) return;
  const { name, slug } = await nameAndSlug(transaction, id);
  // Who has no account reads it by what the link carries.
  const decision =
    statement && (statement.personId ? statement.id : appealLinks.close({ statementId: statement.id, to }));
  const urls = {
    see: `${baseUrl}/listings/${slug}`,
    answer: `${baseUrl}/places/${slug}/edit`,
    appeal: `${baseUrl}/decisions/${decision}`,
  };
  const letter = moderationLetter(kind, to.language, {
    place: name,
    reason,
    action: action && { kind: action, url: urls[action] },
    ground: kind === 'refused' || kind === 'removed' || kind === 'reverted' ? ground : undefined,
  });
  await mailer.send(to.email, letter, transaction);
}
