import type { Page } from 'playwright-core';
import { expect, inject, it, vi } from 'vitest';
import { violations } from '../support/axe.ts';
import { browser } from '../support/browser.ts';
import { phone } from '../support/browser-options.ts';
import { codeOf, lettersTo, letterTo } from '../support/people.ts';
import { tellDatabase } from '../support/web-database.ts';

const { open } = browser();
const dataDir = inject('dataDir');
/** A letter goes through the queue of jobs. */
const letterPatience = { timeout: 30_000, interval: 100 };
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Posts as the person who is signed in on the page. */
// biome-ignore lint/suspicious/noExplicitAny: a test knows the shape of what it asks for
const post = (page: Page, path: string, payload: object): Promise<any> =>
  page.evaluate(
    async ([url, body]) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch(url, { method: 'POST', headers, body })).json();
    },
    [path, JSON.stringify(payload)] as const,
  );

async function signInByMail(page: Page, email: string) {
  await page.goto('/sign-in?lang=en');
  const before = lettersTo({ dataDir }, email).length;
  await page.getByLabel('E-mail').fill(email);
  await button(page, 'Mail me a link').click();
  await page.getByText('A link that signs you in is on its way').waitFor();
  await page.goto((await letterTo({ dataDir }, email, before + 1)).link);
  await page.getByRole('heading', { level: 1, name: 'My account' }).waitFor();
}

async function registerPlace(page: Page, name: string): Promise<{ id: string; slug: string }> {
  const query = `mutation ($input: ListingInput!) { createListing(input: $input, submit: true, distinct: true) {
    ... on ListingCreated { listing { id slug } } ... on ValidationError { field message } } }`;
  const input = { name, categories: ['repair-cafe'], location: { lon: 11.2558, lat: 43.7731 } };
  const { data } = await post(page, '/graphql', { query, variables: { input } });
  return data.createListing.listing;
}

it('a moderator decides one by one by keyboard and on many at once, merges and undoes', {
  timeout: 240_000,
}, async () => {
  await tellDatabase('delete from review', []); // cases of other journeys
  const { page: annas } = await open('about:blank', phone);
  await signInByMail(annas, 'anna@synthetic.example');
  const names = ['Synthetic café one', 'Synthetic café two', 'Synthetic café three'];
  const places: { id: string; slug: string }[] = [];
  for (const name of names) places.push(await registerPlace(annas, name));

  const email = 'moderator@synthetic.example';
  const { page } = await open('about:blank');
  await signInByMail(page, email);
  await page.goto('/moderation?lang=en');
  await page.getByText('You moderate no region.').waitFor();
  await tellDatabase(
    `insert into role_grant (person_id, role, granted_at) select id, 'ADMINISTRATOR', now() from person where email = $1`,
    [email],
  );
  await page.reload();
  await page.getByText('Your role counts once you sign in with a second proof.').waitFor();
  const { totpURI } = await post(page, '/api/auth/two-factor/enable', {});
  const code = codeOf(new URL(totpURI).searchParams.get('secret') ?? '');
  await post(page, '/api/auth/two-factor/verify-totp', { code });

  await page.goto('/moderation?lang=en');
  await page.getByLabel('New place').check();
  await page.getByText('3 cases waiting').waitFor();
  expect(new URL(page.url()).searchParams.get('kinds')).toBe('NEW_LISTING');
  await page.reload();
  await page.getByText('3 cases waiting').waitFor();
  expect(await page.getByLabel('New place').isChecked()).toBe(true);

  // Which keys act is told where a key asks for it.
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Escape');
  expect(await page.locator('[aria-expanded=true]').count()).toBe(0);

  // The first one, by keyboard: looked at, refused, with a reason that is asked for.
  await page.keyboard.press('j');
  await page.getByRole('button', { name: /Synthetic café one/, expanded: true }).waitFor();
  const found = await violations(page);
  await page.keyboard.press('r');
  expect(await page.getByRole('radio', { name: /^Reject/ }).isChecked()).toBe(true);
  await button(page, 'Decide').click();
  await page.getByText('Write what you ask, or why not.').waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('reason');
  await page.keyboard.type('jkx is typed, and moves nothing');
  await button(page, 'Decide').click();
  await page.getByText('1 case decided.').waitFor();
  await page.getByText('2 cases waiting').waitFor();

  // Who was refused reads why, and appeals.
  const why = await vi.waitFor(() => {
    const letter = lettersTo({ dataDir }, 'anna@synthetic.example').find(({ link }) => link.includes('/decisions/'));
    if (!letter) throw new Error('Nothing was written to Anna.');
    return letter.link;
  }, letterPatience);
  await annas.goto(why);
  await annas.getByText('jkx is typed, and moves nothing').waitFor();
  await annas.getByText('Decided by a person, not by a machine.').waitFor();
  found.push(...(await violations(annas)));
  await annas.getByRole('button', { name: 'Send the appeal' }).click();
  await annas.getByText('Write why the decision is wrong').waitFor();
  await annas.getByLabel('Why is the decision wrong?').fill('It is there every Saturday.');
  await annas.getByRole('button', { name: 'Send the appeal' }).click();
  await annas.getByText('It has been received and waits to be decided.').waitFor();

  // The other two at once.
  for (const name of names.slice(1)) await page.getByLabel(`Choose ${name}`).check();
  await page.getByRole('heading', { name: 'Decide on 2 cases' }).waitFor();
  await page.getByRole('radio', { name: /^Approve/ }).check();
  await button(page, 'Decide').click();
  await page.getByText('2 cases decided.').waitFor();
  const statuses = await Promise.all(
    places.map(async ({ slug }) => (await fetch(`${inject('address')}/listings/${slug}`)).status),
  );
  expect(statuses).toEqual([404, 200, 200]); // what was refused never showed

  // What is decided can be read again.
  await page.getByLabel('State').selectOption('Decided');
  await page.getByText('3 cases decided').waitFor();
  await page.getByRole('button', { name: /Synthetic café one.*rejected/ }).click();
  await page.locator('blockquote', { hasText: 'jkx is typed' }).waitFor();
  expect(await page.getByRole('button', { name: 'Decide', exact: true }).count()).toBe(0);

  // A place that somebody else says is elsewhere: both positions on a map, the words in the reader's language.
  const moved = await post(page, '/graphql', {
    query: `{ listing(slug: "${places[1]?.slug}") { id content { revision } } }`,
  });
  const { page: boriss } = await open('about:blank');
  await signInByMail(boriss, 'boris@synthetic.example');
  const { data: suggested } = await post(boriss, '/graphql', {
    query: `mutation ($listing: ID!, $revision: ID!, $input: ListingInput!) {
      editListing(listing: $listing, revision: $revision, input: $input) { ... on ListingEdited { published } } }`,
    variables: {
      listing: moved.data.listing.id,
      revision: moved.data.listing.content.revision,
      input: {
        location: { lon: 11.2558, lat: 43.7751 },
        wheelchair: 'LIMITED',
        openingHours: 'Mo-Fr 09:00-18:00',
        offers: [{ action: 'REPAIR', objects: ['toaster'], priceKind: 'DONATION' }],
      },
    },
  });
  expect(suggested.editListing).toEqual({ published: false });
  await page.goto('/moderation?lang=it&kinds=SUGGESTED_EDIT&text=cafe+synthetic');
  await page.getByRole('button', { name: /Synthetic café two/ }).click();
  await page.getByText('Distano 220 m').waitFor();
  await page.locator('.review-map [aria-busy=false]').waitFor();
  expect(await page.locator('.review-pin').allTextContents()).toEqual(['Prima', 'Dopo']);
  expect(await page.locator('ins').allTextContents()).toEqual([
    '43.77510, 11.25580',
    'Riparare · tostapane · A offerta',
    'lun, mar, mer, gio, ven 09:00–18:00',
    'In parte senza gradini',
  ]);
  found.push(...(await violations(page)));

  // Long queues are read on, and chosen as a whole.
  await tellDatabase(
    "insert into review (kind, listing_id) select 'VANISHED', id from listing where sources @> '{osm}' order by id limit 45",
    [],
  );
  await page.goto('/moderation?lang=en&kinds=VANISHED');
  await page.getByText('45 cases waiting').waitFor();
  expect(await page.getByRole('checkbox', { name: /^Choose / }).count()).toBe(20);
  for (const shown of [40, 45]) {
    await button(page, 'Show more').click();
    await page
      .getByRole('checkbox', { name: /^Choose / })
      .nth(shown - 1)
      .waitFor();
  }
  expect(await button(page, 'Show more').count()).toBe(0);
  await button(page, 'Choose all 45').click();
  await page.getByRole('heading', { name: 'Decide on 45 cases' }).waitFor();
  await tellDatabase("delete from review where kind = 'VANISHED'", []);

  // Perhaps the same place: merged, and taken back.
  await tellDatabase(
    `insert into review (kind, listing_id, other_listing_id, detail)
      select 'POSSIBLE_DUPLICATE', one.id, other.id, '{"distanceMeters": 12}'
      from listing one, listing other where one.slug = $1 and other.slug = $2`,
    [places[1]?.slug, places[2]?.slug],
  );
  await page.goto('/moderation?lang=en&kinds=POSSIBLE_DUPLICATE');
  await page.getByRole('button', { name: /Synthetic café two/ }).click();
  await page.getByLabel('Take from the one that goes: Name').check();
  found.push(...(await violations(page)));
  await button(page, 'Merge').click();
  await page.getByText('The two are one.').waitFor();
  const leadsTo = async () => (await fetch(`${inject('address')}/listings/${places[1]?.slug}`)).url;
  expect(await leadsTo()).toContain(places[2]?.slug);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await page.getByText('The two are two again.').waitFor();
  expect(await leadsTo()).toContain(places[1]?.slug);

  // Who sent something without an account reads why it was refused, and appeals, without signing in.
  const stranger = `stranger-${Date.now()}@synthetic.example`;
  const { page: strangers } = await open('/about?lang=en', phone);
  const suggestion = `mutation ($listing: ID!, $email: String!) {
    suggestChange(listing: $listing, email: $email, change: CLOSE) { __typename } }`;
  await post(strangers, '/graphql', { query: suggestion, variables: { listing: places[2]?.id, email: stranger } });
  await strangers.goto((await letterTo({ dataDir }, stranger, 1)).link);
  await button(strangers, 'Confirm it').click();
  await strangers.getByText('It is with the moderators now').waitFor();
  await page.goto('/moderation?lang=en&kinds=SUGGESTED_EDIT&text=three');
  await page.getByRole('button', { name: /Synthetic café three/ }).click();
  await page.getByText('It would become: closed for good').waitFor();
  await page.getByRole('radio', { name: /^Reject/ }).check();
  await page.getByLabel('Reason or question').fill('It was open today.');
  await button(page, 'Decide').click();
  await page.getByText('1 case decided.').waitFor();
  await strangers.goto((await letterTo({ dataDir }, stranger, 2)).link);
  await strangers.getByText('It was open today.').waitFor();
  await strangers.getByLabel('Why is the decision wrong?').fill('It closed in the evening.');
  found.push(...(await violations(strangers)));
  await button(strangers, 'Send the appeal').click();
  await strangers.getByText('It has been received and waits to be decided.').waitFor();
  expect(found).toEqual([]);
});
