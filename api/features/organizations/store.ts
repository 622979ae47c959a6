import sql, { empty } from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';
import type { OrganizationInput, OrganizationRole } from './model.ts';

/** Locks the organisation until the transaction ends, so that its members change one after the other. */
export async function lockOrganization(transaction: Queryable, id: number): Promise<{ name: string } | undefined> {
  const [row] = await transaction.query<{ name: string }>(sql`/* organizations.lock */
    select name from organization where id = ${id} for update`);
  return row;
}

/** Two transactions that lock the same text take turns. */
export async function lockText(transaction: Queryable, text: string): Promise<void> {
  await transaction.query(sql`/* organizations.lockText */ select pg_advisory_xact_lock(hashtextextended(${text}, 0))`);
}

export async function roleOf(
  queryable: Queryable,
  organizationId: number,
  personId: string,
): Promise<OrganizationRole | undefined> {
  const [row] = await queryable.query<{ role: OrganizationRole }>(sql`/* organizations.roleOf */
    select role from organization_member where organization_id = ${organizationId} and person_id = ${personId}`);
  return row?.role;
}

export interface MembershipRow {
  organizationId: number;
  role: OrganizationRole;
}

export async function membershipsOf(queryable: Queryable, personId: string): Promise<MembershipRow[]> {
  return queryable.query<MembershipRow>(sql`/* organizations.membershipsOf */
    select organization_id as "organizationId", role from organization_member
    where person_id = ${personId} order by organization_id`);
}

/** Inserts under the first slug of "name", "name-2", … that is free. */
export async function insertOrganization(
  transaction: Queryable,
  slugBase: string,
  { name, class: kind, website }: OrganizationInput,
  creationKey: string | null,
  at: Date,
): Promise<number> {
  const [row] = await transaction.query<{ id: number }>(sql`/* organizations.insert */
    insert into organization (slug, name, class, website, creation_key, created_at)
    select candidate, ${name}, ${kind ?? null}::organization_class, ${website ?? null}, ${creationKey}, ${at}
    from generate_series(1, 10000) n, lateral (select ${slugBase} || case n when 1 then '' else '-' || n end as candidate) c
    where not exists (select from organization where slug = candidate)
    order by n limit 1 returning id`);
  if (!row) throw new Error('no slug is free');
  return row.id;
}

export async function findByCreationKey(queryable: Queryable, creationKey: string): Promise<number | undefined> {
  const [row] = await queryable.query<{ id: number }>(sql`/* organizations.byCreationKey */
    select id from organization where creation_key = ${creationKey}`);
  return row?.id;
}

export async function updateOrganization(
  transaction: Queryable,
  id: number,
  { name, class: kind, website }: OrganizationInput,
): Promise<void> {
  await transaction.query(sql`/* organizations.update */
    update organization set name = ${name}, class = ${kind ?? null}::organization_class, website = ${website ?? null}
    where id = ${id}`);
}

export async function setApproval(transaction: Queryable, id: number, approvesEdits: boolean): Promise<void> {
  await transaction.query(sql`/* organizations.setApproval */
    update organization set approves_edits = ${approvesEdits} where id = ${id}`);
}

export async function countOwned(queryable: Queryable, personId: string): Promise<number> {
  const [row] = await queryable.query<{ count: number }>(sql`/* organizations.countOwned */
    select count(*) from organization_member where person_id = ${personId} and role = 'OWNER'`);
  return row?.count ?? 0;
}

/** How many owners there are beside this person. */
export async function countOtherOwners(
  transaction: Queryable,
  organizationId: number,
  personId: string,
): Promise<number> {
  const [row] = await transaction.query<{ count: number }>(sql`/* organizations.countOtherOwners */
    select count(*) from organization_member
    where organization_id = ${organizationId} and person_id <> ${personId} and role = 'OWNER'`);
  return row?.count ?? 0;
}

/** Makes somebody a member, or gives a member that role. */
export async function saveMember(
  transaction: Queryable,
  organizationId: number,
  personId: string,
  role: OrganizationRole,
  at: Date,
): Promise<void> {
  await transaction.query(sql`/* organizations.saveMember */
    insert into organization_member (organization_id, person_id, role, joined_at)
    values (${organizationId}, ${personId}, ${role}::organization_role, ${at})
    on conflict (organization_id, person_id) do update set role = excluded.role`);
}

export async function deleteMember(transaction: Queryable, organizationId: number, personId: string): Promise<void> {
  await transaction.query(sql`/* organizations.deleteMember */
    delete from organization_member where organization_id = ${organizationId} and person_id = ${personId}`);
}

export interface InvitationRow {
  id: number;
  organizationId: number;
  email: string;
  role: OrganizationRole;
  expiresAt: Date;
}

/** A new invitation of the same address takes the place of the old one. */
export async function saveInvitation(
  transaction: Queryable,
  invitation: Omit<InvitationRow, 'id'> & { tokenHash: string; at: Date },
): Promise<void> {
  const { organizationId, email, role, tokenHash, at, expiresAt } = invitation;
  await transaction.query(sql`/* organizations.saveInvitation */
    insert into organization_invitation (organization_id, email, role, token_hash, created_at, expires_at)
    values (${organizationId}, ${email}, ${role}::organization_role, ${tokenHash}, ${at}, ${expiresAt})
    on conflict (organization_id, email) do update set role = excluded.role, token_hash = excluded.token_hash,
      created_at = excluded.created_at, expires_at = excluded.expires_at`);
}

export async function countInvitations(transaction: Queryable, organizationId: number, at: Date): Promise<number> {
  const [row] = await transaction.query<{ count: number }>(sql`/* organizations.countInvitations */
    with gone as (delete from organization_invitation where organization_id = ${organizationId} and expires_at <= ${at})
    select count(*) from organization_invitation where organization_id = ${organizationId} and expires_at > ${at}`);
  return row?.count ?? 0;
}

const invitationColumns = sql`id, organization_id as "organizationId", email, role, expires_at as "expiresAt"`;

export async function findInvitation(
  queryable: Queryable,
  by: { id: number } | { tokenHash: string },
): Promise<InvitationRow | undefined> {
  const [row] = await queryable.query<InvitationRow>(sql`/* organizations.findInvitation */
    select ${invitationColumns} from organization_invitation
    where ${'id' in by ? sql`id = ${by.id}` : sql`token_hash = ${by.tokenHash}`}`);
  return row;
}

/** False where somebody was quicker: an invitation is used once. */
export async function deleteInvitation(transaction: Queryable, id: number): Promise<boolean> {
  const rows = await transaction.query(sql`/* organizations.deleteInvitation */
    delete from organization_invitation where id = ${id} returning id`);
  return rows.length > 0;
}

/** Memberships, and where this person alone owns what others are members of too. */
export async function collectMemberships(
  queryable: Queryable,
  personId: string,
  only: 'all' | 'needed' = 'all',
): Promise<{ organization: string; role: OrganizationRole; since: Date }[]> {
  return queryable.query(sql`/* organizations.collectMemberships */
    select organization.name as organization, role, joined_at as since
    from organization_member mine join organization on organization.id = organization_id
    where person_id = ${personId} ${
      only === 'all'
        ? empty
        : sql`and role = 'OWNER'
      and exists (select from organization_member other where other.organization_id = mine.organization_id
        and other.person_id <> mine.person_id)
      and not exists (select from organization_member other where other.organization_id = mine.organization_id
        and other.person_id <> mine.person_id and other.role = 'OWNER')`
    }
    order by organization.name`);
}
