import { graphql } from '../../gql/gql.ts';
import type { AreaInput, ListingFilter, ListingOrder, NearInput, ResultRowFragment } from '../../gql/graphql.ts';
import type { View } from '../../lib/geometry.ts';
import type { Filters, Near } from '../../lib/url.ts';

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
    openingHours { osm timezone state nextChange intervals(from: $from, to: $to) { from to state } }
    verifiedAt
    freshness
  }
`);

export const resultsQuery = graphql(`
  query Results($near: NearInput, $within: AreaInput, $where: ListingFilter, $orderBy: ListingOrder, $first: Int!, $language: Language!, $from: DateTime!, $to: DateTime!) {
    listings(near: $near, within: $within, where: $where, orderBy: $orderBy, first: $first) {
      totalCount
      facets {
        groups { count group { slug } }
        categories { count category { slug icon label(language: $language) group { slug } } }
        actions { count action { code } }
        objects { count objectType { slug icon label(language: $language) } }
      }
      nearestOutside { distanceMeters node { slug name category { icon group { slug } } openingHours { state } } }
      edges { distanceMeters node { ...ResultRow } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const moreResultsQuery = graphql(`
  query MoreResults($near: NearInput, $within: AreaInput, $where: ListingFilter, $orderBy: ListingOrder, $first: Int!, $after: String!, $language: Language!, $from: DateTime!, $to: DateTime!) {
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

/** What the list asks for: the circle around what the person chose, else what the map shows, nearest to its centre first. */
export function questionOf(filters: Filters, near: Near | null, view: View): Question {
  const where = whereOf(filters);
  if (near)
    return {
      near: { lon: near.lon, lat: near.lat, radiusMeters: near.radiusMeters },
      within: null,
      where,
      orderBy: 'DISTANCE',
    };
  const { west, south, east, north } = view.box;
  const round = (degrees: number) => Number(degrees.toFixed(5));
  const within = { bbox: { west: round(west), south: round(south), east: round(east), north: round(north) } };
  if (view.reachMeters > furthestMeters)
    return { near: null, within, where, orderBy: filters.text ? 'RELEVANCE' : 'NAME' };
  const centre = {
    lon: round(view.centre.lon),
    lat: round(view.centre.lat),
    radiusMeters: Math.ceil(view.reachMeters * 1.01),
  };
  return { near: centre, within, where, orderBy: 'DISTANCE' };
}

function whereOf(filters: Filters): ListingFilter {
  return {
    ...(filters.text && { text: filters.text }),
    ...(filters.actions.length > 0 && { actions: filters.actions }),
    ...(filters.objects.length > 0 && { objects: filters.objects }),
    ...(filters.categories.length > 0 && { categories: filters.categories }),
    ...(filters.openNow && { openNow: true }),
    ...(filters.free && { free: true }),
    ...(filters.stepFree && { wheelchair: ['YES', 'DESIGNATED'] as const }),
  };
}
