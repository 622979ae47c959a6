import { graphql } from '../../gql/gql.ts';
import type { AreaInput, ListingFilter, ListingOrder, NearInput, ResultRowFragment } from '../../gql/graphql.ts';
import type { View } from '../../lib/geometry.ts';
import { asksHours, type Filters, type Near } from '../../lib/url.ts';

export type Row = ResultRowFragment;

graphql(`
  fragment ResultRow on Listing {
    id
    slug
    name
    status
    location { lon lat }
    category { slug icon label(language: $language) group { slug } }
    offers { action { label(language: $language) } objects { label(language: $language) } }
    openingHours { osm timezone state(at: $at) nextChange(at: $at) intervals(from: $from, to: $to) { from to state } }
    verifiedAt
    freshness
  }
`);

export const resultsQuery = graphql(`
  query Results($near: NearInput, $within: AreaInput, $where: ListingFilter, $orderBy: ListingOrder, $first: Int!, $language: Language!, $at: DateTime, $from: DateTime!, $to: DateTime!, $asksHours: Boolean!) {
    listings(near: $near, within: $within, where: $where, orderBy: $orderBy, first: $first) {
      totalCount
      facets {
        groups { count group { slug } }
        categories { count category { slug icon label(language: $language) group { slug } } }
        actions { count action { code } }
        objects { count objectType { slug icon label(language: $language) } }
        openStates @include(if: $asksHours) { state count }
      }
      nearestOutside { distanceMeters node { slug name category { icon group { slug } } openingHours { state(at: $at) } } }
      edges { distanceMeters node { ...ResultRow } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const moreResultsQuery = graphql(`
  query MoreResults($near: NearInput, $within: AreaInput, $where: ListingFilter, $orderBy: ListingOrder, $first: Int!, $after: String!, $language: Language!, $at: DateTime, $from: DateTime!, $to: DateTime!) {
    listings(near: $near, within: $within, where: $where, orderBy: $orderBy, first: $first, after: $after) {
      edges { distanceMeters node { ...ResultRow } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** The API's limit on a circle's radius. */
const furthestMeters = 200_000;

export interface Question {
  near: NearInput | null;
  within: AreaInput | null;
  where: ListingFilter;
  orderBy: ListingOrder;
}

/**
 * What the list asks for: the circle around what the person chose, else what the map shows. The nearest come first where
 * there is a point to measure from and no other order was chosen.
 */
export function questionOf(filters: Filters, near: Near | null, view: View, order: ListingOrder | null): Question {
  const where = whereOf(filters);
  const orderBy = orderOf(order, filters);
  if (near)
    return {
      near: { lon: near.lon, lat: near.lat, radiusMeters: near.radiusMeters },
      within: null,
      where,
      orderBy: orderBy ?? 'DISTANCE',
    };
  const { west, south, east, north } = view.box;
  const round = (degrees: number) => Number(degrees.toFixed(5));
  const within = { bbox: { west: round(west), south: round(south), east: round(east), north: round(north) } };
  if (view.reachMeters > furthestMeters) {
    const farOrder = filters.text ? 'RELEVANCE' : 'NAME';
    return { near: null, within, where, orderBy: !orderBy || orderBy === 'DISTANCE' ? farOrder : orderBy };
  }
  const centre = {
    lon: round(view.centre.lon),
    lat: round(view.centre.lat),
    radiusMeters: Math.ceil(view.reachMeters * 1.01),
  };
  return { near: centre, within, where, orderBy: orderBy ?? 'DISTANCE' };
}

/** The best match of nothing is no order. */
const orderOf = (order: ListingOrder | null, { text }: Filters) => (order === 'RELEVANCE' && !text ? null : order);

export function whereOf(filters: Filters): ListingFilter {
  return {
    ...(filters.text && { text: filters.text }),
    ...(filters.actions.length > 0 && { actions: filters.actions }),
    ...(filters.objects.length > 0 && { objects: filters.objects }),
    ...(filters.categories.length > 0 && { categories: filters.categories }),
    ...(filters.openAt ? { openAt: filters.openAt } : filters.openNow && { openNow: true }),
    ...(asksHours(filters) && filters.includeUnknownHours && { includeUnknownHours: true }),
    ...(filters.free && { free: true }),
    ...(filters.stepFree && { wheelchair: ['YES', 'DESIGNATED'] as const }),
  };
}
