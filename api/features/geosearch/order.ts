import sql, { raw, type Sql } from 'sql-template-tag';
import type { Cursor } from './cursor.ts';
import type { ListingOrder } from './model.ts';

/** What a search is ordered by: `key`, then id, both in one direction, so that one comparison of rows makes a page. */
export interface Ordering {
  order: ListingOrder;
  key: Sql;
  /** Type of the key in a cursor. */
  type: string;
  descending: boolean;
}

/** `distance` and `score` are expressions over alias `l`; the orders that need them are refused without. */
export function orderingOf(order: ListingOrder, distance: Sql | undefined, score: Sql | undefined): Ordering {
  switch (order) {
    case 'DISTANCE':
      return { order, key: distance ?? sql`0`, type: 'double precision', descending: false };
    case 'RELEVANCE':
      return { order, key: sql`-(${score ?? sql`0`})`, type: 'double precision', descending: false };
    case 'NAME':
      return { order, key: sql`l.name_sort`, type: 'text', descending: false };
    case 'UPDATED':
      return { order, key: sql`l.updated_at`, type: 'timestamptz', descending: true };
  }
}

/** What lies after, or before, a cursor. */
export function beyond(ordering: Ordering, cursor: Cursor, side: 'after' | 'before'): Sql {
  const later = (side === 'after') !== ordering.descending;
  return sql`(${ordering.key}, l.id) ${raw(later ? '>' : '<')} (${cursor.key}::${raw(ordering.type)}, ${cursor.id}::integer)`;
}

/** `asc` or `desc` as the page is read: backwards turns it round. */
export function direction(ordering: Ordering, backwards: boolean): Sql {
  return raw(ordering.descending === backwards ? 'asc' : 'desc');
}
