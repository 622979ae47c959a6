/** Every statement about people that better-auth does not make itself. */
import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';
import type { Act, Grant } from './model.ts';

/** Counts one more under `key`, and returns how many there were since the first within `windowMs`. */
export async function countWithin(database: Queryable, key: string, windowMs: number): Promise<number> {
  const now = Date.now();
  const [row] = await database.query<{ count: number }>(sql`/* accounts.countWithin */
    insert into rate_limit (id, key, count, last_request) values (${randomUUID()}, ${key}, 1, ${now})
    on conflict (key) do update set
      count = case when rate_limit.last_request < ${now - windowMs} then 1 else rate_limit.count + 1 end,
      last_request = case when rate_limit.last_request < ${now - windowMs} then ${now} else rate_limit.last_request end
    returning count`);
  return row?.count ?? 0;
}

/** Wrong codes in a row after which none is looked at for a while. */
const wrongCodes = 10;

export async function secondFactorLocked(database: Queryable, personId: string): Promise<boolean> {
  const rows = await database.query(sql`/* accounts.secondFactorLocked */
    select from two_factor where person_id = ${personId} and locked_until > now()`);
  return rows.length > 0;
}

export async function hasPasskey(database: Queryable, personId: string): Promise<boolean> {
  const rows = await database.query(sql`/* accounts.hasPasskey */
    select from passkey where person_id = ${personId} limit 1`);
  return rows.length > 0;
}

/** For whoever has lost them all: removes second factors, and ends every session. */
export async function deleteFactors(database: Queryable, personId: string): Promise<void> {
  await database.query(sql`/* accounts.deleteFactors */
    with codes as (delete from two_factor where person_id = ${personId}),
      keys as (delete from passkey where person_id = ${personId}),
      ended as (delete from session where person_id = ${personId})
    update person set two_factor_enabled = false where id = ${personId}`);
}

export async function noteFailedFactor(database: Queryable, personId: string, at: Date): Promise<void> {
  await database.query(sql`/* accounts.noteFailedFactor */
    update two_factor set
      failed_verification_count = (failed_verification_count + 1) % ${wrongCodes},
      locked_until = case when failed_verification_count + 1 >= ${wrongCodes}
        then ${at}::timestamptz + interval '15 minutes' else locked_until end
    where person_id = ${personId}`);
}

export async function noteSecondFactor(
  database: Queryable,
  sessionId: string,
  personId: string,
  at: Date,
): Promise<void> {
  await database.query(sql`/* accounts.noteSecondFactor */
    with proved as (update session set second_factor_at = ${at} where id = ${sessionId})
    update two_factor set failed_verification_count = 0, locked_until = null where person_id = ${personId}`);
}

export async function loadGrants(database: Queryable, personId: string): Promise<Grant[]> {
  return database.query<Grant>(sql`/* accounts.loadGrants */
    select role, region_code as "regionCode" from role_grant where person_id = ${personId} order by role, region_code`);
}

export interface GrantRow extends Grant {
  personId: string;
  email: string;
  name: string;
}

export async function loadAllGrants(database: Queryable): Promise<GrantRow[]> {
  return database.query<GrantRow>(sql`/* accounts.loadAllGrants */
    select person_id as "personId", email, name, role, region_code as "regionCode"
    from role_grant join person on person.id = person_id order by email, role, region_code`);
}

/** False where it was granted already. */
export async function insertGrant(database: Queryable, personId: string, grant: Grant, at: Date): Promise<boolean> {
  const rows = await database.query(sql`/* accounts.insertGrant */
    insert into role_grant (person_id, role, region_code, granted_at)
    values (${personId}, ${grant.role}::staff_role, ${grant.regionCode}, ${at}) on conflict do nothing returning id`);
  return rows.length > 0;
}

/** False where it was not granted. */
export async function deleteGrant(database: Queryable, personId: string, grant: Grant): Promise<boolean> {
  const rows = await database.query(sql`/* accounts.deleteGrant */
    delete from role_grant where person_id = ${personId} and role = ${grant.role}::staff_role
      and region_code is not distinct from ${grant.regionCode} returning id`);
  return rows.length > 0;
}

export async function findPersonId(database: Queryable, email: string): Promise<string | undefined> {
  const [row] = await database.query<{ id: string }>(sql`/* accounts.findPersonId */
    select id from person where email = ${email.trim().toLowerCase()}`);
  return row?.id;
}

export async function insertAct(database: Queryable, { at, actorId, act, subject, detail = {} }: Act): Promise<void> {
  await database.query(sql`/* accounts.insertAct */
    insert into audit_entry (at, actor_id, act, subject, detail)
    values (${at}, ${actorId}, ${act}, ${subject}, ${JSON.stringify(detail)}::jsonb)`);
}

/** Removes what has expired, and who never proved their address: it may be somebody else's. */
export async function deleteExpired(database: Queryable, now: Date): Promise<void> {
  await database.query(sql`/* accounts.deleteExpired */
    with sessions as (delete from session where expires_at < ${now}),
      verifications as (delete from verification where expires_at < ${now}),
      limits as (delete from rate_limit where last_request < ${now.getTime() - 24 * 3_600_000})
    delete from person where not email_verified and created_at < ${now}::timestamptz - interval '7 days'`);
}

/** All that these tables say of a person, but for what would let somebody sign in as them. */
export async function collectPerson(database: Queryable, personId: string): Promise<object | undefined> {
  const [row] = await database.query<{ person: object }>(sql`/* accounts.collectPerson */
    select jsonb_build_object(
      'id', id, 'name', name, 'email', email, 'emailVerified', email_verified, 'language', language,
      'secondFactor', two_factor_enabled, 'createdAt', created_at, 'updatedAt', updated_at,
      'sessions', (select coalesce(jsonb_agg(jsonb_build_object('createdAt', created_at, 'expiresAt', expires_at,
        'userAgent', user_agent, 'secondFactorAt', second_factor_at) order by created_at), '[]')
        from session where person_id = person.id),
      'signsInWith', (select coalesce(jsonb_agg(jsonb_build_object('provider', provider_id, 'since', created_at)
        order by created_at), '[]') from credential where person_id = person.id),
      'passkeys', (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'createdAt', created_at)
        order by created_at), '[]') from passkey where person_id = person.id),
      'roles', (select coalesce(jsonb_agg(jsonb_build_object('role', role, 'region', region_code, 'since', granted_at)
        order by granted_at), '[]') from role_grant where person_id = person.id),
      'acts', (select coalesce(jsonb_agg(jsonb_build_object('at', at, 'act', act, 'subject', subject, 'detail', detail)
        order by id), '[]') from audit_entry where actor_id = person.id)
    ) as person from person where id = ${personId}`);
  return row?.person;
}
