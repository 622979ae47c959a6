/** Questions to better-auth's addresses (`/api/auth/*`), which speak JSON and keep the session in a cookie. */

/** Why something did not happen; `code` is the server's, or NO_ANSWER. */
export interface Failure {
  code: string;
  status: number;
  retryAfterSeconds: number | undefined;
}

export type Answer<Body> = { body: Body; failure?: undefined } | { body?: undefined; failure: Failure };

/** Longer than the server takes for its slowest answer. */
const patienceMs = 20_000;

export const get = <Body>(path: string): Promise<Answer<Body>> => ask<Body>(path);

export const post = <Body = unknown>(path: string, payload: object = {}): Promise<Answer<Body>> =>
  ask<Body>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(payload),
  });

async function ask<Body>(path: string, init: RequestInit = {}): Promise<Answer<Body>> {
  try {
    const response = await fetch(`/api/auth${path}`, { ...init, signal: AbortSignal.timeout(patienceMs) });
    const body = await response.json().catch(() => null);
    if (response.ok) return { body };
    const { headers, status } = response;
    const retryAfterSeconds = Number(headers.get('x-retry-after') ?? headers.get('retry-after')) || undefined;
    return { failure: { code: body?.code ?? '', status, retryAfterSeconds } };
  } catch {
    return { failure: { code: 'NO_ANSWER', status: 0, retryAfterSeconds: undefined } };
  }
}

export interface Session {
  user: { email: string; twoFactorEnabled: boolean };
  session: { token: string; secondFactorAt: string | null };
}

/** Null for a visitor. */
export const getSession = () => get<Session | null>('/get-session');

/** Whether a session still lacks the second factor without which it counts for nothing. */
export const isHalf = ({ user, session }: Session): boolean => user.twoFactorEnabled && !session.secondFactorAt;
