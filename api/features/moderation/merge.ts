/** Two listings of one place become one, field by field; a merge can be undone. */
import type { Queryable } from '../../platform/database.ts';
import { NotAllowed, ValidationError } from '../../platform/errors.ts';
import { requireViewer } from '../accounts/policy.ts';
import { recordAct } from '../accounts/service.ts';
import { changedSince, coalesceListings, lock, requireState, requireTransition, turn } from '../listings/service.ts';
import { checkReason } from './decide.ts';
import {
  findMerge,
  inheritHolder,
  insertMerge,
  leaveHolder,
  lendFields,
  moveRecords,
  moveRecordsBack,
  noteUndone,
  pointTo,
  settleDuplicates,
} from './merge-store.ts';
import type { ModerationRequest } from './model.ts';

/**
 * The loser's sources speak of the winner from now on, and of these fields before the winner's own. Everything said keeps
 * its licence; the loser's address leads to the winner.
 */
export async function mergeListings(
  request: ModerationRequest,
  {
    loserId,
    winnerId,
    fields,
    seen,
    reason,
  }: {
    loserId: number;
    winnerId: number;
    fields: readonly string[];
    /** Revisions that were looked at. */
    seen: { loser: number | null | undefined; winner: number | null | undefined };
    reason: string | null | undefined;
  },
): Promise<void> {
  const { database, viewer, now: at } = request;
  const { personId } = requireViewer(viewer);
  const why = checkReason(reason, false) ?? undefined;
  await database.transaction(async (transaction) => {
    // Locked in one order, so that two merges never wait for each other.
    const ids = [loserId, winnerId].sort((a, b) => a - b);
    const known = [];
    for (const id of ids) known.push(await lock(transaction, request, id));
    const [loser, winner] = known[0]?.id === loserId ? known : known.reverse();
    if (!loser || !winner) throw new Error('both are locked');
    if (loserId === winnerId) throw new ValidationError('into', 'These are not two listings.');
    requireTransition('merge', loser);
    if (!winner.standing.moderator) throw new NotAllowed('Only moderators of both regions may do that.');
    requireTransition('archive', winner); // it is one that shows
    const { fields: said } = await requireState(transaction, loserId);
    const unknown = fields.find((field) => !(field in said));
    if (unknown !== undefined)
      throw new ValidationError('fields', `Nothing is said of "${unknown.slice(0, 60)}" there.`);
    for (const [id, revisionId] of [
      [loserId, seen.loser],
      [winnerId, seen.winner],
    ] as const) {
      await refuseChanged(transaction, id, revisionId, fields);
    }
    await lendFields(transaction, { loserId, winnerId, fields, at });
    const movedRecordIds = await moveRecords(transaction, loserId, winnerId);
    const tookHolder = await inheritHolder(transaction, loserId, winnerId);
    await insertMerge(transaction, { loserId, winnerId, movedRecordIds, tookHolder, at });
    await turn(transaction, loser, 'MERGED', { at, kind: 'MERGED', reason: why });
    await pointTo(transaction, loserId, winnerId);
    await coalesceListings(transaction, [winnerId], { actorRole: 'MODERATOR', kind: 'MERGED', reason: why, at });
    await settleDuplicates(transaction, loserId, winnerId, {
      decision: 'APPROVED',
      reason: null,
      decidedBy: personId,
      resolvedAt: at,
    });
    const detail = { into: winnerId, fields };
    await recordAct(transaction, {
      at,
      actorId: personId,
      act: 'listing.merge',
      subject: `Listing:${loserId}`,
      detail,
    });
  });
}

/** Throws a ValidationError where one of the fields changed since the revision that was looked at. */
async function refuseChanged(
  transaction: Queryable,
  id: number,
  revisionId: number | null | undefined,
  fields: readonly string[],
): Promise<void> {
  if (typeof revisionId !== 'number') return;
  const changed = (await changedSince(transaction, id, revisionId)).filter((field) => fields.includes(field));
  if (changed.length > 0)
    throw new ValidationError('fields', `Changed since they were looked at: ${changed.join(', ')}.`);
}

/** The loser stands by itself again, with all its sources; what was said of the winner since stays the winner's. */
export async function undoMerge(request: ModerationRequest, loserId: number): Promise<void> {
  const { database, viewer, now: at } = request;
  const { personId } = requireViewer(viewer);
  await database.transaction(async (transaction) => {
    const loser = await lock(transaction, request, loserId);
    requireTransition('unmerge', loser);
    const merge = await findMerge(transaction, loserId);
    if (!merge) throw new ValidationError('listing', 'This merge is not known here, so it cannot be undone.');
    await moveRecordsBack(transaction, merge);
    if (merge.tookHolder) await leaveHolder(transaction, merge);
    await noteUndone(transaction, merge.id, at);
    await turn(transaction, loser, 'AS_SAID', { at, kind: 'REVERTED' });
    await coalesceListings(transaction, [loserId, merge.winnerId], { actorRole: 'MODERATOR', kind: 'REVERTED', at });
    const detail = { from: merge.winnerId };
    await recordAct(transaction, {
      at,
      actorId: personId,
      act: 'listing.unmerge',
      subject: `Listing:${loserId}`,
      detail,
    });
  });
}
