/** Organisations and their members. Each use case: who may, what holds, then one transaction. */
import { z } from 'zod';
import type { Database, Queryable } from '../../platform/database.ts';
import { NotFound, ValidationError } from '../../platform/errors.ts';
import { kebab } from '../../platform/text.ts';
import { hashToken } from '../../platform/token.ts';
import type { PersonalData, Viewer } from '../accounts/model.ts';
import { requireViewer } from '../accounts/policy.ts';
import { recordAct } from '../accounts/service.ts';
import { type OrganizationInput, type OrganizationRights, type OrganizationRole, ownedLimit } from './model.ts';
import { requireRight } from './policy.ts';
import {
  collectMemberships,
  countOtherOwners,
  countOwned,
  deleteMember,
  findByCreationKey,
  insertOrganization,
  lockOrganization,
  lockText,
  membershipsOf,
  roleOf,
  saveMember,
  setApproval,
  updateOrganization,
} from './store.ts';

/** What a use case needs of the request. */
export interface OrganizationRequest {
  database: Database;
  viewer: Viewer | undefined;
  now: Date;
}

/** Roles of the person who asks, by organisation. */
export async function loadMemberships(
  queryable: Queryable,
  viewer: Viewer | undefined,
): Promise<ReadonlyMap<number, OrganizationRole>> {
  const rows = viewer ? await membershipsOf(queryable, viewer.personId) : [];
  return new Map(rows.map(({ organizationId, role }) => [organizationId, role]));
}

/** Creates an organisation with the person who asks as its owner; returns its id, the same for the same key. */
export async function createOrganization(
  { database, viewer, now }: OrganizationRequest,
  input: OrganizationInput,
  idempotencyKey?: string | null,
): Promise<number> {
  const { personId } = requireViewer(viewer);
  const checked = checkInput(input);
  if (idempotencyKey && idempotencyKey.length > 100) {
    throw new ValidationError('idempotencyKey', 'At most 100 characters.');
  }
  const creationKey = idempotencyKey ? hashToken(`${personId} ${idempotencyKey}`) : null;
  return database.transaction(async (transaction) => {
    if (creationKey) await lockText(transaction, creationKey);
    const known = creationKey ? await findByCreationKey(transaction, creationKey) : undefined;
    if (known) return known;
    if ((await countOwned(transaction, personId)) >= ownedLimit) {
      throw new ValidationError('input', `One person owns at most ${ownedLimit} organisations.`);
    }
    await lockText(transaction, 'organization.slug'); // two of one name at once: the second sees the first one's slug
    const id = await insertOrganization(transaction, slugBaseOf(checked.name), checked, creationKey, now);
    await saveMember(transaction, id, personId, 'OWNER', now);
    return id;
  });
}

/** No organisation's address is that of the page where one is registered. */
function slugBaseOf(name: string): string {
  const slug = kebab(name) || 'organisation';
  return slug === 'new' ? 'new-organisation' : slug;
}

export async function editOrganization(
  request: OrganizationRequest,
  id: number,
  input: OrganizationInput,
): Promise<number> {
  return change(request, id, 'edit', async (transaction, { role, act }) => {
    await updateOrganization(transaction, id, checkInput(input));
    if (!role) await act('organization.edit'); // an administrator's doing
  });
}

/** Whether members decide on suggested changes of its places; what waits then waits for them too. */
export async function chooseApproval(
  request: OrganizationRequest,
  id: number,
  approvesEdits: boolean,
): Promise<number> {
  return change(request, id, 'chooseApproval', async (transaction, { act }) => {
    await setApproval(transaction, id, approvesEdits);
    await act('organization.approval', { approvesEdits });
  });
}

/** Gives a member another role; throws ValidationError where no owner would be left. */
export async function changeMemberRole(
  request: OrganizationRequest,
  id: number,
  personId: string,
  role: OrganizationRole,
): Promise<number> {
  return change(request, id, 'manageMembers', async (transaction, { act }) => {
    await requireMember(transaction, id, personId);
    if (role !== 'OWNER') await requireOtherOwner(transaction, id, personId, 'role');
    await saveMember(transaction, id, personId, role, request.now);
    await act('organization.role', { person: personId, role });
  });
}

export async function removeMember(request: OrganizationRequest, id: number, personId: string): Promise<number> {
  return change(request, id, 'manageMembers', async (transaction, { act }) => {
    await requireMember(transaction, id, personId);
    await requireOtherOwner(transaction, id, personId, 'person');
    await deleteMember(transaction, id, personId);
    await act('organization.remove', { person: personId });
  });
}

export async function leaveOrganization(request: OrganizationRequest, id: number): Promise<number> {
  return change(request, id, 'leave', async (transaction, { viewer, act }) => {
    await requireOtherOwner(transaction, id, viewer.personId, 'organization');
    await deleteMember(transaction, id, viewer.personId);
    await act('organization.leave');
  });
}

/** Makes another member the owner, and the person who asks an editor. */
export async function handOverOrganization(
  request: OrganizationRequest,
  id: number,
  personId: string,
): Promise<number> {
  return change(request, id, 'handOver', async (transaction, { viewer, act }) => {
    await requireMember(transaction, id, personId);
    if (personId === viewer.personId) throw new ValidationError('person', 'You are the owner already.');
    await saveMember(transaction, id, personId, 'OWNER', request.now);
    await saveMember(transaction, id, viewer.personId, 'EDITOR', request.now);
    await act('organization.handOver', { person: personId });
  });
}

interface Change {
  viewer: Viewer;
  /** Undefined: an administrator from outside. */
  role: OrganizationRole | undefined;
  /** The organisation's name. */
  name: string;
  /** Adds to the log of privileged acts. */
  act(act: string, detail?: Record<string, unknown>): Promise<void>;
}

/** One change of an organisation under its lock, by somebody who has the right; returns its id. */
export async function change(
  { database, viewer, now }: OrganizationRequest,
  id: number,
  right: keyof OrganizationRights,
  work: (transaction: Queryable, change: Change) => Promise<void>,
): Promise<number> {
  const { personId } = requireViewer(viewer);
  await database.transaction(async (transaction) => {
    const organization = await lockOrganization(transaction, id);
    if (!organization) throw new NotFound('There is no such organisation.');
    const role = await roleOf(transaction, id, personId);
    await work(transaction, {
      viewer: requireRight(viewer, role, right),
      role,
      name: organization.name,
      act: (act, detail) =>
        recordAct(transaction, { at: now, actorId: personId, act, subject: `Organization:${id}`, detail }),
    });
  });
  return id;
}

async function requireMember(transaction: Queryable, id: number, personId: string): Promise<void> {
  if (!(await roleOf(transaction, id, personId))) throw new ValidationError('person', 'Not a member.');
}

async function requireOtherOwner(transaction: Queryable, id: number, personId: string, field: string): Promise<void> {
  if ((await roleOf(transaction, id, personId)) !== 'OWNER') return;
  if ((await countOtherOwners(transaction, id, personId)) > 0) return;
  throw new ValidationError(field, 'The last owner stays: make another member an owner first.');
}

const inputSchema = z.object({
  name: z
    .string()
    .trim()
    .min(1, 'A name is needed.')
    .max(120, 'At most 120 characters.')
    .regex(/^\P{Cc}*$/u, 'One line.'),
  class: z.string().nullish(),
  website: z
    .url({
      protocol: /^https?$/,
      hostname: z.regexes.domain,
      error: 'An address that begins with https:// or http://.',
    })
    .max(300, 'At most 300 characters.')
    .nullish(),
});

function checkInput(input: OrganizationInput): OrganizationInput {
  const { data, error } = inputSchema.safeParse({ ...input, website: input.website || null });
  if (data) return { ...input, name: data.name, website: data.website };
  const [issue] = error.issues;
  throw new ValidationError(`input.${issue?.path.join('.')}`, issue?.message ?? 'Not valid.');
}

export const organizationData: PersonalData = {
  name: 'organizations',
  collect: (database, personId) => collectMemberships(database, personId),
  async whyNotDelete(database, personId) {
    const needed = await collectMemberships(database, personId, 'needed');
    if (needed.length === 0) return undefined;
    const names = needed.map(({ organization }) => organization).join(', ');
    return `You are the last owner of ${names}, which has other members: hand it over first.`;
  },
};
