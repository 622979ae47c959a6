/** Who looks after a listing: may add to it and see what only they should. */
import sql from 'sql-template-tag';
import type { Queryable } from '../../platform/database.ts';
import type { Viewer } from '../accounts/model.ts';
import type { ListingStatus } from './model.ts';

/** A listing, and in which role somebody looks after it; null: in none. */
export interface Keeping {
  id: number;
  status: ListingStatus;
  role: 'OWNER' | 'MODERATOR' | null;
}

/** What whoever asks is to these listings; those that are not there are left out. */
export async function loadKeeping(
  queryable: Queryable,
  viewer: Viewer | undefined,
  ids: readonly number[],
): Promise<Keeping[]> {
  return queryable.query<Keeping>(sql`/* listings.keeping */
    select id, status, case
      when exists (select from organization_member member where member.organization_id = listing.organization_id
        and member.person_id = ${viewer?.personId ?? null}) then 'OWNER'
      when ${viewer?.administrator ?? false}::boolean or region_codes && ${viewer?.moderatorOf ?? []}::text[]
        then 'MODERATOR' end as role
    from listing where id = any(${ids}::integer[])`);
}
