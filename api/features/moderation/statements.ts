/** Removal with a statement of reasons, and appeals against such statements. */
import type { Queryable } from '../../platform/database.ts';
import { NotFound, ValidationError } from '../../platform/errors.ts';
import { requireViewer } from '../accounts/policy.ts';
import { recordAct } from '../accounts/service.ts';
import { change, turn } from '../listings/service.ts';
import { checkReason, concerned, rule } from './decide.ts';
import { appealMonths, type Ground, type ModerationRequest } from './model.ts';
import { lockStatement, type StatementRow, saveAppeal, statementsByIds } from './store.ts';

/** Takes a listing off the map; who registered or holds it reads why, and may appeal. */
export async function archiveListing(
  request: ModerationRequest,
  id: number,
  { facts, ground }: { facts: string; ground: Ground },
): Promise<void> {
  const reason = checkReason(facts, true, 'facts');
  await change(request, id, 'archive', async (transaction, known) => {
    await turn(transaction, known, 'ARCHIVED', { at: request.now });
    await rule(transaction, request, known, 'REMOVED', { reason, ground }, await concerned(transaction, id));
    await note(transaction, request, id, 'listing.archive', { ground });
  });
}

/** Puts back what was put away or refused. */
export async function restoreListing(request: ModerationRequest, id: number): Promise<void> {
  await change(request, id, 'restore', async (transaction, known) => {
    await turn(transaction, known, 'AS_SAID', { at: request.now });
    await note(transaction, request, id, 'listing.restore', {});
  });
}

/** Asks for another look at a decision, once and within six months. Only whose contribution it was may. */
export async function appealDecision(request: ModerationRequest, id: number, words: string): Promise<void> {
  const { database, viewer, now } = request;
  const { personId } = requireViewer(viewer);
  const text = checkReason(words, true, 'words') ?? '';
  await database.transaction(async (transaction) => {
    const statement = await lockStatement(transaction, id);
    if (statement?.personId !== personId) throw new NotFound('There is no such decision about something of yours.');
    if (statement.appealedAt) throw new ValidationError('statement', 'You have appealed already.');
    const until = new Date(statement.createdAt);
    until.setUTCMonth(until.getUTCMonth() + appealMonths);
    if (until < now) throw new ValidationError('statement', `An appeal is possible for ${appealMonths} months.`);
    await saveAppeal(transaction, statement, text, now);
  });
}

/** A statement, for whom it was written to. */
export async function findStatement({ database, viewer }: ModerationRequest, id: number): Promise<StatementRow | null> {
  const [statement] = await statementsByIds(database, [id]);
  return statement && viewer && statement.personId === viewer.personId ? statement : null;
}

async function note(
  transaction: Queryable,
  { viewer, now }: ModerationRequest,
  id: number,
  act: string,
  detail: Record<string, unknown>,
): Promise<void> {
  const { personId } = requireViewer(viewer);
  await recordAct(transaction, { at: now, actorId: personId, act, subject: `Listing:${id}`, detail });
}
