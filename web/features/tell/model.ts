import type { Action } from '../../gql/graphql.ts';

/** That something about a place is wrong. */
interface Report {
  about: 'report';
  listing: { id: string; name: string };
}

/** What somebody looked for in vain, as far as the search knows it. */
interface Need {
  about: 'need';
  /** What to begin the first field with, as "Repair · toaster". */
  lookedFor: string;
  actions: Action[];
  /** Slugs, as in the filters. */
  objects: string[];
  categories: string[];
  /** WGS 84 degrees. */
  at: { lon: number; lat: number };
  radiusMeters: number | null;
  /** What the middle of the search is called; null for what the map shows. */
  placeName: string | null;
}

export type Telling = Report | Need;
