/** `ricircolo user …`: roles beyond a member's. */
import { parseArgs } from 'node:util';
import type { Database } from '../../platform/database.ts';
import { messageOf, OperatorError } from '../../platform/errors.ts';
import type { Grant } from './model.ts';
import { grantRole, listRoles, resetFactors, revokeRole } from './service.ts';

export interface UserCommandDependencies {
  database: Database;
  now: () => Date;
  /** Writes a line for the operator. */
  print: (line: string) => void;
}

const usage = `Usage: npm run cli -- user …
  user grant ADDRESS moderator --region CODE    such as --region IT
  user grant ADDRESS administrator
  user revoke ADDRESS moderator --region CODE
  user revoke ADDRESS administrator
  user list                                     who has a role
  user reset-factors ADDRESS                    for somebody who lost authenticator, codes and passkeys
Roles count in sessions that proved a second factor: an authenticator's code, or a passkey.`;

/** Runs `ricircolo user ARGS`. */
export async function userCommand({ database, now, print }: UserCommandDependencies, args: string[]): Promise<void> {
  const { positionals, values } = parse(args);
  const [action, email, role, ...more] = positionals;
  if (action === 'list' && email === undefined) {
    const rows = await listRoles(database);
    for (const row of rows) {
      print([row.email, row.role.toLowerCase(), row.regionCode].filter((part) => part !== null).join('  '));
    }
    if (rows.length === 0) print('Nobody has a role yet.');
    return;
  }
  if (action === 'reset-factors' && email && role === undefined) {
    await resetFactors(database, email, now());
    print(`${email} has no second factor any more, and is signed out everywhere.`);
    return;
  }
  if ((action !== 'grant' && action !== 'revoke') || !email || !role || more.length > 0)
    throw explain('What to do is not clear.');
  const grant = readGrant(role, values.region);
  await (action === 'grant' ? grantRole : revokeRole)(database, email, grant, now());
  const what = grant.regionCode === null ? role : `${role} of ${grant.regionCode}`;
  print(`${email} is ${action === 'grant' ? 'now' : 'no longer'} ${what}.`);
}

function readGrant(role: string, region: string | undefined): Grant {
  if (role === 'administrator' && region === undefined) return { role: 'ADMINISTRATOR', regionCode: null };
  if (role === 'moderator' && region !== undefined) return { role: 'MODERATOR', regionCode: region };
  throw explain('A moderator is one of a region, an administrator of none.');
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: { region: { type: 'string' } }, allowPositionals: true });
  } catch (error) {
    throw explain(messageOf(error));
  }
}

const explain = (problem: string) => new OperatorError(`${problem}\n\n${usage}`);
