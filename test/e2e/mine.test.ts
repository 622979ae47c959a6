import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { browser } from '../support/browser.ts';
import { phone } from '../support/browser-options.ts';
import { lettersTo, letterTo } from '../support/people.ts';
import { picture } from '../support/pictures.ts';
import { tellDatabase } from '../support/web-database.ts';

const { open } = browser();

async function signedIn(email: string): Promise<Page> {
  const { page } = await open('/about?lang=en', phone);
  const origin = inject('address');
  const { request } = page.context();
  const data = { email, name: 'Synthetic', callbackURL: '/' };
  const mail = { dataDir: inject('dataDir') };
  const before = lettersTo(mail, email).length;
  await request.post('/api/auth/sign-in/magic-link', { data, headers: { origin } });
  await request.get((await letterTo(mail, email, before + 1)).link);
  return page;
}

/** Asks the API as whoever is signed in on the page. */
// biome-ignore lint/suspicious/noExplicitAny: a test knows the shape of what it asks for
const ask = (page: Page, query: string, variables: object): Promise<any> =>
  page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json' };
    return (await (await fetch('/graphql', { method: 'POST', headers, body })).json()).data;
  }, JSON.stringify({ query, variables }));

it('who runs a place adds photos to it, and says what speaks against a claim', async () => {
  const [email, name] = ['keeper@synthetic.example', 'Synthetic tool library'];
  const page = await signedIn(email);
  const input = { name, categories: ['tool-library'], location: { lon: 15.4, lat: 47.05 } };
  const made = await ask(
    page,
    `mutation ($input: ListingInput!) { createListing(input: $input, submit: false) {
      ... on ListingCreated { listing { id } } ... on ValidationError { field message } } }`,
    { input },
  );
  const { id } = made.createListing.listing;

  await page.goto('/places/mine?lang=en');
  const place = page.getByRole('listitem', { name });
  await place.getByRole('button', { name: 'Photos' }).click();
  const photos = page.getByRole('region', { name: `Photos of ${name}` });
  const file = photos.getByLabel('A photo that you took');
  await photos.getByRole('button', { name: 'Add the photo' }).click();
  await photos.getByText('Choose a photo first.').waitFor();
  await file.setInputFiles({ name: '../../photo.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await photos.getByRole('button', { name: 'Add the photo' }).click();
  await photos.getByText('This is not a picture in JPEG').waitFor();
  const buffer = await picture(800, 600).png().toBuffer();
  await file.setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer });
  await photos.getByRole('button', { name: 'Add the photo' }).click();
  await photos.getByRole('img', { name: 'Photo 1' }).waitFor();
  await photos.getByLabel('What it shows').fill('A wall of drills');
  await photos.getByRole('button', { name: 'Keep these words' }).click();
  await photos.getByText('Kept.').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await place.getByRole('button', { name: 'Photos' }).click();
  await photos.getByRole('img', { name: 'A wall of drills' }).waitFor();

  // Published and run by who registered it, as after a moderator's decisions.
  await ask(page, 'mutation ($id: ID!) { submitListing(listing: $id) { __typename } }', { id });
  const row = Number(Buffer.from(id, 'base64').toString().split(':')[1]);
  await tellDatabase(
    `update listing set status = 'PUBLISHED', holder_id = (select id from person where email = $2) where id = $1`,
    [row, email],
  );
  const other = await signedIn('claimant@synthetic.example');
  const claim = await ask(
    other,
    `mutation ($id: ID!) { claimListing(listing: $id, method: MODERATOR, evidence: "We run it now.") { __typename } }`,
    { id },
  );
  expect(claim.claimListing.__typename).toBe('ClaimMade');
  await page.reload();
  const claims = page.getByRole('region', { name: `Somebody says that they run ${name}.` });
  await claims.getByText('We run it now.').waitFor();
  expect(await violations(page)).toEqual([]);
  await claims.getByLabel('What speaks against it?').fill('It has been ours since it opened.');
  await claims.getByRole('button', { name: 'Object' }).click();
  await claims.getByText('You object:').waitFor();
  await page.reload();
  await claims.getByText('It has been ours since it opened.').waitFor();

  const revision = await ask(page, 'query ($id: ID!) { listing(id: $id) { content { revision } } }', { id });
  await ask(
    page,
    `mutation ($id: ID!, $revision: ID!) {
      editListing(listing: $id, revision: $revision, input: { phone: "+39 055 5550111" }) { __typename }
    }`,
    { id, revision: revision.listing.content.revision },
  );
  await place.getByRole('button', { name: 'History' }).click();
  const change = place.getByRole('list', { name: 'History' }).getByRole('listitem').first();
  await change.getByText('Phone').waitFor();
  await change.getByRole('button', { name: 'What changed' }).click();
  await change.getByRole('cell', { name: '+39 055 5550111' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await change.getByRole('button', { name: 'Back to how it was before this' }).click();
  await change.getByText('What was changed later is undone too. Go back?').waitFor();
  await change.getByRole('button', { name: 'Back to how it was before this' }).click();
  await change.getByText('Earlier state restored').waitFor();
  const phone = await ask(page, 'query ($id: ID!) { listing(id: $id) { contact { phone } } }', { id });
  expect(phone.listing.contact).toBeNull();

  await place.getByRole('button', { name: 'Photos' }).click();
  await photos.getByRole('button', { name: 'Take it away' }).click();
  await photos.getByRole('img').waitFor({ state: 'detached' });

  // It moves: from its row to the part of the form about it, with the old position beside the new one.
  await place.getByRole('link', { name: `Moved ${name}` }).click();
  await page.getByRole('heading', { level: 2, name: 'Where is it?', exact: true }).waitFor();
  expect(await page.getByText('Where it was').count()).toBe(0);
  await page.getByLabel('Coordinates', { exact: false }).first().fill('47.06, 15.41');
  await page.getByText('Moved by 1.3 km from where it was.').waitFor();
  await page.getByText('Where it was', { exact: true }).waitFor();
  await page.locator('.small-map [aria-busy=false]').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: /^7 Check and send/ }).click();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('heading', { name: 'It is on the map' }).waitFor();
  await page.getByRole('link', { name: 'See the place' }).click();
  await page.getByRole('button', { name: 'What changed' }).click();
  await page.locator('.changes', { hasText: 'Position' }).getByText('by the place itself').first().waitFor();
});

it('an organisation that approves edits decides on what somebody else suggests', { timeout: 120_000 }, async () => {
  const mark = Date.now().toString(36); // each try has people and places of its own
  const [email, name] = [`approver-${mark}@synthetic.example`, `Synthetic wardrobe ${mark}`];
  const page = await signedIn(email);
  const { createOrganization } = await ask(
    page,
    `mutation ($name: String!) { createOrganization(input: { name: $name }) {
      ... on OrganizationCreated { organization { id slug } } } }`,
    { name: `Synthetic association ${mark}` },
  );
  const { organization } = createOrganization;
  await page.goto(`/organizations/${organization.slug}?lang=en`);
  await page.getByLabel('Our members decide on changes that others suggest').check();
  await page.getByText('Saved.').waitFor();

  const input = { name, categories: ['tool-library'], location: { lon: 15.41, lat: 47.06 } };
  const made = await ask(
    page,
    `mutation ($input: ListingInput!) { createListing(input: $input, submit: true, distinct: true) {
      ... on ListingCreated { listing { id } } ... on ValidationError { field message } } }`,
    { input: { ...input, organization: organization.id } },
  );
  const { id } = made.createListing.listing;
  const row = Number(Buffer.from(id, 'base64').toString().split(':')[1]);
  await tellDatabase(`update listing set status = 'PUBLISHED' where id = $1`, [row]); // as after a moderator's decision
  const other = await signedIn(`neighbour-${mark}@synthetic.example`);
  const suggest = async (phoneNumber: string) => {
    const read = 'query ($id: ID!) { listing(id: $id) { content { revision } } }';
    const { revision } = (await ask(other, read, { id })).listing.content;
    const { editListing } = await ask(
      other,
      `mutation ($id: ID!, $revision: ID!, $phone: String!) {
        editListing(listing: $id, revision: $revision, input: { phone: $phone }) { __typename } }`,
      { id, revision, phone: phoneNumber },
    );
    expect(editListing.__typename).toBe('ListingEdited');
  };
  await suggest('+39 011 5550120');

  await page.goto('/places/mine?lang=en');
  const waiting = page.getByRole('region', { name: `Suggested change: ${name}` });
  await waiting.getByText('+39 011 5550120').waitFor();
  expect(await violations(page)).toEqual([]);
  await waiting.getByLabel('Reject: nothing changes').check();
  await waiting.getByRole('button', { name: 'Decide' }).click();
  await waiting.getByText('Write what you ask, or why not.').waitFor();
  await waiting.getByLabel('Reason or question').fill('That is the number of the shop next door.');
  await waiting.getByRole('button', { name: 'Decide' }).click();
  await waiting.waitFor({ state: 'detached' });

  await suggest('+39 011 5550121');
  await page.reload();
  await waiting.getByLabel('Approve: the change shows').check();
  await waiting.getByRole('button', { name: 'Decide' }).click();
  await waiting.waitFor({ state: 'detached' });
  const { listing } = await ask(page, 'query ($id: ID!) { listing(id: $id) { contact { phone } } }', { id });
  expect(listing.contact.phone).toBe('+39 011 5550121');
});
