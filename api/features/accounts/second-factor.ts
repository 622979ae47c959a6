/**
 * Who has set up a second factor must use it, however they signed in: until then a session counts for nothing but
 * proving it. better-auth asks for it after a password only; these hooks hold the rest.
 */
import { APIError, type createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import type { Database } from '../../platform/database.ts';
import { hasPasskey, noteFailedFactor, noteSecondFactor, secondFactorLocked } from './store.ts';

type HookContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

const codePaths = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code']);
/** Passkeys are refused where the device did not check its holder, so one of them is two factors. */
const provingPaths = new Set([...codePaths, '/passkey/verify-authentication']);

/** What can be asked with a session whose second factor is still to come. */
const openPaths = [
  /^\/(sign-in|sign-up|callback)\//,
  /^\/(get-session|sign-out|error|ok|verify-email|send-verification-email|request-password-reset)$/,
  /^\/reset-password(\/|$)/,
  /^\/magic-link\/verify$/,
  /^\/passkey\/(generate-authenticate-options|verify-authentication)$/,
];

/** What adds, changes or removes a factor: whoever has one proves it first, or a mailbox would be enough for all. */
const changingPaths =
  /^\/(two-factor\/|passkey\/(generate-register-options|verify-registration|update-passkey|delete-passkey)$)/;

/** When a session made at this path has proved a second factor: now, or not at all. */
export function secondFactorOf(path: string | undefined): Date | null {
  return path && provingPaths.has(path) ? new Date() : null;
}

export async function beforeWithSession(context: HookContext, database: Database): Promise<void> {
  const { path } = context;
  if (openPaths.some((pattern) => pattern.test(path))) return;
  const session = await getSessionFromCtx(context);
  if (!session) return;
  if (codePaths.has(path)) {
    // better-auth counts wrong codes at sign-in only; with a session there would be no end to guessing.
    if (!(await secondFactorLocked(database, session.user.id))) return;
    throw new APIError('TOO_MANY_REQUESTS', { code: 'TOO_MANY_TRIES', message: 'Too many wrong codes. Wait a while.' });
  }
  if (session.session.secondFactorAt) return;
  const isDue =
    session.user.twoFactorEnabled || (changingPaths.test(path) && (await hasPasskey(database, session.user.id)));
  if (!isDue) return;
  throw new APIError('FORBIDDEN', {
    code: 'SECOND_FACTOR_REQUIRED',
    message: 'Prove your second factor first: a code of your authenticator, or your passkey.',
  });
}

/** Notes a code that was right for a session there was already, and counts one that was wrong. */
export async function afterSecondFactor(context: HookContext, database: Database): Promise<void> {
  if (!codePaths.has(context.path)) return;
  const session = await getSessionFromCtx(context);
  if (!session || context.context.newSession) return;
  if (context.context.returned instanceof APIError) await noteFailedFactor(database, session.user.id, new Date());
  else await noteSecondFactor(database, session.session.id, session.user.id, new Date());
}
