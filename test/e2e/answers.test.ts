import { expect, inject, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { browser } from '../support/browser.ts';
import { phone } from '../support/browser-options.ts';
import { letterTo } from '../support/people.ts';

const { open } = browser();

it('what was sent without an account is confirmed where its letter leads, by a button and once', async () => {
  const email = 'passer-by@synthetic.example';
  const { page, problems } = await open('/about?lang=en', phone);
  const ask = (query: string, variables: object) =>
    page.evaluate(async (body) => {
      const headers = { 'content-type': 'application/json', 'accept-language': 'en' };
      return (await fetch('/graphql', { method: 'POST', headers, body })).json();
    }, JSON.stringify({ query, variables }));
  const { data } = await ask('{ listing(slug: "biblioteca-delle-oblate") { id } }', {});
  const query = `mutation ($listing: ID!, $email: String!) {
    suggestChange(listing: $listing, email: $email, change: CLOSE_TEMPORARILY) { __typename } }`;
  const answer = await ask(query, { listing: data.listing.id, email });
  expect(answer.data.suggestChange.__typename).toBe('SuggestionReceived');
  const { link } = await letterTo({ dataDir: inject('dataDir') }, email);
  await page.goto(link);
  await page.getByRole('heading', { level: 1, name: 'Confirm your suggestion' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Confirm it' }).click();
  await page.getByText('It is with the moderators now').waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Confirm it' }).click();
  await page.getByText('This link was used before or is too old').waitFor();
  expect(problems).toEqual([]);
});
