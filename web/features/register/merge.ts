import type { Draft } from './draft.ts';
import { inputOf } from './input.ts';

/** Parts that people change and compare as one. */
const parts = [
  'name',
  'categories',
  'organization',
  'location',
  'address',
  'offers',
  'hours',
  'byAppointment',
  'phone',
  'email',
  'website',
  'social',
  'wheelchair',
  'accessNotes',
  'languages',
  'payment',
  'labels',
  'description',
] as const satisfies (keyof Draft)[];
export type Part = (typeof parts)[number];

export interface Merge {
  /** Mine, with what others changed and I did not. */
  draft: Draft;
  /** Changed by both, and not to the same. */
  conflicts: Part[];
}

/** Three states of a listing: what I began from, what I made of it, and what others made of it meanwhile. */
export function mergeOf(base: Draft, mine: Draft, theirs: Draft): Merge {
  const conflicts: Part[] = [];
  let draft = mine;
  for (const part of parts) {
    const [before, own, other] = [base, mine, theirs].map((state) => meaningOf(state, part));
    if (own === before) draft = taken(draft, theirs, part);
    else if (other !== before && other !== own) conflicts.push(part);
  }
  return { draft, conflicts };
}

/** The draft with a part of another. */
export const taken = (draft: Draft, from: Draft, part: Part): Draft => ({ ...draft, [part]: from[part] });

/** Two drafts say the same of a part where the API would hear the same. */
function meaningOf(draft: Draft, part: Part): string {
  const input = inputOf(draft);
  if (part === 'hours') return JSON.stringify(input.openingHours);
  return JSON.stringify(input[part] ?? null);
}
