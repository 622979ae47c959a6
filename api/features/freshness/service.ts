/** Asking those who run a place once a year whether it is still as we say; and what others may look at. */
import type { Context } from '../../context.ts';
import type { Database } from '../../platform/database.ts';
import { InvalidInput, NotFound, ValidationError } from '../../platform/errors.ts';
import type { Mailer } from '../../platform/mail.ts';
import { sealedTokens } from '../../platform/sealed-token.ts';
import type { Viewer } from '../accounts/model.ts';
import type { Listing } from '../listings/model.ts';
import { changeListingStatus, confirmListing, loadKeeping, loadListings } from '../listings/service.ts';
import { checkPoint } from '../regions/policy.ts';
import { freshnessLetter } from './letters.ts';
import {
  answerAddress,
  answerDays,
  type FreshnessAnswer,
  freshnessAnswers,
  type Question,
  type WorklistItem,
} from './model.ts';
import { dueQuestions, goneSince, keepersOf, noteAnswered, noteAsked, worklistRows } from './store.ts';

/** Reads and writes the tokens of mailed links; made once at start. */
export interface FreshnessLinks {
  close(question: Question): string;
  /** Undefined for what is none of ours, was altered, or no longer holds at `now`. */
  open(token: string, now: Date): Question | undefined;
}

export function openFreshnessLinks(secret: string): FreshnessLinks {
  const tokens = sealedTokens(secret, 'freshness');
  return {
    close: ({ listingId, personId, expiresAt }) => tokens.close([listingId, personId, expiresAt.getTime()]),
    open(token, now) {
      const [listingId, personId, expires] = tokens.open(token) ?? [];
      if (Number(expires ?? 0) <= now.getTime()) return undefined;
      return { listingId: Number(listingId), personId: String(personId), expiresAt: new Date(Number(expires)) };
    },
  };
}

export interface Asking {
  database: Database;
  mailer: Mailer;
  links: FreshnessLinks;
  baseUrl: string;
}

const dayMs = 86_400_000;
/** So that a large instance does not send a year's letters in one day. */
const askedADay = 500;

/** Writes to those who run places that nobody has checked for a year; returns how many places were asked about. */
export async function askKeepers({ database, mailer, links, baseUrl }: Asking, now: Date): Promise<number> {
  let asked = 0;
  for (const listingId of await dueQuestions(database, now, askedADay)) {
    const [listing] = await loadListings(database, [listingId], now);
    await database.transaction(async (transaction) => {
      const keepers = await keepersOf(transaction, listingId);
      if (!listing || keepers.length === 0 || !(await noteAsked(transaction, listingId, now))) return;
      const expiresAt = new Date(now.getTime() + answerDays * dayMs);
      for (const { personId, email, language } of keepers) {
        const token = links.close({ listingId, personId, expiresAt });
        const urls = Object.fromEntries(
          freshnessAnswers.map((answer) => [answer, answerAddress(baseUrl, token, answer, language)]),
        ) as Record<FreshnessAnswer, string>; // fromEntries forgets its keys
        await mailer.send(email, freshnessLetter(language, { name: listing.name, urls }), transaction);
      }
      asked += 1;
    });
  }
  return asked;
}

type Asked = Pick<Context, 'database' | 'freshnessLinks' | 'now'>;

/** The place that a mailed link asks about; null where the link does not hold (any more). */
export async function findQuestion({ database, freshnessLinks, now }: Asked, token: string): Promise<Listing | null> {
  const question = freshnessLinks.open(token, now);
  if (!question) return null;
  const [keeping] = await loadKeeping({ database, viewer: keeperOf(question), now }, [question.listingId]);
  if (keeping?.role !== 'OWNER') return null;
  return (await loadListings(database, [question.listingId], now))[0] ?? null;
}

/** Takes the answer of whoever was sent the link, as if they had signed in for this one thing; returns the place. */
export async function answerQuestion(context: Context, token: string, answer: FreshnessAnswer): Promise<Listing> {
  const { database, freshnessLinks, now } = context;
  const question = freshnessLinks.open(token, now);
  if (!question) throw new ValidationError('token', 'This link does not hold any more.');
  const listing = await findQuestion(context, token);
  if (!listing) throw new NotFound('There is no such place, or you do not run it any more.');
  const request = { ...context, viewer: keeperOf(question) };
  if (answer === 'STILL_TRUE') await confirmListing(request, listing.id);
  if (answer === 'CLOSED') await changeListingStatus(request, listing.id, 'CLOSE', null);
  await noteAnswered(database, listing.id, answer, now);
  return listing;
}

/** Whoever the letter went to, with no role but what they are to the place. */
function keeperOf({ personId }: Question): Viewer {
  return {
    personId,
    sessionId: '',
    name: '',
    email: '',
    language: 'en',
    secondFactor: false,
    rolesWait: false,
    administrator: false,
    moderatorOf: [],
  };
}

const greatestRadiusMeters = 25_000;
const mostListed = 100;

/** Places in a circle that somebody should look at. Throws InvalidInput. */
export async function loadWorklist(
  { database, now }: Pick<Context, 'database' | 'now'>,
  near: { lon: number; lat: number; radiusMeters: number },
  first: number,
): Promise<WorklistItem[]> {
  checkPoint(near, 'near');
  if (!(near.radiusMeters > 0 && near.radiusMeters <= greatestRadiusMeters)) {
    throw new InvalidInput('near.radiusMeters', `more than 0, at most ${greatestRadiusMeters} metres.`);
  }
  if (first < 0 || first > mostListed) throw new InvalidInput('first', `0 to ${mostListed}.`);
  const rows = await worklistRows(database, near, now, first);
  const listings = await loadListings(
    database,
    rows.map(({ id }) => id),
    now,
  );
  return rows.flatMap((row, index) => {
    const listing = listings[index];
    return listing ? [{ ...row, listing }] : [];
  });
}

/** Since when the website of each of these listings does not answer, in their order; null where it does. */
export async function websitesGoneSince(database: Database, ids: readonly number[]): Promise<(Date | null)[]> {
  const gone = new Map((await goneSince(database, ids)).map(({ listingId, since }) => [listingId, since]));
  return ids.map((id) => gone.get(id) ?? null);
}
