import { expect, it } from 'vitest';
import { testApp } from '../support/app.ts';
import { identityProvider } from '../support/identity-provider.ts';
import { openBrowser, signInByMail } from '../support/people.ts';

const provider = await identityProvider('ricircolo');
const test = await testApp({
  mail: true,
  environment: {
    OIDC_PROVIDERS: JSON.stringify([
      {
        id: 'city',
        name: 'City',
        discoveryUrl: provider.discoveryUrl,
        clientId: 'ricircolo',
        clientSecret: 'synthetic',
      },
    ]),
  },
});
const email = 'vera@synthetic.example';

async function signIn(claims: { email_verified: boolean; sub?: string }) {
  const browser = openBrowser(test);
  const { body } = await browser.request('POST', '/api/auth/sign-in/social', { provider: 'city', callbackURL: '/me' });
  const back = provider.visit(body.url, { sub: 'one', email, name: 'Vera', ...claims });
  const { location = '' } = await browser.request('GET', back);
  return { location, browser, viewer: (await browser.ask('{ viewer { id email name } }')).data.viewer };
}

it('a provider that is configured signs in, and up', async () => {
  const { location, viewer } = await signIn({ email_verified: true });
  expect(location).toMatch(/\/me$/);
  expect(viewer).toMatchObject({ email, name: 'Vera' });
  expect((await signIn({ email_verified: true })).viewer.id).toBe(viewer.id);
});

it('an address that the provider has not proved opens nobody else’s account', async () => {
  const other = await signInByMail(test, 'walter@synthetic.example');
  const { data } = await other.ask('{ viewer { id } }');
  const claims = { sub: 'two', email_verified: false, email: 'walter@synthetic.example' };
  const { location, viewer } = await signIn(claims);
  expect(location).toContain('error=');
  expect(viewer?.id).not.toBe(data.viewer.id);
  expect(viewer).toBeNull();
});

it('its answer serves whoever asked, and nobody else', async () => {
  const browser = openBrowser(test);
  const { body } = await browser.request('POST', '/api/auth/sign-in/social', { provider: 'city', callbackURL: '/' });
  const back = provider.visit(body.url, { sub: 'one', email, name: 'Vera', email_verified: true });
  const victim = openBrowser(test);
  expect((await victim.request('GET', back)).location).toContain('error=');
  expect((await victim.ask('{ viewer { id } }')).data.viewer).toBeNull();
});
