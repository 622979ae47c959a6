import { expect, inject, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { browser } from '../support/browser.ts';
import { phone } from '../support/browser-options.ts';
import { lettersTo, letterTo } from '../support/people.ts';

const { open } = browser();

it('what was sent without an account is confirmed where its letter leads, by a button and once', async () => {
  const email = 'passer-by@synthetic.example';
  const { page, problems } = await open('/places/biblioteca-delle-oblate/edit?lang=en', phone);
  const title = (name: string) => page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
  await title('What is it?');
  await page.getByRole('button', { name: /^5 Contact/ }).click();
  await page.getByLabel('Phone').fill('+39 055 0000000');
  await page.getByRole('button', { name: /^7 Check and send/ }).click();
  await page.getByRole('heading', { level: 3, name: 'Or without an account' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Send without an account' }).click();
  await page.getByText('This is not an e-mail address.').first().waitFor();
  const mail = { dataDir: inject('dataDir') };
  const before = lettersTo(mail, email).length;
  await page.getByLabel('Your e-mail').fill(email);
  await page.getByRole('button', { name: 'Send without an account' }).click();
  await page.getByText(`A letter is on its way to ${email}`).waitFor();
  const { link } = await letterTo(mail, email, before + 1);
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
