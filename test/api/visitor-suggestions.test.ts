import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../support/app.ts';
import {
  decide,
  insertRegion,
  mutate,
  publishPlace,
  type Result,
  reviewOf,
  signInModerator,
} from '../support/moderation.ts';
import { type Browser, lettersTo, letterTo, openBrowser, signInByMail } from '../support/people.ts';

const test = await testApp({ mail: true });
const { database } = test;

let moderator: Browser;
let place: Result;

beforeAll(async () => {
  await insertRegion(test);
  moderator = await signInModerator(test, 'moderator@synthetic.example');
  place = await publishPlace(moderator, await signInByMail(test, 'anna@synthetic.example'), {
    name: 'Officina sintetica',
  });
}, 120_000);

const missing = { name: 'Emporio sintetico', categories: ['free-shop'], location: { lon: 0.2, lat: 0.2 } };
/** Each call comes from a machine of its own, unless a browser is given: the limit is an address's. */
const suggestPlace = (email: string, input: object = missing, more = '', browser = openBrowser(test)) =>
  mutate(browser, `suggestListing(input: $input, email: "${email}"${more})`, '... on SuggestionReceived { sentTo }', {
    input: ['ListingInput!', input],
  });
const suggestChange = (email: string, more: string) =>
  mutate(openBrowser(test), `suggestChange(listing: $listing, email: "${email}", ${more})`, '', {
    listing: ['ID!', place.id],
  });
const confirm = (token: string) => mutate(openBrowser(test), `confirmSuggestion(token: "${token}")`);
const tokenTo = async (email: string, count = 1) => (await letterTo(test, email, count)).link.split('/').at(-1) ?? '';

describe('without an account', () => {
  it('a missing place waits for a moderator once the mailed link is opened, and whoever sent it is answered', async () => {
    const email = 'vera@synthetic.example';
    expect(await suggestPlace(email)).toMatchObject({ __typename: 'SuggestionReceived', sentTo: email });
    const token = await tokenTo(email);
    const waiting = () => database.query(sql`select status from listing where name = 'Emporio sintetico'`);
    expect(await waiting()).toEqual([]);
    expect((await confirm(token)).__typename).toBe('SuggestionConfirmed');
    expect((await confirm(token)).__typename).toBe('NotFound');
    expect(await waiting()).toEqual([{ status: 'PENDING' }]);
    const { data } = await moderator.ask('{ moderationQueue { nodes { id by { name } listing { name } } } }');
    const review = data.moderationQueue.nodes.find((each: Result) => each.listing.name === 'Emporio sintetico');
    expect(review.by).toBeNull();
    expect(await decide(moderator, [review.id], 'ASK', 'Where?')).toMatchObject({ __typename: 'ValidationError' });
    await decide(moderator, [review.id], 'APPROVE');
    expect((await letterTo(test, email, 2)).link).toContain('/listings/emporio-sintetico');
    expect(await waiting()).toEqual([{ status: 'PUBLISHED' }]);
    expect(await database.query(sql`select from listing where author_email is not null`)).toEqual([]);
  });

  it('a correction and a closing are suggestions that wait in the same way', async () => {
    const email = 'vito@synthetic.example';
    await suggestChange(email, 'change: CLOSE, reason: "Shut since May"');
    await confirm(await tokenTo(email));
    const review = await reviewOf(moderator, place.id, 'kind suggestedStatus why');
    expect(review).toMatchObject({ kind: 'SUGGESTED_EDIT', suggestedStatus: 'CLOSED', why: 'Shut since May' });
    await decide(moderator, [review.id], 'REJECT', 'It is open: I was there.');
    expect((await letterTo(test, email, 2)).raw).toContain('It is open: I was there.');
    expect(await database.query(sql`select from suggestion where email is not null`)).toEqual([]);
  });

  it('a refusal is read and appealed against by the link of its letter, once, and answered', async () => {
    const email = 'vanda@synthetic.example';
    await suggestChange(email, 'change: CLOSE');
    await confirm(await tokenTo(email));
    await decide(moderator, [(await reviewOf(moderator, place.id)).id], 'REJECT', 'I was there.');
    const token = await tokenTo(email, 2);
    const read = (by: string) => openBrowser(test).ask(`{ statement(${by}) { id act facts appealedAt } }`);
    const { statement } = (await read(`token: "${token}"`)).data;
    expect(statement).toMatchObject({ act: 'REFUSED', facts: 'I was there.', appealedAt: null });
    expect((await read(`id: "${statement.id}"`)).data.statement).toBeNull();
    const altered = token.slice(0, -2) + (token.endsWith('AA') ? 'BB' : 'AA');
    for (const other of [altered, 'x'.repeat(2000)]) {
      expect((await read(`token: "${other}"`)).data.statement).toBeNull();
    }
    const appeal = (by: string) => mutate(openBrowser(test), `appealDecision(token: "${by}", words: "It moved out.")`);
    expect((await appeal(altered)).__typename).toBe('NotFound');
    expect((await appeal(token)).__typename).toBe('DecisionAppealed');
    expect((await appeal(token)).__typename).toBe('ValidationError');

    const review = await reviewOf(moderator, place.id, 'kind by { name } statement { appealWords }');
    expect(review).toMatchObject({ kind: 'APPEAL', by: null, statement: { appealWords: 'It moved out.' } });
    expect(await decide(moderator, [review.id], 'ASK', 'Where?')).toMatchObject({ __typename: 'ValidationError' });
    await decide(moderator, [review.id], 'REJECT', 'It is still there.');
    const answer = await letterTo(test, email, 3);
    expect(answer.raw).toContain('It is still there.');
    const again = answer.link.split('/').at(-1);
    expect((await read(`token: "${again}"`)).data.statement).toMatchObject({ id: statement.id });
    expect(await database.query(sql`select from statement where appeal_email is not null`)).toEqual([]);
  });

  it('a trap that machines fill in keeps and sends nothing, and does not tell them', async () => {
    const email = 'machine@synthetic.example';
    expect(await suggestPlace(email, missing, ', distinct: true, trap: "https://spam.example"')).toMatchObject({
      sentTo: email,
    });
    expect(await database.query(sql`select from unconfirmed where email = ${email}`)).toEqual([]);
    expect(lettersTo(test, email)).toEqual([]);
  });

  it('bad values, a place that is listed, and an address that could become a header are refused', async () => {
    expect(await suggestPlace('x@synthetic.example', { ...missing, name: '' })).toMatchObject({
      problems: [{ field: 'input.name', code: 'REQUIRED' }],
    });
    expect(
      await suggestPlace('x@synthetic.example', {
        ...missing,
        name: 'OFFICINA Sintetica',
        location: { lon: 0.5, lat: 0.5 },
      }),
    ).toMatchObject({
      __typename: 'PossibleDuplicate',
    });
    for (const email of [
      'nobody',
      'a@synthetic.example, b@synthetic.example',
      'a,b@synthetic.example',
      'a@synthetic.example\\r\\nBcc: b@synthetic.example',
    ]) {
      expect(await suggestPlace(email, missing, ', distinct: true')).toMatchObject({
        problems: [{ field: 'email', code: 'INVALID' }],
      });
    }
    expect(await suggestChange('x@synthetic.example', 'input: {}')).toMatchObject({ problems: [{ field: 'input' }] });
  });

  it('a link that is too old does nothing', async () => {
    const email = 'late@synthetic.example';
    await suggestPlace(email, missing, ', distinct: true');
    await database.query(sql`update unconfirmed set expires_at = now() where email = ${email}`);
    expect((await confirm(await tokenTo(email))).__typename).toBe('NotFound');
  });

  it('one mailbox gets five letters a day, one machine sends ten things an hour', async () => {
    const email = 'flooded@synthetic.example';
    for (let count = 0; count < 5; count += 1) await suggestPlace(email, missing, ', distinct: true');
    await expect(suggestPlace(email, missing, ', distinct: true')).rejects.toThrow('Too many in a short time');
    const machine = openBrowser(test);
    const send = (count: number) =>
      suggestPlace(`many${count}@synthetic.example`, missing, ', distinct: true', machine);
    for (let count = 0; count < 10; count += 1) await send(count);
    await expect(send(10)).rejects.toThrow('Too many in a short time');
  });
});
