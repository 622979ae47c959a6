import { useEffect, useState } from 'react';
import type { Draft } from './draft.ts';
import { isStep, type StepName } from './steps.ts';

/** What stays on this device until it is sent or thrown away, also when the tab is closed. */
export interface Kept {
  /** ISO 8601. */
  savedAt: string;
  draft: Draft;
  step: StepName;
  /** The same again registers nothing more, however often it is sent. */
  idempotencyKey: string;
  /** What the draft was begun from; null for a new place. */
  base: Base | null;
}

/** What was said at a revision. */
export interface Base {
  revision: string;
  content: Draft;
}

const prefix = 'ricircolo:draft:';
/** Drafts of another shape than this are not read. */
const version = 2;

export interface KeptDraft {
  kept: Kept;
  /** When what is shown was typed, where it was found on this device. */
  foundFrom: string | null;
  /** The browser keeps nothing: what is typed lives as long as the page. */
  unkept: boolean;
  change: (change: Partial<Draft>) => void;
  goTo: (step: StepName) => void;
  /** Takes the draft off the device. */
  forget: () => void;
  /** And begins anew. */
  restart: (draft: Draft, base: Base | null) => void;
}

/** A form's draft: found where it was left, and kept with every change. `form` names the form. */
export function useKeptDraft(form: string, first: Draft, base: Base | null): KeptDraft {
  const key = prefix + form;
  const [found] = useState(() => read(key));
  const [kept, setKept] = useState<Kept>(() => {
    const kept = found ?? begin(first, base);
    return { ...kept, step: linkedStep() ?? kept.step };
  });
  const [foundFrom, setFoundFrom] = useState(found?.savedAt ?? null);
  const [unkept, setUnkept] = useState(false);
  useEffect(() => {
    if (kept.savedAt) setUnkept(!save(key, kept));
  }, [key, kept]);
  const write = (change: Partial<Kept> | ((kept: Kept) => Partial<Kept>)) =>
    setKept((before) => ({
      ...before,
      ...(typeof change === 'function' ? change(before) : change),
      savedAt: new Date().toISOString(),
    }));
  return {
    kept,
    foundFrom,
    unkept,
    change: (change) => write(({ draft }) => ({ draft: { ...draft, ...change } })),
    goTo: (step) => setKept((before) => ({ ...before, step })),
    forget: () => attempt(() => localStorage.removeItem(key)),
    restart: (draft, base) => {
      attempt(() => localStorage.removeItem(key));
      setFoundFrom(null);
      setKept(begin(draft, base));
    },
  };
}

/** Where a link leads within the form: `?step=where`. */
function linkedStep(): StepName | null {
  const step = new URLSearchParams(window.location.search).get('step');
  return isStep(step) ? step : null;
}

const begin = (draft: Draft, base: Base | null): Kept => ({
  savedAt: '',
  draft,
  step: 'what',
  idempotencyKey: randomKey(),
  base,
});

/** `crypto.randomUUID` is there only behind TLS. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function save(key: string, kept: Kept): boolean {
  return attempt(() => localStorage.setItem(key, JSON.stringify({ version, ...kept })) ?? true) ?? false;
}

function read(key: string): Kept | null {
  const found = attempt(() => JSON.parse(localStorage.getItem(key) ?? 'null'));
  return found?.version === version && found.draft && isStep(found.step) ? found : null;
}

function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
