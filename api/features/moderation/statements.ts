/** Removal with a statement of reasons, and appeals against such statements. */
import type { Queryable } from '../../platform/database.ts';
import { NotFound, ValidationError } from '../../platform/errors.ts';
import { parseRowId } from '../../platform/row-id.ts';
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

/** A statement by its id, for whom it was written to; or by the token of a letter, for who has no account. */
export interface StatementAsked {
  id?: string | null | undefined;
  token?: string | null | undefined;
}

/** Asks for another look at a decision, once and within six months. Only whose contribution it was may. */
export async function appealDecision(
  request: ModerationRequest,
  asked: StatementAsked,
  words: string,
): Promise<StatementRow> {
  const { database, now } = request;
  const text = checkReason(words, true, 'words') ?? '';
  const { id, isTheirs, to } = reach(request, asked);
  await database.transaction(async (transaction) => {
    const statement = await lockStatement(transaction, id);
    if (!statement || !isTheirs(statement)) throw noSuchDecision();
    if (statement.appealedAt) throw new ValidationError('statement', 'You have appealed already.');
    const until = new Date(statement.createdAt);
    until.setUTCMonth(until.getUTCMonth() + appealMonths);
    if (until < now) throw new ValidationError('statement', `An appeal is possible for ${appealMonths} months.`);
    await saveAppeal(transaction, statement, { words: text, at: now, to });
  });
  const [appealed] = await statementsByIds(database, [id]);
  if (!appealed) throw noSuchDecision();
  return appealed;
}

export async function findStatement(request: ModerationRequest, asked: StatementAsked): Promise<StatementRow | null> {
  const { id, isTheirs } = reach(request, asked);
  const [statement] = await statementsByIds(request.database, [id]);
  return statement && isTheirs(statement) ? statement : null;
}

const noSuchDecision = () => new NotFound('There is no such decision about something of yours.');

function reach({ viewer, appealLinks }: ModerationRequest, { id, token }: StatementAsked) {
  const appellant = token ? appealLinks.open(token) : undefined;
  if (token) {
    // A link reads what it was mailed for, and never what is an account's.
    const isTheirs = ({ personId }: StatementRow) => appellant !== undefined && personId === null;
    return { id: appellant?.statementId ?? 0, isTheirs, to: appellant?.to };
  }
  const isTheirs = ({ personId }: StatementRow) => viewer !== undefined && personId === viewer.personId;
  return { id: parseRowId(id ?? ''), isTheirs, to: undefined };
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
