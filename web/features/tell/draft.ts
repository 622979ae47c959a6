import { useState } from 'react';
import type { Telling } from './model.ts';

/** What somebody has typed so far. */
export interface Draft {
  problem: string;
  lookedFor: string;
  words: string;
  email: string;
}

const keyOf = (telling: Telling) =>
  telling.about === 'report'
    ? `ricircolo:report ${telling.listing.id}`
    : `ricircolo:need ${telling.lookedFor} ${telling.placeName ?? ''}`;

const emptyDraft = (telling: Telling): Draft => ({
  problem: '',
  lookedFor: telling.about === 'need' ? telling.lookedFor : '',
  words: '',
  email: '',
});

/** Keeps what is typed until it is sent: over a closed dialog and a reload, until the tab is closed. */
export function useDraft(telling: Telling) {
  const key = keyOf(telling);
  const [draft, setDraft] = useState<Draft>(() => ({ ...emptyDraft(telling), ...read(key) }));
  return {
    draft,
    change: (change: Partial<Draft>) => {
      const next = { ...draft, ...change };
      setDraft(next);
      attempt(() => sessionStorage.setItem(key, JSON.stringify(next)));
    },
    forget: () => attempt(() => sessionStorage.removeItem(key)),
  };
}

function read(key: string): Partial<Draft> {
  return attempt(() => JSON.parse(sessionStorage.getItem(key) ?? '{}')) ?? {};
}

/** A browser may keep its storage shut; then a draft lives as long as its dialog. */
function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
