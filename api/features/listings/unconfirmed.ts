/** What people without an account send: kept apart until a mailed link confirms it, then for a moderator to decide. */
import { NotAllowed, NotFound, RateLimited, refuseProblems } from '../../platform/errors.ts';
import { ownAddress } from '../../platform/plain-text.ts';
import { hashToken, newToken } from '../../platform/token.ts';
import { expandSchedules } from '../hours/service.ts';
import { cleanReason, lockAny, type MailingRequest, refusal, requireState, say, turn } from './acts.ts';
import { giveSlug } from './create.ts';
import { findDuplicates } from './duplicates.ts';
import { checkInput, missingFields } from './input.ts';
import { linkDays, listingLetter } from './letters.ts';
import { type Standing, transitionOf } from './lifecycle.ts';
import { loadVisibleListings } from './own.ts';
import { slugBase } from './slug.ts';
import { countToday, insertUnconfirmed, setAuthorAddress, takeUnconfirmed } from './unconfirmed-store.ts';
import { type FieldChanges, type ListingInput, PossibleDuplicate, type StatusChange, statusOf } from './write-model.ts';
import { insertDraft, insertSuggestion, openNewListingReview } from './write-store.ts';

export interface VisitorRequest extends MailingRequest {
  spendTelling: () => void;
}

interface Sent {
  input: ListingInput;
  email: string;
  reason?: string | null | undefined;
  /** Filled by machines alone: nothing is kept, and they are not told. */
  trap?: string | null | undefined;
}

const lettersADay = 5;
/** What somebody may whom nothing is known of but that they read their mail. */
const byMail: Standing = { signedIn: true, author: false, holder: false, trusted: false, moderator: false };

/** A place that is missing. Throws PossibleDuplicate unless it was looked at and is none of them. */
export async function suggestListing(request: VisitorRequest, sent: Sent & { distinct: boolean }): Promise<void> {
  const { changes, problems } = checkInput(sent.input, request.taxonomy);
  const known = new Set(problems.map(({ field }) => field.split('.')[1]));
  refuseProblems([...problems, ...missingFields(changes).filter(({ field }) => !known.has(field.split('.')[1]))]);
  const { name, location, phone, website } = changes;
  if (location && !sent.distinct) {
    const duplicates = await findDuplicates(request.database, { name, at: location, phone, website });
    if (duplicates.length > 0) throw new PossibleDuplicate(duplicates);
  }
  await keep(request, sent, { listingId: null, place: name ?? '', changes });
}

/** A correction of a public place, or that it has closed or opened again. */
export async function suggestChange(
  request: VisitorRequest,
  id: number,
  sent: Sent & { change?: StatusChange | null | undefined },
): Promise<void> {
  const [listing] = await loadVisibleListings({ ...request, viewer: undefined }, [id]);
  if (!listing) throw new NotFound('There is no such listing.');
  const { fields } = await requireState(request.database, listing.id);
  const { changes, problems } = checkInput(sent.input, request.taxonomy, fields);
  refuseProblems(problems);
  refuseProblems(missingFields({ ...fields, ...changes }));
  const said: FieldChanges = sent.change ? { ...changes, status: statusOf[sent.change] } : changes;
  if (Object.keys(said).length === 0) throw refusal('input', 'Say what is to change.', 'REQUIRED');
  await keep(request, sent, { listingId: listing.id, place: listing.name, changes: said });
}

async function keep(
  request: VisitorRequest,
  { email: address, reason, trap }: Sent,
  { listingId, place, changes }: { listingId: number | null; place: string; changes: FieldChanges },
): Promise<void> {
  const { database, mailer, baseUrl, language, now } = request;
  const email = ownAddress(address);
  if (!email) throw refusal('email', 'Not an e-mail address.', 'INVALID');
  const why = cleanReason(reason) ?? null;
  request.spendTelling();
  if (trap) return;
  const token = newToken();
  await database.transaction(async (transaction) => {
    if ((await countToday(transaction, email, now)) >= lettersADay) throw new RateLimited(24 * 3600);
    const expiresAt = new Date(now.getTime() + linkDays * 24 * 3_600_000);
    const sent = { tokenHash: hashToken(token), email, language, listingId, fields: changes, reason: why };
    await insertUnconfirmed(transaction, { ...sent, at: now, expiresAt });
    const url = `${baseUrl}/suggestions/${token}`;
    await mailer.send(email, listingLetter('confirm', language, { place, url }), transaction);
  });
}

/** The mailed link was opened: from now on it waits for a moderator. */
export async function confirmSuggestion(request: MailingRequest, token: string): Promise<void> {
  const { database, now: at } = request;
  await database.transaction(async (transaction) => {
    const sent = await takeUnconfirmed(transaction, hashToken(token));
    if (!sent || sent.expiresAt <= at) throw new NotFound('This link is used or too old.');
    const { email, language, fields, reason } = sent;
    if (sent.listingId !== null) {
      const known = await lockAny(transaction, request, sent.listingId);
      if (!transitionOf('edit', known.status, byMail)) throw new NotAllowed('This place no longer shows.');
      const { revisionId } = await requireState(transaction, known.id);
      const suggestion = { listingId: known.id, personId: null, email, language, revisionId, fields, reason, at };
      await insertSuggestion(transaction, suggestion);
      return;
    }
    const { name, categories, location, address } = fields;
    if (!name || !categories || !location) throw new Error('what is needed was checked');
    const id = await insertDraft(transaction, { authorId: null, creationKey: null, name, categories, location, at });
    await setAuthorAddress(transaction, id, email, language);
    const known = await lockAny(transaction, request, id);
    await say(transaction, known, fields, { at, reason: reason ?? undefined }, 'CITIZEN');
    await giveSlug(transaction, id, slugBase({ name, category: categories[0] ?? '', ...address }));
    await turn(transaction, known, 'PENDING', { at }, 'CITIZEN');
    await openNewListingReview(transaction, id, null, at);
  });
  await expandSchedules(database, { now: at, limit: 20 });
}
