/** A town with a moderator of its own, and people who write of its places: what tests of listings by people share. */
import sql from 'sql-template-tag';
import { userCommand } from '../../api/features/accounts/cli.ts';
import type { TestApp } from './app.ts';
import { type Browser, proveSecondFactor, signInByMail } from './people.ts';

/** Inserts the region XX-1, between 0 and 1 degrees of longitude and of latitude. */
export async function insertRegion({ database }: Pick<TestApp, 'database'>): Promise<void> {
  await database.query(sql`insert into region (code, level, name, country, boundary, source, licence) values
    ('XX-1', 1, 'Synthetic', 'XX', st_multi(st_makeenvelope(0, 0, 1, 1, 4326))::geography, 'test', 'CC0-1.0')`);
}

/** Somebody who moderates XX-1, with a second factor proved. */
export async function signInModerator(test: TestApp, email: string): Promise<Browser> {
  const browser = await signInByMail(test, email);
  const operator = { database: test.database, now: () => new Date(), print: () => {} };
  await userCommand(operator, ['grant', email, 'moderator', '--region', 'XX-1']);
  await proveSecondFactor(browser);
  return browser;
}

// biome-ignore lint/suspicious/noExplicitAny: a test knows the shape of what it asks for
export type Result = any;

const failures = `... on ValidationError { field message problems { field code } } ... on NotAllowed { message }`;
/** What creates has nothing to find. */
const failuresOf = (call: string) =>
  /^(create|suggest)Listing/.test(call) ? failures : `${failures} ... on NotFound { message }`;

/** One mutation, its arguments written out with `$name` for each variable: its result with the kind of failure. */
export async function mutate(
  browser: Browser,
  call: string,
  selection = '',
  variables: Record<string, readonly [type: string, value: unknown]> = {},
): Promise<Result> {
  const declared = Object.entries(variables).map(([name, [type]]) => `$${name}: ${type}`);
  const { data, errors } = await browser.ask(
    `mutation ${declared.length > 0 ? `(${declared.join(', ')})` : ''} { result: ${call} { __typename ${selection} ${failuresOf(call)} } }`,
    Object.fromEntries(Object.entries(variables).map(([name, [, value]]) => [name, value])),
  );
  if (errors) throw new Error(errors[0]?.message);
  return data.result;
}

let places = 0;

/** Registers and hands in a place of a name of its own; returns it. */
export async function registerPlace(browser: Browser, input: object = {}): Promise<Result> {
  places += 1;
  const whole = {
    name: `Luogo sintetico ${'abcdefghijklmnopqrstuvwxyz'[places % 26]}${places}`,
    categories: ['repair-cafe'],
    location: { lon: 0.5, lat: 0.5 },
    ...input,
  };
  const result = await mutate(
    browser,
    'createListing(input: $input, submit: true, distinct: true)',
    '... on ListingCreated { listing { id slug name status content { revision } } }',
    { input: ['ListingInput!', whole] },
  );
  return result.listing;
}

/** The review that waits about a listing. */
export async function reviewOf(moderator: Browser, listing: string, selection = ''): Promise<Result> {
  const { data, errors } = await moderator.ask(
    `{ moderationQueue(first: 100) { nodes { id kind listing { id } ${selection} } } }`,
  );
  if (errors) throw new Error(errors[0]?.message);
  return data.moderationQueue.nodes.find((review: Result) => review.listing.id === listing);
}

export const decide = (moderator: Browser, reviews: readonly string[], decision: string, reason?: string) =>
  mutate(
    moderator,
    `decideReviews(reviews: $reviews, decision: ${decision}, reason: $reason)`,
    '... on ReviewsDecided { reviews { id kind decision } refused { review message } }',
    { reviews: ['[String!]!', reviews], reason: ['String', reason ?? null] },
  );

/** Makes a place public by the moderator's decision. */
export async function publishPlace(moderator: Browser, browser: Browser, input: object = {}): Promise<Result> {
  const listing = await registerPlace(browser, input);
  const { id } = await reviewOf(moderator, listing.id);
  await decide(moderator, [id], 'APPROVE');
  return listing;
}
