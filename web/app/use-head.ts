import { useEffect } from 'react';

/** What the server wrote for a path: better than what can be said of any state of the map. Offline it is another's. */
const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
const written = { path: canonical && new URL(canonical).pathname, title: document.title, canonical };

/** Title and canonical address of what is shown: the server's own on its pages, else those of the chosen place. */
export function useHead(chosen: string | null, place: { slug: string; name: string } | null, tagline: string) {
  useEffect(() => {
    const { pathname, search } = window.location;
    const query = new URLSearchParams(search);
    const asOpened = pathname !== '/' && pathname === written.path && !query.has('place');
    document.title = asOpened ? written.title : place ? `${place.name} · Ricircolo` : `Ricircolo · ${tagline}`;
    const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]');
    if (!canonical) return;
    const lang = query.get('lang');
    const address = new URL(chosen ? `/listings/${encodeURIComponent(chosen)}` : '/', window.location.href);
    if (lang) address.searchParams.set('lang', lang);
    canonical.href = (asOpened && written.canonical) || address.href;
  }, [chosen, place, tagline]);
}
