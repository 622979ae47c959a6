/** What people tell us: that something about a place is wrong, and what they looked for in vain. */
import type { ActionCode, Language } from '../taxonomy/model.ts';

export const reportProblems = ['CLOSED', 'MOVED', 'WRONG_HOURS', 'WRONG_CONTACT', 'NOT_WHAT_IT_SAYS', 'OTHER'] as const;
type ReportProblem = (typeof reportProblems)[number];

/** What was typed, in whatever state; null and left out mean the same. */
export interface ReportInput {
  problem: ReportProblem;
  words?: string | null | undefined;
  email?: string | null | undefined;
  language?: Language | null | undefined;
}

export interface Report {
  listingId: number;
  problem: ReportProblem;
  words: string | null;
  /** For an answer; never public. */
  email: string | null;
  language: Language;
  createdAt: Date;
}

export interface NeedInput {
  lookedFor?: string | null | undefined;
  actions?: ActionCode[] | null | undefined;
  objects?: string[] | null | undefined;
  categories?: string[] | null | undefined;
  at: { lon: number; lat: number };
  radiusMeters?: number | null | undefined;
  placeName?: string | null | undefined;
  words?: string | null | undefined;
  email?: string | null | undefined;
  language?: Language | null | undefined;
}

export interface Need {
  /** In the person's own words. */
  lookedFor: string | null;
  actions: ActionCode[];
  /** Slugs of object types and of categories or their groups. */
  objects: string[];
  categories: string[];
  /** WGS 84 degrees, about where. */
  lon: number;
  lat: number;
  radiusMeters: number | null;
  placeName: string | null;
  words: string | null;
  /** For an answer; never public. */
  email: string | null;
  language: Language;
  createdAt: Date;
}
