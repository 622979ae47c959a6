import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { type Ignored, type PageState, pageUrl, parsePage, readPage, type ServedSearch } from './url.ts';

const changed = 'ricircolo:location';

/** What the server wrote into the page of a town; null elsewhere. */
const served: ServedSearch | null = JSON.parse(document.getElementById('served-search')?.textContent ?? 'null');

function subscribe(notify: () => void): () => void {
  for (const event of ['popstate', 'hashchange', changed]) window.addEventListener(event, notify);
  return () => {
    for (const event of ['popstate', 'hashchange', changed]) window.removeEventListener(event, notify);
  };
}

/** Changes the address. `replace` for what the back button should not walk through, such as each move of the map. */
export type Go = (change: Partial<PageState>, options?: { replace?: boolean }) => void;

/** The address as state: the only place where the search, the chosen place and the camera live. */
export function usePage(): [PageState, Go] {
  const href = useSyncExternalStore(subscribe, () => window.location.href);
  const state = useMemo(() => parsePage(new URL(href), served), [href]);
  const go: Go = useCallback((change, { replace = false } = {}) => {
    const here = new URL(window.location.href);
    const next = pageUrl(here, { ...parsePage(here, served), ...change }, served).href;
    if (next === here.href) return;
    if (replace) window.history.replaceState(null, '', next);
    else window.history.pushState(null, '', next);
    window.dispatchEvent(new Event(changed));
  }, []);
  return [state, go];
}

/** Takes out of the address what it says in vain, and returns that: what is then shared is what is seen. */
export function tidyAddress(isSpoken: (code: string) => boolean): Ignored[] {
  const here = new URL(window.location.href);
  const { state, ignored } = readPage(here, served);
  const base = new URL(here);
  const language = base.searchParams.get('lang');
  const unspoken = language !== null && !isSpoken(language) ? language : null;
  if (unspoken !== null) base.searchParams.delete('lang');
  const all: Ignored[] = unspoken === null ? ignored : [...ignored, { part: 'language', value: unspoken }];
  if (all.length > 0) {
    window.history.replaceState(null, '', pageUrl(base, state, served));
    window.dispatchEvent(new Event(changed));
  }
  return all;
}
