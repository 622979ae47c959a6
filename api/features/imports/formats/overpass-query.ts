/** Asks an Overpass API, the polite way: one query, named, with a time limit, and waiting when told to. */
import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf, OperatorError } from '../../../platform/errors.ts';
import { overpassFilters } from '../mapping/osm-rules.ts';
import type { DriverInput } from '../model.ts';

/** The main public instance, by the project's wiki. */
const defaultEndpoint = 'https://overpass-api.de/api/interpreter';
const querySeconds = 180;
/** The server may take its time to send what it has found. */
const clientSeconds = querySeconds + 60;
const maxTries = 5;
const firstWaitSeconds = 10;
const longestWaitSeconds = 120;

/**
 * Overpass QL for every circular place within the administrative areas of a name. Answers carry geometry, so that a point
 * inside can be found, and the areas themselves come first: none means that the name is not known.
 */
export function overpassQuery(area: string): string {
  const name = area.replace(/[\\"]/g, '\\$&').replace(/[\r\n]+/g, ' ');
  const filters = overpassFilters().map((filter) => `  nwr${filter}(area.searched);`);
  return [
    `[out:json][timeout:${querySeconds}][maxsize:536870912];`,
    `area["name"="${name}"]["boundary"="administrative"]->.searched;`,
    '.searched out ids;',
    '(',
    ...filters,
    ');',
    'out body geom qt;',
  ].join('\n');
}

/**
 * The answer's bytes. Tries again, a bounded number of times, after 429 (too many requests), 502, 503 and 504 (busy),
 * as long as Retry-After says or twice as long each time. `wait` is a parameter for the tests. Throws an OperatorError.
 */
export async function askOverpass(
  query: string,
  { endpoint = defaultEndpoint, userAgent = 'Ricircolo', onNotice }: DriverInput,
  wait: (seconds: number) => Promise<unknown> = (seconds) => sleep(seconds * 1000),
): Promise<ReadableStream<Uint8Array>> {
  for (let tries = 1; ; tries++) {
    const response = await post(query, endpoint, userAgent);
    if (response.ok && response.body) return response.body;
    const detail = await readError(response);
    const isBusy = [429, 502, 503, 504].includes(response.status);
    if (!isBusy || tries === maxTries) {
      throw new OperatorError(
        `The Overpass server ${endpoint} answered ${response.status}${isBusy ? ` (tried ${tries} times)` : ''}${detail ? `: ${detail}` : ''}.`,
      );
    }
    const seconds = secondsToWait(response.headers.get('retry-after'), tries);
    onNotice?.(
      `The Overpass server is busy (${response.status}); trying again in ${seconds} s (${tries} of ${maxTries}).`,
    );
    await wait(seconds);
  }
}

async function post(query: string, endpoint: string, userAgent: string): Promise<Response> {
  try {
    return await fetch(endpoint, {
      method: 'POST',
      headers: { 'user-agent': userAgent, accept: 'application/json' },
      body: new URLSearchParams({ data: query }),
      signal: AbortSignal.timeout(clientSeconds * 1000),
    });
  } catch (error) {
    const cause = error instanceof Error && error.cause ? messageOf(error.cause) : messageOf(error);
    throw new OperatorError(`The Overpass server ${endpoint} cannot be reached: ${cause}.`);
  }
}

/** Retry-After is seconds or a date. A server's wish beyond the longest wait is met as far as that. */
export function secondsToWait(retryAfter: string | null, tries: number): number {
  const asked =
    retryAfter === null ? Number.NaN : /^\d+$/.test(retryAfter.trim()) ? Number(retryAfter) : secondsUntil(retryAfter);
  const seconds = Number.isFinite(asked) ? asked : firstWaitSeconds * 2 ** (tries - 1);
  return Math.min(longestWaitSeconds, Math.max(1, Math.ceil(seconds)));
}

const secondsUntil = (date: string) => (Date.parse(date) - Date.now()) / 1000;

/** Overpass explains itself in HTML: the first paragraph that says "Error". */
async function readError(response: Response): Promise<string> {
  const text = (await response.text().catch(() => '')).slice(0, 10_000);
  const paragraph = /Error<\/strong>:([^<]*)/.exec(text)?.[1] ?? '';
  return paragraph.replace(/\s+/g, ' ').trim().slice(0, 300);
}
