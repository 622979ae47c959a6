/** better-auth as we use it: e-mail and password, mailed links, second factors, passkeys, OpenID Connect. */
import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { genericOAuth, magicLink, twoFactor } from 'better-auth/plugins';
import { z } from 'zod';
import type { Config } from '../../platform/config.ts';
import type { Database } from '../../platform/database.ts';
import type { Log } from '../../platform/log.ts';
import type { Mailer } from '../../platform/mail.ts';
import { type Language, languages, preferredLanguage } from '../taxonomy/model.ts';
import { accountLetter, type LetterKind } from './letters.ts';
import { limitGuesses, limitLetters } from './limits.ts';
import { authPath, clientAddressHeader, type PersonalData } from './model.ts';
import { commonPasswords, hashPassword, verifyPassword } from './password.ts';
import { trustedOrigins } from './policy.ts';
import { afterSecondFactor, beforeWithSession, secondFactorOf } from './second-factor.ts';

export interface AuthDependencies {
  database: Database;
  config: Pick<Config, 'baseUrl' | 'oidcProviders'>;
  secret: string;
  mailer: Mailer;
  log: Log;
  /** What other features keep of a person. */
  personalData: readonly PersonalData[];
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const languageOf = z.enum(languages).catch('en');

export type Auth = ReturnType<typeof createAuth>;

export function createAuth({ database, config, secret, mailer, log, personalData }: AuthDependencies) {
  const { baseUrl, oidcProviders } = config;
  const isCommon = commonPasswords();
  const write = async (kind: LetterKind, email: string, language: Language, url: string) => {
    if (await limitLetters(database, email)) await mailer.send(email, accountLetter(kind, language, url));
  };
  const writeTo =
    (kind: LetterKind) =>
    ({ user, url }: { user: { email: string; language?: unknown }; url: string }) =>
      write(kind, user.email, languageOf.parse(user.language), url);
  const withCleanName = async <Row extends { name?: string | null }>(row: Row) => ({
    data: { ...row, ...(row.name == null ? {} : { name: cleanName(row.name) }), image: null },
  });
  return betterAuth({
    appName: 'Ricircolo',
    baseURL: baseUrl,
    basePath: authPath,
    secret,
    trustedOrigins: trustedOrigins(baseUrl),
    database: prismaAdapter(database.prisma, { provider: 'postgresql' }),
    telemetry: { enabled: false },
    onAPIError: {
      onError(error) {
        if (!(error instanceof APIError) || error.statusCode >= 500) log.error({ err: error }, 'signing in failed');
      },
    },
    logger: {
      level: 'error',
      // Of what else it would log, addresses and names could be part.
      log: (_, message, ...details) => log.error({ err: details.find((each) => each instanceof Error) }, message),
    },
    disabledPaths: ['/two-factor/send-otp', '/two-factor/verify-otp', '/update-session', '/change-email'],
    user: {
      modelName: 'person',
      additionalFields: {
        language: { type: 'string', required: false, defaultValue: 'en', validator: { input: z.enum(languages) } },
      },
      deleteUser: {
        enabled: true,
        // To a page of ours, which asks once more and says why where it cannot be: the callback would answer in JSON.
        sendDeleteAccountVerification: ({ user, token }) =>
          writeTo('remove')({ user, url: `${baseUrl}/account/delete?token=${token}` }),
        deleteTokenExpiresIn: day,
        async beforeDelete({ id }) {
          for (const { whyNotDelete } of personalData) {
            const message = await whyNotDelete?.(database, id);
            if (message) throw new APIError('CONFLICT', { code: 'ACCOUNT_STILL_NEEDED', message });
          }
        },
      },
    },
    session: {
      modelName: 'session',
      expiresIn: 30 * day,
      updateAge: day,
      freshAge: day,
      additionalFields: { secondFactorAt: { type: 'date', required: false, input: false } },
    },
    account: { modelName: 'credential', encryptOAuthTokens: true },
    verification: { modelName: 'verification', storeIdentifier: 'hashed' },
    databaseHooks: {
      user: { create: { before: withCleanName }, update: { before: withCleanName } },
      session: {
        create: {
          before: async (session, context) => ({
            data: { ...session, ipAddress: null, secondFactorAt: secondFactorOf(context?.path) },
          }),
        },
      },
    },
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      requireEmailVerification: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      password: { hash: hashPassword, verify: verifyPassword },
      resetPasswordTokenExpiresIn: hour,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: writeTo('reset'),
      onExistingUserSignUp: ({ user }) => writeTo('exists')({ user, url: `${baseUrl}/sign-in` }),
      // Everything a new person would be shown, so that an address that is known answers alike.
      customSyntheticUser: ({ coreFields, additionalFields, id }) => ({
        ...coreFields,
        name: cleanName(coreFields.name),
        image: null,
        twoFactorEnabled: false,
        language: 'en',
        ...additionalFields,
        id,
      }),
    },
    emailVerification: { sendOnSignUp: true, expiresIn: day, sendVerificationEmail: writeTo('verify') },
    rateLimit: {
      enabled: true,
      storage: 'database',
      modelName: 'rateLimit',
      window: minute,
      max: 100,
      customRules: {
        '/sign-in/*': { window: minute, max: 10 },
        '/sign-up/*': { window: 10 * minute, max: 10 },
        '/request-password-reset': { window: 10 * minute, max: 5 },
        '/send-verification-email': { window: 10 * minute, max: 5 },
        '/two-factor/*': { window: minute, max: 10 },
        '/delete-user': { window: hour, max: 5 },
      },
    },
    advanced: {
      cookiePrefix: 'ricircolo',
      // Said because they are left out in tests else.
      disableCSRFCheck: false,
      disableOriginCheck: false,
      useSecureCookies: baseUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    hooks: {
      before: createAuthMiddleware(async (context) => {
        const { path } = context;
        const { email, password, newPassword } = secretsOf.parse(context.body ?? {});
        if (path === '/sign-in/email' && email) await limitGuesses(database, email);
        const chosen = path === '/sign-up/email' ? password : newPassword;
        if (chosen !== undefined && (await isCommon(chosen, email))) {
          throw new APIError('BAD_REQUEST', {
            code: 'PASSWORD_COMMON',
            message: 'This password is among those that are tried first. Choose another.',
          });
        }
        await beforeWithSession(context, database);
      }),
      after: createAuthMiddleware((context) => afterSecondFactor(context, database)),
    },
    plugins: [
      magicLink({
        expiresIn: 15 * minute,
        storeToken: 'hashed',
        async sendMagicLink({ email, url }, context) {
          const known = await database.prisma.person.findUnique({ where: { email: email.toLowerCase() } });
          const asked = preferredLanguage(context?.headers?.get('accept-language') ?? undefined) ?? 'en';
          await write('signIn', email.toLowerCase(), known ? languageOf.parse(known.language) : asked, url);
        },
      }),
      twoFactor({ issuer: 'Ricircolo', allowPasswordless: true }),
      passkey({
        rpID: new URL(baseUrl).hostname,
        rpName: 'Ricircolo',
        origin: new URL(baseUrl).origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        authentication: {
          // Without the PIN or the finger a passkey is one factor only: what somebody has.
          async afterVerification({ verification }) {
            if (verification.authenticationInfo.userVerified) return;
            throw new APIError('UNAUTHORIZED', {
              code: 'USER_NOT_VERIFIED',
              message: 'The device did not check who holds it. Set a PIN or a fingerprint on it.',
            });
          },
        },
      }),
      genericOAuth({
        config: oidcProviders.map(({ id, name, discoveryUrl, clientId, clientSecret, scopes }) => ({
          providerId: id,
          name,
          discoveryUrl,
          clientId,
          clientSecret,
          scopes,
          pkce: true,
          requireIdTokenVerification: true,
        })),
      }),
    ],
  });
}

const secretsOf = z.object({
  email: z.string().optional().catch(undefined),
  password: z.string().optional().catch(undefined),
  newPassword: z.string().optional().catch(undefined),
});

/** A name on one line, of at most 100 characters. */
function cleanName(name: string): string {
  return name
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 100);
}
