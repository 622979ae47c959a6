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

/** A week, a month, a quarter. */
export const ages = ['7', '30', '90'];

/** Which part of the queue is shown; it stands in the address, so that it can be shared. What is '' says nothing. */
export interface Filters {
  kinds: ReviewKind[];
  region: string;
  source: string;
  /** Days that it has been there at least. */
  age: string;
  text: string;
  decided: boolean;
}

const changed = 'ricircolo:moderation';

export function useFilters(): [Filters, (filters: Filters) => void] {
  const search = useSyncExternalStore(subscribe, () => window.location.search);
  return [filtersOf(search), choose];
}

function filtersOf(search: string): Filters {
  const query = new URLSearchParams(search);
  const kinds = query.get('kinds')?.split(',') ?? [];
  const age = query.get('age') ?? '';
  return {
    kinds: reviewKinds.filter((kind) => kinds.includes(kind)),
    region: query.get('region') ?? '',
    source: query.get('source') ?? '',
    age: ages.includes(age) ? age : '',
    text: query.get('text') ?? '',
    decided: query.get('decided') === 'true',
  };
}

function choose({ kinds, decided, ...texts }: Filters): void {
  const url = new URL(window.location.href);
  const said = { kinds: kinds.join(','), ...texts, decided: decided ? 'true' : '' };
  for (const [name, value] of Object.entries(said)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  url.search = url.search.replaceAll('%2C', ',');
  window.history.pushState(null, '', url);
  window.dispatchEvent(new Event(changed));
}

function subscribe(notify: () => void): () => void {
  for (const event of ['popstate', changed]) window.addEventListener(event, notify);
  return () => {
    for (const event of ['popstate', changed]) window.removeEventListener(event, notify);
  };
}
