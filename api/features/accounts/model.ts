/** People, as the rest of the application sees them. */
import type { Queryable } from '../../platform/database.ts';
import type { Language } from '../taxonomy/model.ts';

export const authPath = '/api/auth';
/** Set by our own routes only, to the address that Fastify found. */
export const clientAddressHeader = 'x-ricircolo-client';

/** The person who asks, and what counts in this session. */
export interface Viewer {
  personId: string;
  sessionId: string;
  name: string;
  email: string;
  language: Language;
  /** Whether this session proved a second factor: without one, no role beyond a member's counts. */
  secondFactor: boolean;
  /** Whether roles are granted that do not count in this session for want of a second factor. */
  rolesWait: boolean;
  administrator: boolean;
  /** Codes of the regions this person moderates. */
  moderatorOf: readonly string[];
}

type StaffRole = 'MODERATOR' | 'ADMINISTRATOR';

export interface Grant {
  role: StaffRole;
  /** Of a moderator; null for an administrator. */
  regionCode: string | null;
}

/** One privileged act, for the log that is only ever added to. */
export interface Act {
  at: Date;
  /** Id of a person; null: an operator at the command line. */
  actorId: string | null;
  /** Such as `role.grant`. */
  act: string;
  /** Type and id of what it was done to: `Organization:12`. */
  subject: string;
  detail?: Record<string, unknown>;
}

/** What a feature keeps of a person: handed out with the rest on request, and asked before the account is deleted. */
export interface PersonalData {
  /** Key in the export. */
  name: string;
  collect(database: Queryable, personId: string): Promise<unknown>;
  /** A sentence that says what to do first where the account cannot go yet. */
  whyNotDelete?(database: Queryable, personId: string): Promise<string | undefined>;
}
