/** Whether what is said of a place still holds. */
import type { Listing } from '../listings/model.ts';

export const freshnessAnswers = ['STILL_TRUE', 'CHANGED', 'CLOSED'] as const;
export type FreshnessAnswer = (typeof freshnessAnswers)[number];

/** What a mailed link stands for. */
export interface Question {
  listingId: number;
  personId: string;
  expiresAt: Date;
}

export const worklistReasons = ['WEBSITE_GONE', 'NO_ANSWER', 'STALE', 'AGEING', 'NEVER_CHECKED'] as const;
export type WorklistReason = (typeof worklistReasons)[number];

/** A place that somebody should look at. */
export interface WorklistItem {
  listing: Listing;
  /** The gravest first. */
  reasons: WorklistReason[];
  distanceMeters: number;
  /** Since when its website does not answer; null: it does, or nobody looked. */
  websiteGoneSince: Date | null;
}

/** Those who run a place are asked once in so many months, and have so many days to answer. */
export const askedEveryMonths = 12;
export const answerDays = 60;

/** Looks in a row that found nothing before a website is said to be gone. */
export const goneAfter = 3;

/** Where the answer is given: a page of the web application, which reads the token behind the sign. */
export function answerAddress(baseUrl: string, token: string, answer: FreshnessAnswer, language: string): string {
  return `${baseUrl}/still-right?answer=${answer}&lang=${language}#${token}`;
}
