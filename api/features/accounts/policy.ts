/** Who may what, where it depends on the person alone. Organisations' own rules stand with them. */
import type { IncomingHttpHeaders } from 'node:http';
import { NotAllowed } from '../../platform/errors.ts';
import type { Viewer } from './model.ts';

/** The person who asks; throws NotAllowed for a visitor. */
export function requireViewer(viewer: Viewer | undefined): Viewer {
  if (viewer) return viewer;
  throw new NotAllowed('Sign in first.');
}

export function isAdministrator(viewer: Viewer | undefined): boolean {
  return viewer?.administrator ?? false;
}

/** Of any region; which one is asked where it matters. */
export function isModerator(viewer: Viewer | undefined): boolean {
  return isAdministrator(viewer) || (viewer?.moderatorOf.length ?? 0) > 0;
}

/** Our own pages; on one's own machine every port and name of it, for Vite's server stands before ours in development. */
export function trustedOrigins(baseUrl: string): string[] {
  const { origin, hostname } = new URL(baseUrl);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return isLocal ? [origin, 'http://localhost:*', 'http://127.0.0.1:*'] : [origin];
}

/** Whether a browser sent a request from a page of ours; true too for what is no browser, and sends neither header. */
export function isFromOurPages(baseUrl: string, headers: IncomingHttpHeaders): boolean {
  const { origin, 'sec-fetch-site': site } = headers;
  if (site === 'cross-site') return false;
  if (origin === undefined) return true;
  return trustedOrigins(baseUrl).some((pattern) =>
    pattern.endsWith(':*') ? origin.startsWith(pattern.slice(0, -1)) : origin === pattern,
  );
}
