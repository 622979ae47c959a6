/** Synthetic organisations for tests, written straight into the tables. */
import sql from 'sql-template-tag';
import type { OrganizationRole } from '../../api/features/organizations/model.ts';
import type { Queryable } from '../../api/platform/database.ts';

/** Inserts an organisation with these members (person id and role); returns its row's id. */
export async function insertOrganization(
  database: Queryable,
  members: readonly (readonly [personId: string, role: OrganizationRole])[],
  name = 'Synthetic organisation',
): Promise<number> {
  const [row] = await database.query<{ id: number }>(sql`/* test.insertOrganization */
    with created as (insert into organization (slug, name) values ('test-' || gen_random_uuid(), ${name}) returning id),
      joined as (insert into organization_member (organization_id, person_id, role)
        select created.id, member ->> 0, (member ->> 1)::organization_role
        from created, jsonb_array_elements(${JSON.stringify(members)}::jsonb) member)
    select id from created`);
  if (!row) throw new Error('nothing was inserted');
  return row.id;
}

/** The global id of an organisation's row. */
export const organizationId = (id: number) => Buffer.from(`Organization:${id}`).toString('base64');
