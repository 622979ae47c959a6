/**
 * The life of a listing: which act, by whom, leads from which status to which. The one table of it; services ask it
 * before every act, and `viewerCan` is answered from it.
 */
import type { ListingStatus } from './model.ts';

export const listingActs = [
  'edit',
  'submit',
  'withdraw',
  'discard',
  'approve',
  'ask',
  'reject',
  'closeTemporarily',
  'close',
  'reopen',
  'move',
  'revert',
  'claim',
  'archive',
  'restore',
  'merge',
  'unmerge',
] as const;
export type ListingAct = (typeof listingActs)[number];

/** What whoever asks is to a listing; a visitor is nothing of it. */
export interface Standing {
  signedIn: boolean;
  /** Registered it. */
  author: boolean;
  /** Runs it: by a claim, or as a member of the organisation that holds it. */
  holder: boolean;
  /** What this member contributed was found good often enough. */
  trusted: boolean;
  /** Moderates a region that it lies in, or is an administrator. */
  moderator: boolean;
}

/** SAME: it stays where it is. AS_SAID: public or closed, as its sources say. GONE: the row is deleted. */
type Destination = ListingStatus | 'SAME' | 'AS_SAID' | 'GONE';

export interface Transition {
  /** SUGGEST: nothing changes until a moderator has decided. */
  how: 'AT_ONCE' | 'SUGGEST';
  to: Destination;
}

interface Rule extends Transition {
  acts: readonly ListingAct[];
  from: readonly ListingStatus[];
  /** Any of these. */
  who: readonly (keyof Standing)[];
  /** And any of these. */
  also?: readonly (keyof Standing)[];
}

const open = ['PUBLISHED', 'TEMPORARILY_CLOSED'] as const;
const shown = [...open, 'CLOSED'] as const;
const own = ['author', 'holder'] as const;
const editors = ['holder', 'trusted', 'moderator'] as const;

/** The first that fits counts. */
const rules: readonly Rule[] = [
  { acts: ['edit'], from: ['DRAFT'], who: own, how: 'AT_ONCE', to: 'SAME' },
  { acts: ['edit'], from: ['PENDING'], who: [...own, 'moderator'], how: 'AT_ONCE', to: 'SAME' },
  { acts: ['submit'], from: ['DRAFT'], who: own, also: ['trusted', 'moderator'], how: 'AT_ONCE', to: 'AS_SAID' },
  { acts: ['submit'], from: ['DRAFT'], who: own, how: 'AT_ONCE', to: 'PENDING' },
  { acts: ['withdraw'], from: ['PENDING'], who: own, how: 'AT_ONCE', to: 'DRAFT' },
  { acts: ['discard'], from: ['DRAFT'], who: own, how: 'AT_ONCE', to: 'GONE' },

  { acts: ['approve'], from: ['PENDING'], who: ['moderator'], how: 'AT_ONCE', to: 'AS_SAID' },
  { acts: ['ask'], from: ['PENDING'], who: ['moderator'], how: 'AT_ONCE', to: 'DRAFT' },
  { acts: ['reject'], from: ['PENDING'], who: ['moderator'], how: 'AT_ONCE', to: 'REJECTED' },

  { acts: ['edit', 'move'], from: open, who: editors, how: 'AT_ONCE', to: 'SAME' },
  { acts: ['edit', 'revert'], from: shown, who: ['holder', 'moderator'], how: 'AT_ONCE', to: 'SAME' },
  { acts: ['edit', 'move'], from: open, who: ['signedIn'], how: 'SUGGEST', to: 'SAME' },
  { acts: ['closeTemporarily'], from: ['PUBLISHED'], who: editors, how: 'AT_ONCE', to: 'TEMPORARILY_CLOSED' },
  { acts: ['closeTemporarily'], from: ['PUBLISHED'], who: ['signedIn'], how: 'SUGGEST', to: 'TEMPORARILY_CLOSED' },
  { acts: ['close'], from: open, who: editors, how: 'AT_ONCE', to: 'CLOSED' },
  { acts: ['close'], from: open, who: ['signedIn'], how: 'SUGGEST', to: 'CLOSED' },
  { acts: ['reopen'], from: ['TEMPORARILY_CLOSED'], who: editors, how: 'AT_ONCE', to: 'PUBLISHED' },
  { acts: ['reopen'], from: ['CLOSED'], who: ['holder', 'moderator'], how: 'AT_ONCE', to: 'PUBLISHED' },
  { acts: ['reopen'], from: ['TEMPORARILY_CLOSED'], who: ['signedIn'], how: 'SUGGEST', to: 'PUBLISHED' },
  { acts: ['claim'], from: open, who: ['signedIn'], how: 'SUGGEST', to: 'SAME' },

  { acts: ['archive'], from: shown, who: ['moderator'], how: 'AT_ONCE', to: 'ARCHIVED' },
  { acts: ['restore'], from: ['ARCHIVED', 'REJECTED'], who: ['moderator'], how: 'AT_ONCE', to: 'AS_SAID' },
  { acts: ['merge'], from: shown, who: ['moderator'], how: 'AT_ONCE', to: 'MERGED' },
  { acts: ['unmerge'], from: ['MERGED'], who: ['moderator'], how: 'AT_ONCE', to: 'AS_SAID' },
];

/** What comes of an act on a listing in a status, by somebody; undefined: they may not, or not there. */
export function transitionOf(act: ListingAct, from: ListingStatus, standing: Standing): Transition | undefined {
  const any = (who: readonly (keyof Standing)[]) => who.some((role) => standing[role]);
  return rules.find(
    (rule) => rule.acts.includes(act) && rule.from.includes(from) && any(rule.who) && any(rule.also ?? rule.who),
  );
}

/** Whether whoever asks sees a listing at all; the public sees what is open. */
export function isVisible(status: ListingStatus, { author, holder, moderator }: Standing): boolean {
  if (status === 'PUBLISHED' || status === 'TEMPORARILY_CLOSED' || author || holder) return true;
  return moderator && status !== 'DRAFT';
}
