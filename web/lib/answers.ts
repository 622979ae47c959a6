/**
 * Answers kept on this device, so that what was found before can be read without a network. Only questions that are
 * named here are kept: none that a person types word by word, and nothing of theirs.
 */
const shelves: Record<string, { cache: string; most: number }> = {
  Taxonomy: { cache: 'answers-words', most: 16 },
  ObjectTypes: { cache: 'answers-words', most: 16 },
  Results: { cache: 'answers-results', most: 60 },
  MoreResults: { cache: 'answers-results', most: 60 },
  Place: { cache: 'answers-places', most: 200 },
};
const keptAt = 'x-kept-at';
const keptFor = 'x-kept-for';
/** Longer than a healthy answer takes on a slow line; what is kept is shown meanwhile only when this has passed. */
const patienceMs = 20_000;

interface Question {
  operationName?: string;
  query?: string;
  variables?: Record<string, unknown>;
}

/** An address of this application whose list is kept, and when it was answered. */
export interface KeptSearch {
  href: string;
  at: string;
}

/**
 * `fetch` for the GraphQL client. Where the network fails, an answer that was kept is given again, with
 * `extensions.keptAt` (ISO 8601) telling of when it is; else the failure goes on.
 */
export const fetchOrKept: typeof fetch = async (input, init) => {
  const question = questionOf(init?.body);
  try {
    const signals = [AbortSignal.timeout(patienceMs), ...(init?.signal ? [init.signal] : [])];
    const response = await fetch(input, { ...init, signal: AbortSignal.any(signals) });
    if (response.status >= 502) return (await kept(question)) ?? response; // no server behind the door
    if (!response.ok || !question) return response;
    // Read before it is handed over: the client aborts what is left of a request once it has its answer.
    const text = await response.text();
    void keep(question, text).catch(() => undefined);
    return new Response(text, response);
  } catch (error) {
    const answer = init?.signal?.aborted ? null : await kept(question);
    if (answer) return answer;
    throw error;
  }
};

/** When an answer was given, where it is one that was kept. */
export const keptAtOf = (extensions: Record<string, unknown> | undefined): string | null =>
  typeof extensions?.keptAt === 'string' ? extensions.keptAt : null;

/** The list that was kept last; null where there is none. */
export async function lastSearch(): Promise<KeptSearch | null> {
  const cache = await open('answers-results');
  const all = await Promise.all((await cache?.keys())?.map((key) => cache?.match(key)) ?? []);
  const searches = all.map((response) => ({
    href: response?.headers.get(keptFor) ?? '',
    at: response?.headers.get(keptAt) ?? '',
  }));
  return searches.filter(({ href }) => href).sort((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null;
}

function questionOf(body: unknown): Question | null {
  if (typeof body !== 'string') return null;
  const question: Question = JSON.parse(body);
  return question.operationName && shelves[question.operationName] ? question : null;
}

async function kept(question: Question | null): Promise<Response | null> {
  const shelf = shelves[question?.operationName ?? ''];
  const cache = shelf && (await open(shelf.cache));
  if (!question || !cache) return null;
  const response = await cache.match(await keyOf(question));
  if (!response) return null;
  const body = await response.json();
  const extensions = { ...body.extensions, keptAt: response.headers.get(keptAt) };
  return new Response(JSON.stringify({ ...body, extensions }), { headers: { 'content-type': 'application/json' } });
}

/** Keeps whole answers only: one with errors would be given again as if it were true. */
async function keep(question: Question, text: string): Promise<void> {
  const shelf = shelves[question.operationName ?? ''];
  const cache = shelf && (await open(shelf.cache));
  if (!cache) return;
  const { data, errors } = JSON.parse(text);
  if (!data || errors) return;
  const { pathname, search, hash } = window.location;
  const headers = {
    'content-type': 'application/json',
    [keptAt]: new Date().toISOString(),
    ...(question.operationName === 'Results' && { [keptFor]: pathname + search + hash }),
  };
  const key = await keyOf(question);
  try {
    await cache.put(key, new Response(text, { headers }));
    if ((await cache.keys()).length > shelf.most) await trim(cache, Math.round(shelf.most * 0.75));
  } catch {
    await trim(cache, Math.round(shelf.most / 4)); // the device has no room left
  }
}

async function trim(cache: Cache, most: number): Promise<void> {
  const dated = await Promise.all(
    (await cache.keys()).map(async (key) => ({ key, at: (await cache.match(key))?.headers.get(keptAt) ?? '' })),
  );
  const old = dated.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(most);
  await Promise.all(old.map(({ key }) => cache.delete(key)));
}

/** Hours are asked for around the present (`from`, `to`): the same question tomorrow has other ones. */
async function keyOf({ query, variables }: Question): Promise<string> {
  const { from: _, to: __, ...asked } = variables ?? {};
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify([query, asked])));
  return `/kept/${Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Null where the browser keeps nothing: an address without TLS, or a window that must leave no trace. */
async function open(name: string): Promise<Cache | null> {
  try {
    return await caches.open(name);
  } catch {
    return null;
  }
}
