import { useSyncExternalStore } from 'react';
import type { ReviewKind } from '../../gql/graphql.ts';

export const reviewKinds = [
  'NEW_LISTING',
  'SUGGESTED_EDIT',
  'PUBLISHED_EDIT',
  'CLAIM',
  'REPORT',
  'POSSIBLE_DUPLICATE',
  'VANISHED',
  'SOURCE_CONFLICT',
  'APPEAL',
] as const satisfies readonly ReviewKind[];

/** Which part of the queue is shown; it stands in the address, so that it can be shared. */
export interface Filters {
  kinds: ReviewKind[];
  region: string | null;
}

const changed = 'ricircolo:moderation';

export function useFilters(): [Filters, (filters: Filters) => void] {
  const search = useSyncExternalStore(subscribe, () => window.location.search);
  const query = new URLSearchParams(search);
  const asked = query.get('kinds')?.split(',') ?? [];
  const filters = { kinds: reviewKinds.filter((kind) => asked.includes(kind)), region: query.get('region') || null };
  const choose = ({ kinds, region }: Filters) => {
    const url = new URL(window.location.href);
    url.searchParams.delete('kinds');
    url.searchParams.delete('region');
    if (kinds.length > 0) url.searchParams.set('kinds', kinds.join(','));
    if (region) url.searchParams.set('region', region);
    url.search = url.search.replaceAll('%2C', ',');
    window.history.pushState(null, '', url);
    window.dispatchEvent(new Event(changed));
  };
  return [filters, choose];
}

function subscribe(notify: () => void): () => void {
  for (const event of ['popstate', changed]) window.addEventListener(event, notify);
  return () => {
    for (const event of ['popstate', changed]) window.removeEventListener(event, notify);
  };
}
