/** What counts as somebody looking. */
import type { IncomingHttpHeaders } from 'node:http';

/** Words in the names that robots, previews and command-line tools give themselves. A simple rule: some come through. */
const robots =
  /bot\b|bot[/;)]|crawl|spider|slurp|scrap|fetch|preview|facebookexternalhit|embed|monitor|check|archive|headless|lighthouse|curl|wget|python|java\/|go-http|node|axios|http-?client|libwww|okhttp/i;

/** Whether a request is a person's, as far as it says itself; browsers that load a page in advance do not count. */
export function isLookedAt(headers: IncomingHttpHeaders): boolean {
  const agent = headers['user-agent'];
  const purpose = `${headers['sec-purpose'] ?? ''} ${headers.purpose ?? ''} ${headers['x-moz'] ?? ''}`;
  return Boolean(agent) && !robots.test(agent ?? '') && !/prefetch|prerender|preview/i.test(purpose);
}
