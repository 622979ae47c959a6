import { expect, it } from 'vitest';
import { userCommand } from '../../api/features/accounts/cli.ts';
import { testApp } from '../support/app.ts';
import { createAuthenticator } from '../support/authenticator.ts';
import { type Browser, openBrowser, signInByMail } from '../support/people.ts';

const test = await testApp({ mail: true });
const email = 'paola@synthetic.example';
const place = { origin: 'http://127.0.0.1:4000', rpId: '127.0.0.1' };
const authenticator = createAuthenticator();
const secondFactor = async (browser: Browser) =>
  (await browser.ask('{ viewer { secondFactor administrator } }')).data.viewer;

const user = (...args: string[]) =>
  userCommand({ database: test.database, now: () => new Date(), print: () => {} }, args);

async function register(browser: Browser) {
  const { body: options } = await browser.request('GET', '/api/auth/passkey/generate-register-options');
  const response = authenticator.register({ ...place, challenge: options.challenge });
  return browser.request('POST', '/api/auth/passkey/verify-registration', { response, name: 'Key' });
}

async function signIn(options: { verified?: boolean; origin?: string } = {}) {
  const browser = openBrowser(test);
  const { body } = await browser.request('GET', '/api/auth/passkey/generate-authenticate-options');
  const ceremony = { ...place, ...(options.origin ? { origin: options.origin } : {}), challenge: body.challenge };
  const response = authenticator.authenticate(ceremony, options);
  const { status } = await browser.request('POST', '/api/auth/passkey/verify-authentication', { response });
  return { browser, status };
}

it('a passkey signs in, and is a second factor, for its device checked who holds it', async () => {
  const browser = await signInByMail(test, email);
  await user('grant', email, 'administrator');
  expect((await register(browser)).status).toBe(200);
  expect(await secondFactor(browser)).toEqual({ secondFactor: false, administrator: false });
  const { browser: other, status } = await signIn();
  expect(status).toBe(200);
  expect(await secondFactor(other)).toEqual({ secondFactor: true, administrator: true });
});

it.each([
  ['whose device checked nobody', { verified: false }],
  ['that was used on another site', { origin: 'https://elsewhere.example' }],
])('a passkey %s signs nobody in', async (_, options) => {
  const { browser, status } = await signIn(options);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(await secondFactor(browser)).toBeNull();
});

it('whoever reads the mail of somebody with a passkey adds or removes no factor, so gains no role', async () => {
  const browser = await signInByMail(test, email);
  const attempts = [
    browser.request('GET', '/api/auth/passkey/generate-register-options'),
    browser.request('POST', '/api/auth/two-factor/enable', {}),
    browser.request('POST', '/api/auth/passkey/delete-passkey', { id: 'any' }),
  ];
  for (const { status, body } of await Promise.all(attempts)) {
    expect([status, body.code]).toEqual([403, 'SECOND_FACTOR_REQUIRED']);
  }
});

it('an operator resets the factors of whoever has lost them', async () => {
  const { browser } = await signIn();
  await user('reset-factors', email);
  expect(await secondFactor(browser)).toBeNull();
  expect((await signIn()).status).toBe(401);
  const anew = await signInByMail(test, email);
  expect((await register(anew)).status).toBe(200);
});
