import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { userCommand } from '../../api/features/accounts/cli.ts';
import { tidyAccounts } from '../../api/features/accounts/service.ts';
import { testApp } from '../support/app.ts';
import { codeOf, lettersTo, letterTo, openBrowser, proveSecondFactor, signInByMail } from '../support/people.ts';

const test = await testApp({ mail: true });
const { database } = test;
const behindTls = await testApp({ database, environment: { BASE_URL: 'https://ricircolo.example' } });
const whoAmI = '{ viewer { email name language secondFactor rolesWait administrator moderatorOf } }';
const goodPassword = 'quattro mele e una pera';

const user = async (...args: string[]) => {
  const lines: string[] = [];
  await userCommand({ database, now: () => new Date(), print: (line) => lines.push(line) }, args);
  return lines;
};

describe('a mailed link', () => {
  it('signs in once, and signs up whoever is new', async () => {
    const browser = await signInByMail(test, 'anna@synthetic.example', 'Anna\r\nBcc: x');
    const { data } = await browser.ask(whoAmI);
    expect(data.viewer).toMatchObject({ email: 'anna@synthetic.example', name: 'Anna Bcc: x', secondFactor: false });
    const { link } = await letterTo(test, 'anna@synthetic.example');
    const again = openBrowser(test);
    expect((await again.request('GET', link)).location).toContain('error=INVALID_TOKEN');
    expect((await again.ask(whoAmI)).data.viewer).toBeNull();
  });

  it('leads to no other site', async () => {
    const browser = openBrowser(test);
    const asked = { email: 'anna@synthetic.example', callbackURL: 'https://elsewhere.example/' };
    expect((await browser.request('POST', '/api/auth/sign-in/magic-link', asked)).status).toBe(403);
  });
});

describe('a password', () => {
  const signUp = (email: string, password: string) =>
    openBrowser(test).request('POST', '/api/auth/sign-up/email', { email, password, name: 'Bruno', language: 'it' });

  it.each([
    ['is too short', 'nine char', 'PASSWORD_TOO_SHORT'],
    ['is among the common ones, in whatever case', 'PassWord123', 'PASSWORD_COMMON'],
    ['is the address itself', 'bruno@synthetic.example', 'PASSWORD_COMMON'],
  ])('that %s is refused', async (_, password, code) => {
    const { status, body } = await signUp('bruno@synthetic.example', password);
    expect([status, body.code]).toEqual([400, code]);
  });

  it('signs in once the address is proved, in cookies that no script reads and no other site sends', async () => {
    const email = 'bruno@synthetic.example';
    const fresh = await signUp(email, goodPassword);
    expect(fresh.status).toBe(200);
    const credentials = { email, password: goodPassword };
    const browser = openBrowser(test);
    const early = await browser.request('POST', '/api/auth/sign-in/email', credentials);
    expect([early.status, early.body.code]).toEqual([403, 'EMAIL_NOT_VERIFIED']);
    const letter = await letterTo(test, email);
    expect(letter.raw).toContain('Conferma');
    await browser.request('GET', letter.link);
    const { status, setCookies } = await browser.request('POST', '/api/auth/sign-in/email', credentials);
    expect(status).toBe(200);
    expect(setCookies.length).toBeGreaterThan(0);
    for (const cookie of setCookies) expect(cookie).toMatch(/HttpOnly; SameSite=Lax/);
    expect((await browser.ask(whoAmI)).data.viewer).toMatchObject({ name: 'Bruno', language: 'it' });

    const known = await signUp(email, 'another good password');
    expect(known.status).toBe(200);
    expect(Object.keys(known.body.user).sort()).toEqual(Object.keys(fresh.body.user).sort());
    expect({ ...known.body.user, id: '', createdAt: '', updatedAt: '' }).toEqual({
      ...fresh.body.user,
      id: '',
      createdAt: '',
      updatedAt: '',
    });
    expect((await letterTo(test, email, 2)).raw).toContain('Hai');
    const other = await openBrowser(test).request('POST', '/api/auth/sign-in/email', {
      email,
      password: 'another good password',
    });
    expect(other.status).toBe(401);
  });

  it('is kept as Argon2id, and the address of a machine not at all', async () => {
    const rows = await database.query(sql`select password from credential where password not like 'argon2id$%'
      union all select ip_address from session where ip_address is not null`);
    expect(rows).toEqual([]);
  });

  it('is chosen anew by a mailed link, once, which ends every session', async () => {
    const email = 'bruno@synthetic.example';
    const signedIn = openBrowser(test);
    await signedIn.request('POST', '/api/auth/sign-in/email', { email, password: goodPassword });
    const before = lettersTo(test, email).length;
    const browser = openBrowser(test);
    await browser.request('POST', '/api/auth/request-password-reset', { email, redirectTo: '/account/reset' });
    const { link } = await letterTo(test, email, before + 1);
    const { location = '' } = await browser.request('GET', link);
    const token = new URL(location, 'http://127.0.0.1:4000').searchParams.get('token');
    const reset = (newPassword: string) => browser.request('POST', '/api/auth/reset-password', { token, newPassword });
    expect((await reset('password1234')).body.code).toBe('PASSWORD_COMMON');
    expect((await reset('tre pere e una mela')).status).toBe(200);
    expect((await reset('due pere e due mele')).status).toBe(400);
    expect((await signedIn.ask(whoAmI)).data.viewer).toBeNull();
  });
});

describe('whether an address has an account is not told', () => {
  const email = 'anna@synthetic.example';
  it.each([
    ['/sign-in/email', { password: 'not this one at all' }],
    ['/sign-in/magic-link', {}],
    ['/request-password-reset', {}],
    ['/send-verification-email', {}],
  ])('%s', async (path, more) => {
    const answers = [];
    for (const address of [email, 'nobody@synthetic.example']) {
      const { status, body } = await openBrowser(test).request('POST', `/api/auth${path}`, { email: address, ...more });
      answers.push({ status, body });
    }
    expect(answers[0]).toEqual(answers[1]);
  });

  it('nor by how long the answer takes', async () => {
    // With a password, without one, unknown; in turns, so that what else the machine does meets all alike.
    const addresses = ['bruno@synthetic.example', email, 'nobody@synthetic.example'];
    const times = new Map(addresses.map((address): [string, number[]] => [address, []]));
    for (let round = 0; round < 5; round += 1) {
      for (const address of addresses) {
        const body = { email: address, password: `not this one, ${round}` };
        const begun = performance.now();
        const { status } = await openBrowser(test).request('POST', '/api/auth/sign-in/email', body);
        times.get(address)?.push(performance.now() - begun);
        expect(status).toBe(401);
      }
    }
    const [slowest = 0, , fastest = 0] = [...times.values()]
      .map((taken) => taken.toSorted((a, b) => a - b)[2] ?? 0)
      .sort((a, b) => b - a);
    // Without a hash, or the least time that every answer takes, one would come in a fraction of another's time.
    expect(fastest / slowest).toBeGreaterThan(0.5);
  });
});

it('sessions are listed and ended one by one, or all but this', async () => {
  const first = await signInByMail(test, 'carla@synthetic.example');
  const second = await signInByMail(test, 'carla@synthetic.example');
  const third = await signInByMail(test, 'carla@synthetic.example');
  const { body: sessions } = await first.request('GET', '/api/auth/list-sessions');
  expect(sessions).toHaveLength(3);
  const { body: own } = await second.request('GET', '/api/auth/get-session');
  await first.request('POST', '/api/auth/revoke-session', { token: own.session.token });
  expect((await second.ask(whoAmI)).data.viewer).toBeNull();
  await first.request('POST', '/api/auth/revoke-other-sessions', {});
  expect((await third.ask(whoAmI)).data.viewer).toBeNull();
  expect((await first.ask(whoAmI)).data.viewer).not.toBeNull();
  await first.request('POST', '/api/auth/sign-out', {});
  expect((await first.ask(whoAmI)).data.viewer).toBeNull();
});

describe('a second factor', async () => {
  const email = 'dora@synthetic.example';
  await database.query(sql`insert into region (code, level, name, country, boundary, source, licence) values
    ('XX-1', 1, 'Synthetic', 'XX', st_geogfromtext('multipolygon(((0 0, 1 0, 1 1, 0 0)))'), 'test', 'CC0-1.0')`);
  const browser = await signInByMail(test, email);
  let secret = '';

  it('makes roles count: without one they wait', async () => {
    await expect(user('grant', email, 'moderator', '--region', 'XX-2')).rejects.toThrow('There is no region "XX-2".');
    await expect(user('grant', 'nobody@synthetic.example', 'administrator')).rejects.toThrow('Nobody has signed up');
    expect(await user('grant', email, 'moderator', '--region', 'XX-1')).toEqual([`${email} is now moderator of XX-1.`]);
    await user('grant', email, 'administrator');
    expect(await user('list')).toEqual([`${email}  moderator  XX-1`, `${email}  administrator`]);
    const waiting = { administrator: false, moderatorOf: [], rolesWait: true, secondFactor: false };
    expect((await browser.ask(whoAmI)).data.viewer).toMatchObject(waiting);
    secret = await proveSecondFactor(browser);
    const counting = { administrator: true, moderatorOf: ['XX-1'], rolesWait: false, secondFactor: true };
    expect((await browser.ask(whoAmI)).data.viewer).toMatchObject(counting);
    await user('revoke', email, 'administrator');
    expect((await browser.ask(whoAmI)).data.viewer).toMatchObject({ administrator: false, moderatorOf: ['XX-1'] });
  });

  it('once set up, is needed however one signs in: until then a session counts for nothing', async () => {
    const half = await signInByMail(test, email);
    expect((await half.ask(whoAmI)).data.viewer).toBeNull();
    for (const path of ['/two-factor/disable', '/delete-user', '/revoke-sessions', '/update-user']) {
      const { status, body } = await half.request('POST', `/api/auth${path}`, { name: 'Mallory' });
      expect([path, status, body.code]).toEqual([path, 403, 'SECOND_FACTOR_REQUIRED']);
    }
    expect((await half.request('GET', '/api/account/export')).status).toBe(401);
    const { status } = await half.request('POST', '/api/auth/two-factor/verify-totp', { code: codeOf(secret) });
    expect(status).toBe(200);
    expect((await half.ask(whoAmI)).data.viewer).toMatchObject({ secondFactor: true, moderatorOf: ['XX-1'] });
  });

  it('is not guessed: after ten wrong codes none is looked at', async () => {
    const half = await signInByMail(test, email);
    const statuses = [];
    for (let tries = 0; tries < 11; tries += 1) {
      // From many machines, as somebody would who knows of the limits by client.
      const machine = openBrowser(test);
      for (const [name, value] of half.cookies) machine.cookies.set(name, value);
      const { status } = await machine.request('POST', '/api/auth/two-factor/verify-totp', { code: 'wrong' });
      statuses.push(status);
    }
    expect(statuses).toEqual([...Array(10).fill(401), 429]);
    const right = await openBrowser(test).request('POST', '/api/auth/two-factor/verify-totp', { code: codeOf(secret) });
    expect(right.status).toBe(401);
    expect((await half.ask(whoAmI)).data.viewer).toBeNull();
  });

  it('and every grant stands in a log that nobody changes', async () => {
    const acts = await database.query<{ act: string }>(
      sql`select act from audit_entry where actor_id is null order by id`,
    );
    expect(acts.map(({ act }) => act)).toEqual(['role.grant', 'role.grant', 'role.revoke']);
    for (const statement of [
      sql`update audit_entry set act = 'nothing'`,
      sql`delete from audit_entry`,
      sql`truncate audit_entry`,
    ]) {
      await expect(database.query(statement)).rejects.toThrow('added only');
    }
  });
});

describe('another site', async () => {
  const browser = await signInByMail(test, 'emil@synthetic.example');
  it.each([
    ['by its origin', { origin: 'https://elsewhere.example' }],
    ['as the browser says', { 'sec-fetch-site': 'cross-site' }],
  ])('cannot speak for whoever is signed in: known %s', async (_, headers) => {
    expect((await browser.ask(whoAmI, {}, headers)).data.viewer).toBeNull();
    expect((await browser.ask(whoAmI)).data.viewer).not.toBeNull();
  });

  it('cannot send what a form sends', async () => {
    const form = { 'content-type': 'text/plain', cookie: [...browser.cookies].map((pair) => pair.join('=')).join(';') };
    const graphql = await test.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: form,
      payload: '{"query":"{ viewer { name } }"}',
    });
    expect(graphql.statusCode).toBeGreaterThanOrEqual(400);
    const foreign = { origin: 'https://elsewhere.example' };
    expect((await browser.request('POST', '/api/auth/sign-out', {}, foreign)).status).toBe(403);
    expect((await browser.ask(whoAmI)).data.viewer).not.toBeNull();
  });
});

describe('limits', () => {
  it('by machine: too many tries are refused for a while', async () => {
    const browser = openBrowser(test);
    const statuses = [];
    for (let tries = 0; tries < 11; tries += 1) {
      const body = { email: 'not an address', password: goodPassword };
      statuses.push((await browser.request('POST', '/api/auth/sign-in/email', body)).status);
    }
    expect(statuses.at(-1)).toBe(429);
  });

  it('by address: one person gets no more than eight letters an hour, and nobody is told', async () => {
    const email = 'fritz@synthetic.example';
    const ask = (i: number) =>
      openBrowser(test).request('POST', '/api/auth/sign-in/magic-link', { email, name: String(i) });
    const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => ask(i)));
    expect(new Set(answers.map(({ status, body }) => JSON.stringify({ status, body }))).size).toBe(1);
    await letterTo(test, email, 8);
    // A letter that was asked for later comes later: once it is there, no ninth will be.
    await signInByMail(test, 'greta@synthetic.example');
    expect(lettersTo(test, email)).toHaveLength(8);
  });
});

describe('personal data', () => {
  const email = 'hanna@synthetic.example';

  it('are handed out on request, without what would sign in', async () => {
    const browser = await signInByMail(test, email, 'Hanna');
    const { status, body } = await browser.request('GET', '/api/account/export');
    expect(status).toBe(200);
    expect(body.account).toMatchObject({ email, name: 'Hanna', sessions: [{}] });
    expect(body.organizations).toEqual([]);
    expect(JSON.stringify(body)).not.toMatch(/token|secret|argon2/i);
    expect((await openBrowser(test).request('GET', '/api/account/export')).status).toBe(401);
  });

  it('go with the account, after one more letter', async () => {
    const browser = await signInByMail(test, email);
    const before = lettersTo(test, email).length;
    expect((await browser.request('POST', '/api/auth/delete-user', {})).status).toBe(200);
    const { link } = await letterTo(test, email, before + 1);
    const { pathname, searchParams } = new URL(link);
    expect(pathname).toBe('/account/delete');
    // Programs that read mail open links: that alone deletes nothing.
    expect((await browser.request('GET', link)).status).toBe(200);
    expect((await browser.ask(whoAmI)).data.viewer).not.toBeNull();
    const remove = { token: searchParams.get('token') };
    expect((await openBrowser(test).request('POST', '/api/auth/delete-user', remove)).status).toBe(401);
    const other = await signInByMail(test, 'anna@synthetic.example');
    expect((await other.request('POST', '/api/auth/delete-user', remove)).status).toBe(404);
    await browser.request('POST', '/api/auth/delete-user', {});
    const again = await letterTo(test, email, before + 2);
    const token = new URL(again.link).searchParams.get('token');
    expect((await browser.request('POST', '/api/auth/delete-user', { token })).status).toBe(200);
    expect((await browser.ask(whoAmI)).data.viewer).toBeNull();
    const rows = await database.query(sql`select from person where email = ${email}`);
    expect(rows).toHaveLength(0);
  });
});

it('what has expired is removed, and who has not proved their address within a week', async () => {
  const email = 'ines@synthetic.example';
  const { request } = openBrowser(test);
  await request('POST', '/api/auth/sign-up/email', { email, password: goodPassword, name: 'Ines' });
  const signedIn = await signInByMail(test, 'julia@synthetic.example');
  await database.query(sql`update session set expires_at = now() - interval '1 day'
    where person_id = (select id from person where email = 'julia@synthetic.example')`);
  expect((await signedIn.ask(whoAmI)).data.viewer).toBeNull();
  const known = () =>
    database.query(sql`select email from person where email in (${email}, 'julia@synthetic.example')`);
  await tidyAccounts(database, new Date());
  expect(await known()).toHaveLength(2);
  await database.query(sql`update person set created_at = now() - interval '8 days'`);
  await tidyAccounts(database, new Date());
  expect(await known()).toEqual([{ email: 'julia@synthetic.example' }]);
  expect(await database.query(sql`select from session where expires_at < now()`)).toEqual([]);
});

it('behind TLS every cookie is Secure', async () => {
  const { headers } = await behindTls.app.inject({ url: '/api/auth/passkey/generate-authenticate-options' });
  expect([headers['set-cookie']].flat()).toEqual([
    expect.stringMatching(/^__Secure-ricircolo\..*; HttpOnly; Secure; SameSite=Lax/),
  ]);
});
