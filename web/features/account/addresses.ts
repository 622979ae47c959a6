import { pageAddress } from '../../lib/page-address.ts';

/** Where signing in leads: the address's `to`, if it is a path of this site that is no way in itself. */
export function returnAddress(search = window.location.search): string {
  const to = new URLSearchParams(search).get('to') ?? '';
  const { origin } = window.location;
  const url = URL.parse(to, origin);
  const isOwn = /^\/(?![/\\])/.test(to) && url?.origin === origin;
  if (!isOwn || /^\/(sign-in|sign-up)(\/|$)/.test(url.pathname)) return pageAddress('/account');
  return url.pathname + url.search + url.hash;
}

interface Asked {
  /** True where one is to sign in once more, signed in or not. */
  again?: boolean;
  /** Marks for the page, by their names. */
  marks?: Record<string, string>;
}

/** Where one signs in, to come to `to` afterwards. */
export function signInAddress(to: string, { again = false, marks = {} }: Asked = {}): string {
  return withQuery('/sign-in', { to, ...(again ? { again: '1' } : {}), ...marks });
}

export function withQuery(path: string, added: Record<string, string>): string {
  const url = new URL(pageAddress(path), window.location.origin);
  for (const [name, value] of Object.entries(added)) url.searchParams.set(name, value);
  return url.pathname + url.search;
}

/** The page's own address, to come back to. */
export const here = () => window.location.pathname + window.location.search;

/** An address that could be somebody's; whether it is, only a letter tells. */
export const isEmail = (text: string) => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text);
