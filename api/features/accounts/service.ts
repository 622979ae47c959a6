/** People: who asks, what they may do beyond a member's rights, and all that is kept of them. */
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { Database, Queryable } from '../../platform/database.ts';
import { OperatorError } from '../../platform/errors.ts';
import { isRegion } from '../regions/service.ts';
import { languages } from '../taxonomy/model.ts';
import type { Auth, AuthDependencies } from './auth.ts';
import type { Act, Grant, PersonalData, Viewer } from './model.ts';
import { isFromOurPages } from './policy.ts';
import {
  collectPerson,
  deleteExpired,
  deleteFactors,
  deleteGrant,
  findPersonId,
  type GrantRow,
  insertAct,
  insertGrant,
  loadAllGrants,
  loadGrants,
} from './store.ts';

export interface AccountsService {
  /** Loads what the first request would wait for else. */
  load(): Promise<void>;
  /** Answers what is asked below /api/auth. */
  handle(request: Request): Promise<Response>;
  /** The person whose session the cookie names; undefined for a visitor, and until a second factor due is proved. */
  viewerOf(headers: IncomingHttpHeaders): Promise<Viewer | undefined>;
  /** All that is kept of the person who asks, by feature. */
  exportOf(viewer: Viewer): Promise<Record<string, unknown>>;
}

/** Loads better-auth when something first asks for it: it takes a second, which commands and other doors need not wait. */
export function openAccounts(dependencies: AuthDependencies): AccountsService {
  const { database, personalData, config } = dependencies;
  let loading: Promise<Auth> | undefined;
  const auth = () => {
    loading ??= import('./auth.ts').then(({ createAuth }) => createAuth(dependencies));
    return loading;
  };
  return {
    async load() {
      await (await auth()).$context;
    },
    handle: async (request) => (await auth()).handler(request),
    async viewerOf(headers) {
      // A cookie counts for our own pages only, whatever another site makes a browser send.
      if (!headers.cookie?.includes('ricircolo.') || !isFromOurPages(config.baseUrl, headers)) return undefined;
      return viewerOf(await auth(), database, headers.cookie);
    },
    exportOf: (viewer) => exportOf(database, personalData, viewer),
  };
}

const languageOf = z.enum(languages).catch('en');

async function viewerOf(auth: Auth, database: Queryable, cookie: string): Promise<Viewer | undefined> {
  const found = await auth.api.getSession({ headers: new Headers({ cookie }), query: { disableRefresh: true } });
  if (!found) return undefined;
  const { user, session } = found;
  const secondFactor = Boolean(session.secondFactorAt);
  if (user.twoFactorEnabled && !secondFactor) return undefined;
  const grants = await loadGrants(database, user.id);
  const counted = secondFactor ? grants : [];
  return {
    personId: user.id,
    sessionId: session.id,
    name: user.name,
    email: user.email,
    language: languageOf.parse(user.language),
    secondFactor,
    rolesWait: grants.length > counted.length,
    administrator: counted.some(({ role }) => role === 'ADMINISTRATOR'),
    moderatorOf: counted.flatMap(({ regionCode }) => regionCode ?? []),
  };
}

async function exportOf(
  database: Queryable,
  personalData: readonly PersonalData[],
  { personId }: Viewer,
): Promise<Record<string, unknown>> {
  const parts = await Promise.all(
    personalData.map(async ({ name, collect }) => [name, await collect(database, personId)] as const),
  );
  return { account: await collectPerson(database, personId), ...Object.fromEntries(parts) };
}

/** Removes what nobody needs any more. */
export const tidyAccounts: (database: Database, now: Date) => Promise<void> = deleteExpired;

/** Adds to the log of privileged acts, in the transaction of the act itself. */
export const recordAct: (transaction: Queryable, act: Act) => Promise<void> = insertAct;

/** Grants a role; throws an OperatorError where there is no such person or region, or it was granted already. */
export async function grantRole(database: Database, email: string, grant: Grant, at: Date): Promise<void> {
  await changePerson(
    database,
    email,
    at,
    { act: 'role.grant', detail: { ...grant } },
    async (transaction, personId) => {
      if (grant.regionCode !== null && !(await isRegion(transaction, grant.regionCode))) {
        throw new OperatorError(`There is no region "${grant.regionCode}".`);
      }
      if (!(await insertGrant(transaction, personId, grant, at)))
        throw new OperatorError(`${email} has that role already.`);
    },
  );
}

/** Takes a role back; throws an OperatorError where it was not granted. */
export async function revokeRole(database: Database, email: string, grant: Grant, at: Date): Promise<void> {
  await changePerson(
    database,
    email,
    at,
    { act: 'role.revoke', detail: { ...grant } },
    async (transaction, personId) => {
      if (!(await deleteGrant(transaction, personId, grant)))
        throw new OperatorError(`${email} does not have that role.`);
    },
  );
}

export function listRoles(database: Database): Promise<GrantRow[]> {
  return loadAllGrants(database);
}

/** Takes the second factors of somebody who has lost them, once the operator has made sure who asks. */
export async function resetFactors(database: Database, email: string, at: Date): Promise<void> {
  await changePerson(database, email, at, { act: 'factors.reset' }, deleteFactors);
}

/** What an operator does to a person: in one transaction, with its line in the log of privileged acts. */
async function changePerson(
  database: Database,
  email: string,
  at: Date,
  act: Pick<Act, 'act' | 'detail'>,
  change: (transaction: Queryable, personId: string) => Promise<void>,
): Promise<void> {
  await database.transaction(async (transaction) => {
    const personId = await findPersonId(transaction, email);
    if (!personId) throw new OperatorError(`Nobody has signed up with the address ${email}.`);
    await change(transaction, personId);
    await recordAct(transaction, { at, actorId: null, subject: `Person:${personId}`, ...act });
  });
}
