/** Limits by address, beside better-auth's by client: many machines may ask about, or write to, one person. */
import { createHash } from 'node:crypto';
import { APIError } from 'better-auth/api';
import type { Queryable } from '../../platform/database.ts';
import { countWithin } from './store.ts';

const hourMs = 3_600_000;
const lettersAnHour = 8;
const guessesAQuarter = 30;

/** False where this address has had its letters: then none is sent, and the answer does not tell. */
export async function limitLetters(database: Queryable, email: string): Promise<boolean> {
  return (await countWithin(database, keyOf('letters', email), hourMs)) <= lettersAnHour;
}

/** Throws where too many passwords were tried for this address, whether or not it has an account. */
export async function limitGuesses(database: Queryable, email: string): Promise<void> {
  if ((await countWithin(database, keyOf('guesses', email), hourMs / 4)) <= guessesAQuarter) return;
  throw new APIError('TOO_MANY_REQUESTS', {
    code: 'TOO_MANY_TRIES',
    message: 'Too many tries. Sign in by a mailed link, or wait a quarter of an hour.',
  });
}

/** The table of limits does not tell whose address it counts. */
function keyOf(what: string, email: string): string {
  return `${what}:${createHash('sha256').update(email.trim().toLowerCase()).digest('base64url')}`;
}
