import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { type PageState, pageUrl, parsePage } from './url.ts';

const changed = 'ricircolo:location';

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
  const state = useMemo(() => parsePage(new URL(href)), [href]);
  const go: Go = useCallback((change, { replace = false } = {}) => {
    const here = new URL(window.location.href);
    const next = pageUrl(here, { ...parsePage(here), ...change }).href;
    if (next === here.href) return;
    if (replace) window.history.replaceState(null, '', next);
    else window.history.pushState(null, '', next);
    window.dispatchEvent(new Event(changed));
  }, []);
  return [state, go];
}
