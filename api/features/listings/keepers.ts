/** Who looks after a listing: may add to it and see what only they should. */
import type { Queryable } from '../../platform/database.ts';
import type { Viewer } from '../accounts/model.ts';
import { isVisible, type Standing } from './lifecycle.ts';
import type { ListingStatus } from './model.ts';
import { loadStandings, type PersonRole } from './write-store.ts';

/** A listing, and in which role somebody looks after it; null: in none. */
export interface Keeping {
  id: number;
  status: ListingStatus;
  role: PersonRole | null;
}

/** What whoever asks is to these listings; those that are not there are left out. */
export async function loadKeeping(
  { database, viewer, now }: { database: Queryable; viewer: Viewer | undefined; now: Date },
  ids: readonly number[],
): Promise<Keeping[]> {
  const known = await loadStandings(database, ids, viewer, now);
  return known.map(({ id, status, standing }) => ({
    id,
    status,
    role: isVisible(status, standing) ? roleOf(standing) : null,
  }));
}

/** Who runs it comes first; who registered it looks after it too. */
function roleOf({ holder, moderator, author }: Standing): PersonRole | null {
  if (holder) return 'OWNER';
  if (moderator) return 'MODERATOR';
  return author ? 'CITIZEN' : null;
}
