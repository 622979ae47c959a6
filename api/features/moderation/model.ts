/** What a moderator looks at, and what can be decided. */
import type { MailingRequest } from '../listings/service.ts';
import type { Language } from '../taxonomy/model.ts';
import type { AppealLinks } from './appeal-links.ts';

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
] as const;
export type ReviewKind = (typeof reviewKinds)[number];

export const decisions = ['APPROVE', 'ASK', 'REJECT'] as const;
export type Decision = (typeof decisions)[number];

export const grounds = ['LAW', 'RULES'] as const;
export type Ground = (typeof grounds)[number];
export const statementActs = ['REFUSED', 'REMOVED', 'REVERTED'] as const;
export type StatementAct = (typeof statementActs)[number];

export interface Review {
  id: number;
  kind: ReviewKind;
  listingId: number;
  otherListingId: number | null;
  suggestionId: number | null;
  claimId: number | null;
  statementId: number | null;
  personId: string | null;
  detail: Record<string, unknown>;
  createdAt: Date;
  resolvedAt: Date | null;
  /** What was decided; ASKED also while it is open. */
  decision: 'APPROVED' | 'ASKED' | 'REJECTED' | null;
  decisionReason: string | null;
}

/** Why something was refused, removed or undone. */
export interface Statement {
  id: number;
  listingId: number;
  act: StatementAct;
  ground: Ground;
  facts: string;
  createdAt: Date;
  appealedAt: Date | null;
  appealWords: string | null;
  appealDecidedAt: Date | null;
  appealGranted: boolean | null;
  appealReason: string | null;
}

/** Somebody to write to. */
export interface Addressee {
  email: string;
  language: Language;
}

export interface ModerationRequest extends MailingRequest {
  appealLinks: AppealLinks;
}

/** How long one may appeal. */
export const appealMonths = 6;
