import type { Listing, WheelchairAccess } from '../listings/model.ts';
import type { ActionCode } from '../taxonomy/model.ts';

/** WGS 84 degrees. */
export interface Point {
  lon: number;
  lat: number;
}

/** A circle on the sphere. */
export interface Near extends Point {
  /** At most 200,000; 5,000 where left out. */
  radiusMeters?: number | null;
}

/** A near that was checked. */
export interface Circle extends Point {
  radiusMeters: number;
}

/** Degrees, edges included. West greater than east: across the antimeridian. */
export interface Bbox {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Exactly one of the three. */
export interface Area {
  bbox?: Bbox | null;
  /** GeoJSON Polygon or MultiPolygon, unchecked. */
  polygon?: unknown;
  /** Code of a region. */
  region?: string | null;
}

/** The one filter grammar of every door. Whatever is left out, null or an empty list restricts nothing. */
export interface ListingFilter {
  text?: string | null;
  /** Slugs of categories or of groups. */
  categories?: readonly string[] | null;
  actions?: readonly ActionCode[] | null;
  /** Slugs of object types. */
  objects?: readonly string[] | null;
  openNow?: boolean | null;
  openAt?: Date | null;
  includeUnknownHours?: boolean | null;
  free?: boolean | null;
  wheelchair?: readonly WheelchairAccess[] | null;
  languages?: readonly string[] | null;
  labels?: readonly string[] | null;
  /** Slugs of sources. */
  sources?: readonly string[] | null;
  /** Global id, as the API gives it. */
  organization?: string | null;
  verifiedSince?: Date | null;
}

export type ListingOrder = 'DISTANCE' | 'RELEVANCE' | 'NAME' | 'UPDATED';

/** A search as it arrives. */
export interface SearchInput {
  near?: Near | null;
  within?: Area | null;
  where?: ListingFilter | null;
  orderBy?: ListingOrder | null;
  asOf?: Date | null;
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

export interface SearchEdge {
  /** Made when it is read: most askers do not. */
  readonly cursor: string;
  /** Null where the search has no point to measure from. */
  distanceMeters: number | null;
  node: Listing;
}

export interface SearchPage {
  edges: SearchEdge[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

export const facetNames = ['groups', 'categories', 'actions', 'objects', 'openStates'] as const;
export type FacetName = (typeof facetNames)[number];
/** Value (slug, code or state) and how many listings have it; most first. */
export type Facets = Record<FacetName, { value: string; count: number }[]>;
