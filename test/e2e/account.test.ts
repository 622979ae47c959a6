import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { browser } from '../support/browser.ts';
import { desktop, phone } from '../support/browser-options.ts';
import { codeOf, letterTo } from '../support/people.ts';

const { open } = browser();
const mail = { dataDir: inject('dataDir') };
const password = 'four green frogs sing';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const field = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const pathOf = (page: Page) => new URL(page.url()).pathname;
const path = (page: Page) => expect.poll(() => pathOf(page));

async function signUp(page: Page, email: string, name: string) {
  await page.goto('/sign-up?lang=en');
  await field(page, 'Name').fill(name);
  await field(page, 'E-mail').fill(email);
  await field(page, 'Password').fill(password);
  await button(page, 'Create account').click();
  await page.getByText(`A letter is on its way to ${email}`).waitFor();
}

/** By the form at which the page stands. */
async function signIn(page: Page, email: string) {
  await field(page, 'E-mail').fill(email);
  await field(page, 'Password').fill(password);
  await button(page, 'Sign in').click();
}

it('an account is made, proved, kept with a second step, and deleted', async () => {
  const email = 'ada@synthetic.example';
  const { page, problems } = await open('about:blank');
  const found: string[] = [];
  const look = async (state: string) => {
    found.push(...(await violations(page)).map((violation) => `${state}: ${violation}`));
  };
  await signUp(page, email, 'Ada');
  await page.goto('/sign-in?lang=en');
  await signIn(page, email);
  await page.getByText('Confirm your address first').waitFor();
  await page.goto((await letterTo(mail, email)).link);
  await page.getByText('Your address is confirmed').waitFor();
  await signIn(page, email);
  await part(page, 'Where you are signed in').getByText('This device').waitFor();

  // A second device is seen, and signed out.
  const { page: other } = await open('/sign-in?lang=en', phone);
  await signIn(other, email);
  await path(other).toBe('/account');
  await page.reload();
  await button(page, 'Sign out there').click();
  await page.getByText('Signed out there.').waitFor();
  await other.reload();
  await path(other).toBe('/sign-in');

  const codes = part(page, 'Codes of an app');
  await codes.getByText('Set up').first().click();
  await codes.getByLabel('Your password', { exact: true }).fill(password);
  await codes.getByRole('button', { name: 'Set up' }).click();
  await codes.getByRole('img', { name: 'QR code for your app' }).waitFor();
  const secret = (await codes.locator('code').textContent())?.replaceAll(' ', '') ?? '';
  await look('setting up codes');
  const code = codes.getByLabel('Code that the app shows now');
  await code.fill('000 000');
  await button(page, 'Confirm').click();
  await page.getByText('This code is not right').waitFor();
  await code.fill(codeOf(secret));
  await button(page, 'Confirm').click();
  await codes.getByRole('heading', { name: 'Your backup codes' }).waitFor();
  const backup = (await codes.getByRole('listitem').first().textContent()) ?? '';
  await look('backup codes');
  await button(page, 'I have kept them').click();

  // From here on no way in is without the second step, and the page that was wanted comes after it.
  await button(page, 'Sign out').click();
  await path(page).toBe('/');
  await page.goto('/organizations/new?lang=en');
  await path(page).toBe('/sign-in');
  await signIn(page, email);
  await page.getByRole('heading', { level: 1, name: 'Second step' }).waitFor();
  await look('the second step');
  await page.goto('/account?lang=en');
  await path(page).toBe('/sign-in');
  await field(page, 'E-mail').fill(email);
  await button(page, 'Mail me a link').click();
  await page.getByText('A link that signs you in is on its way').waitFor();
  await page.goto((await letterTo(mail, email, 2)).link);
  await button(page, 'Use a backup code').click();
  await field(page, 'One of your backup codes').fill(backup);
  await button(page, 'Continue').click();
  await path(page).toBe('/account');

  await part(page, 'Delete my account').getByText('what you contributed about places, without your name').waitFor();
  await part(page, 'Where you are signed in').getByText('This device').waitFor();
  await look('the account');
  await button(page, 'Mail me the link').click();
  await page.goto((await letterTo(mail, email, 3)).link);
  await button(page, 'Delete my account for good').waitFor();
  await look('deleting');
  await button(page, 'Delete my account for good').click();
  await page.getByText('Your account is deleted.').waitFor();
  await page.goto('/account?lang=en');
  await path(page).toBe('/sign-in');
  expect(found).toEqual([]);
  // What the browser itself logs of the answers that said no: a code that was wrong, an address not yet confirmed.
  expect(problems.filter((problem) => !/status of 40[13]/.test(problem))).toEqual([]);
});

it('an organisation is registered, somebody invited, who signs up on the way and joins', async () => {
  const owner = 'olga@synthetic.example';
  const guest = 'gino@synthetic.example';
  const { page } = await open('about:blank');
  await signUp(page, owner, 'Olga');
  await page.goto((await letterTo(mail, owner)).link);
  await signIn(page, owner);
  await page.getByRole('link', { name: 'Register an organisation' }).click();
  await button(page, 'Register').click();
  // What is missing is said in its field, which has the focus.
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('name');
  expect(await field(page, 'Name').getAttribute('aria-invalid')).toBe('true');
  await field(page, 'Name').fill('Synthetic workshop');
  await field(page, 'Kind').selectOption('Third sector and culture');
  await button(page, 'Register').click();
  await page.getByRole('heading', { level: 1, name: 'Synthetic workshop' }).waitFor();
  await field(page, 'E-mail').fill(guest);
  await button(page, 'Invite').click();
  await page.getByText(`An invitation is on its way to ${guest}`).waitFor();
  await button(page, 'Withdraw').waitFor();
  const found = await violations(page);

  const { link } = await letterTo(mail, guest);
  const { page: theirs } = await open(`${new URL(link).pathname}?lang=en`, phone);
  await theirs.getByRole('link', { name: 'Sign in', exact: true }).click();
  await field(theirs, 'E-mail').fill(guest);
  await button(theirs, 'Mail me a link').click();
  await theirs.getByText('A link that signs you in is on its way').waitFor();
  await theirs.goto((await letterTo(mail, guest, 2)).link);
  await button(theirs, 'Accept').waitFor();
  found.push(...(await violations(theirs)));
  await button(theirs, 'Accept').click();
  await theirs.getByRole('link', { name: 'Open the organisation' }).click();
  await part(theirs, 'Members').getByText('Olga').waitFor();
  expect(await part(theirs, 'Invite somebody').count()).toBe(0);

  await page.reload();
  const members = part(page, 'Members');
  await members.getByLabel(`Role of ${guest}`).selectOption('Owner');
  await members.getByText('Changed.').waitFor();
  await button(page, 'Leave').click();
  await page
    .getByRole('group', { name: /Leave this organisation/ })
    .getByRole('button', { name: 'Leave' })
    .click();
  await page.getByText('You have left.').waitFor();
  await members.waitFor({ state: 'detached' });
  expect(found).toEqual([]);
});

it('a passkey signs in by itself', async () => {
  // Another one at each try: a letter that was opened opens nothing again.
  const email = `piet-${Date.now()}@synthetic.example`;
  const { page } = await open('about:blank', desktop);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto('/sign-in?lang=en');
  await field(page, 'E-mail').fill(email);
  await button(page, 'Mail me a link').click();
  await page.getByText('A link that signs you in is on its way').waitFor();
  await page.goto((await letterTo(mail, email)).link);
  await field(page, 'Name of the new passkey').fill('My phone');
  await button(page, 'Add a passkey').click();
  await part(page, 'Passkeys').getByText('My phone').waitFor();
  await button(page, 'Sign out').click();
  await path(page).toBe('/');
  await page.goto('/sign-in?lang=en');
  await button(page, 'Use a passkey').click();
  await path(page).toBe('/account');
  // A session that proved both factors may take the key away again.
  await part(page, 'Passkeys').getByRole('button', { name: 'Remove' }).click();
  await page
    .getByRole('group', { name: /Remove “My phone”/ })
    .getByRole('button', { name: 'Remove' })
    .click();
  await page.getByText('You have none.', { exact: true }).waitFor();
});

it('what is typed stays when the server does not answer, and a wrong address leads nowhere else', async () => {
  const email = 'wim@synthetic.example';
  const { page } = await open('/sign-in?lang=en&to=//elsewhere.example/');
  await page.route('**/api/auth/sign-in/email', (route) => route.abort());
  await signIn(page, email);
  await page.getByText('The server did not answer.').waitFor();
  expect(await field(page, 'E-mail').inputValue()).toBe(email);
  expect(await field(page, 'Password').inputValue()).toBe(password);
  await page.getByRole('button', { name: 'Show: Password' }).click();
  expect(await field(page, 'Password').getAttribute('type')).toBe('text');
  await page.unroute('**/api/auth/sign-in/email');
  await button(page, 'Sign in').click();
  await page.getByText('Address and password do not belong together.').waitFor();
  await button(page, 'Mail me a link').click();
  await page.getByText('A link that signs you in is on its way').waitFor();
  await page.goto((await letterTo(mail, email)).link);
  await path(page).toBe('/account');
  expect(new URL(page.url()).origin).toBe(inject('address'));
});

it('the map’s menu leads to the account', async () => {
  const { page } = await open('/about?lang=en', phone);
  await page.getByRole('banner').getByRole('link', { name: 'My account' }).waitFor();
  await page.route(/\/assets\/engine-/, (route) => route.abort()); // the menu needs no map
  await page.goto('/?lang=en');
  await button(page, 'Menu').click();
  await page.getByRole('menuitem', { name: 'My account' }).click();
  await path(page).toBe('/sign-in');
});
