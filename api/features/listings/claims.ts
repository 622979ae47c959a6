/**
 * Claims: that somebody runs a place. Proved by a letter to the address that the place itself made public, or by a
 * moderator's judgement of evidence. What somebody holds changes hands by a moderator's decision alone, and they are told.
 */
import type { Queryable } from '../../platform/database.ts';
import { NotAllowed, NotFound } from '../../platform/errors.ts';
import { isEmailAddress, severalLines } from '../../platform/plain-text.ts';
import { hashToken, newToken } from '../../platform/token.ts';
import { requireViewer } from '../accounts/policy.ts';
import { recordAct } from '../accounts/service.ts';
import { change, lock, type MailingRequest, refusal, requireState, requireTransition } from './acts.ts';
import {
  claimByToken,
  claimedTooOften,
  deleteClaimsOf,
  findClaim,
  holdersOf,
  insertClaim,
  isHeld,
  noteProof,
  openClaimReview,
  saidByVisitors,
  saveObjection,
  setHolder,
} from './claim-store.ts';
import { linkDays, listingLetter } from './letters.ts';
import type { claimMethods } from './write-model.ts';
import { countOpenSuggestions, type Known } from './write-store.ts';

export interface ClaimInput {
  method: (typeof claimMethods)[number];
  /** Why it is theirs; needed for MODERATOR. */
  evidence?: string | null | undefined;
  /** For WEBSITE_DOMAIN: an address at the website's domain. */
  email?: string | null | undefined;
  /** For which organisation; left out: for the person. */
  organizationId?: number | null | undefined;
}

const longestEvidence = 2000;
const openLimit = 20;

/** Returns where the letter went; null: a moderator decides on the evidence. */
export async function claimListing(request: MailingRequest, id: number, input: ClaimInput): Promise<string | null> {
  const { viewer, now, language, memberships } = request;
  const { personId } = requireViewer(viewer);
  // Before the transaction: the embedded engine lets nothing else be asked while one is under way.
  const organizations = await memberships();
  return change(request, id, 'claim', async (transaction, known) => {
    if (known.standing.holder) throw new NotAllowed('You run it already, as far as we know.');
    const organizationId = input.organizationId ?? null;
    if (organizationId !== null && !organizations.has(organizationId)) {
      throw refusal('organization', 'You are no member of this organisation.', 'NOT_ALLOWED');
    }
    if ((await countOpenSuggestions(transaction, personId)) >= openLimit) {
      throw new NotAllowed('So many of your claims wait that you may make no more for now.');
    }
    const evidence = checkEvidence(input);
    const email = input.method === 'MODERATOR' ? null : await addressFor(transaction, known, input);
    const token = email === null ? null : newToken();
    if (await claimedTooOften(transaction, id, personId, now)) {
      throw new NotAllowed('There were several claims of this place, or of yours, today: try again tomorrow.');
    }
    await deleteClaimsOf(transaction, id, personId);
    const claimId = await insertClaim(transaction, {
      listingId: id,
      personId,
      organizationId,
      method: input.method,
      evidence,
      email,
      tokenHash: token && hashToken(token),
      language,
      at: now,
      expiresAt: token ? new Date(now.getTime() + linkDays * 24 * 3_600_000) : null,
    });
    if (email === null || token === null) {
      await openReview(transaction, request, known, claimId);
      return null;
    }
    const { fields } = await requireState(transaction, id);
    const url = `${request.baseUrl}/claims/${token}`;
    await request.mailer.send(
      email,
      listingLetter('claimProof', language, { place: fields.name ?? '', url }),
      transaction,
    );
    return email;
  });
}

/** The mailed link was opened by whoever claimed. Returns the listing and whether it is theirs now; else a moderator decides. */
export async function proveClaim(request: MailingRequest, token: string): Promise<{ id: number; granted: boolean }> {
  const { database, viewer, now } = request;
  const { personId } = requireViewer(viewer);
  return database.transaction(async (transaction) => {
    const found = await claimByToken(transaction, hashToken(token));
    if (!found || (found.expiresAt && found.expiresAt <= now)) throw new NotFound('This link is used or too old.');
    if (found.personId !== personId) throw new NotAllowed('Sign in as who said that they run this place.');
    const known = await lock(transaction, request, found.listingId);
    requireTransition('claim', known);
    await noteProof(transaction, found.id, now);
    if (await isHeld(transaction, found.listingId)) {
      await openReview(transaction, request, known, found.id);
      return { id: known.id, granted: false };
    }
    await grantClaim(transaction, request, known, found.id);
    return { id: known.id, granted: true };
  });
}

/** What whoever holds the place says against a claim, for the moderator who decides. */
export async function objectToClaim(request: MailingRequest, claimId: number, words: string): Promise<number> {
  requireViewer(request.viewer);
  return request.database.transaction(async (transaction) => {
    const claim = await findClaim(transaction, claimId);
    if (!claim) throw new NotFound('There is no such claim.');
    const known = await lock(transaction, request, claim.listingId);
    if (!known.standing.holder) throw new NotAllowed('Only who runs the place may object.');
    const text = severalLines(words);
    if (!text) throw refusal('words', 'Say why.', 'REQUIRED');
    if (words.length > longestEvidence) throw refusal('words', `At most ${longestEvidence} characters.`, 'TOO_LONG');
    await saveObjection(transaction, claimId, text);
    return known.id;
  });
}

/** The place is theirs from now on: of the organisation claimed for, else of the person. */
export async function grantClaim(
  transaction: Queryable,
  { viewer, now }: Pick<MailingRequest, 'viewer' | 'now'>,
  known: Known,
  claimId: number,
): Promise<void> {
  const claim = await findClaim(transaction, claimId);
  if (claim?.listingId !== known.id) throw new NotFound('The claim is gone.');
  requireTransition('claim', known);
  await setHolder(transaction, known.id, claim);
  const { personId, organizationId, method } = claim;
  const detail = { person: personId, organization: organizationId, method };
  const actorId = requireViewer(viewer).personId;
  await recordAct(transaction, { at: now, actorId, act: 'listing.handOver', subject: `Listing:${known.id}`, detail });
}

/** For a moderator; whoever holds the place is told. */
async function openReview(transaction: Queryable, request: MailingRequest, known: Known, claimId: number) {
  const claim = await findClaim(transaction, claimId);
  if (!claim) throw new Error('the claim was just kept');
  await openClaimReview(transaction, claim, request.now);
  const { fields } = await requireState(transaction, known.id);
  const place = fields.name ?? '';
  for (const { email, language, slug } of await holdersOf(transaction, known.id)) {
    const url = `${request.baseUrl}/places/${slug}/edit`;
    await request.mailer.send(email, listingLetter('claimTold', language, { place, url }), transaction);
  }
}

function checkEvidence({ method, evidence }: ClaimInput): string | null {
  if (evidence && evidence.length > longestEvidence) {
    throw refusal('evidence', `At most ${longestEvidence} characters.`, 'TOO_LONG');
  }
  const text = evidence ? severalLines(evidence) : '';
  if (method === 'MODERATOR' && !text) throw refusal('evidence', 'Say how a moderator can see that.', 'REQUIRED');
  return text || null;
}

/** Where the proof is mailed. What a visitor said of the place proves nothing. */
async function addressFor(transaction: Queryable, known: Known, { method, email }: ClaimInput): Promise<string> {
  const { fields } = await requireState(transaction, known.id);
  const field = method === 'LISTING_EMAIL' ? 'email' : 'website';
  if (!fields[field]) throw refusal('method', `No ${field} of the place is known.`, 'INVALID');
  if (await saidByVisitors(transaction, known.id, field)) {
    throw refusal('method', `The ${field} was added by a visitor: it proves nothing. Ask a moderator.`, 'NOT_ALLOWED');
  }
  if (method === 'LISTING_EMAIL') return fields.email ?? '';
  const domain = domainOf(fields.website ?? '');
  if (!domain) throw refusal('method', 'Anybody can have an address at that website. Ask a moderator.', 'NOT_ALLOWED');
  const address = email?.trim().toLowerCase() ?? '';
  const at = address.slice(address.lastIndexOf('@') + 1);
  if (isEmailAddress(address) && address.length <= 254 && at === domain) return address;
  throw refusal('email', `An address at ${domain} is needed.`, email ? 'INVALID' : 'REQUIRED');
}

/** Domains where anybody can have a mailbox. */
const mailProviders =
  /^(gmail|googlemail|outlook|hotmail|live|msn|yahoo|icloud|gmx|libero|virgilio|tiscali|alice|tin|pec|legalmail|free|orange|laposte|wanadoo|sfr|telefonica|seznam|centrum|abv|mail|proton|protonmail|luukku|telenet|skynet|ziggo|kpnmail|planet|hetnet)\.[a-z.]+$/;

function domainOf(website: string): string | undefined {
  const host = URL.parse(website)
    ?.hostname.replace(/^www\./, '')
    .toLowerCase();
  return host && !mailProviders.test(host) ? host : undefined;
}
