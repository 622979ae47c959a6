import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../api/platform/config.ts';
import { createSeal } from '../../api/platform/seal.ts';
import { readSecret } from '../../api/platform/secret.ts';

const folder = mkdtempSync(join(tmpdir(), 'ricircolo-secret-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the secret that signs', () => {
  it('is made once, and kept for its owner alone', () => {
    const dataDir = join(folder, 'new');
    const secret = readSecret({ authSecret: undefined, dataDir });
    expect(secret.length).toBeGreaterThanOrEqual(43);
    expect(readSecret({ authSecret: undefined, dataDir })).toBe(secret);
    expect(readFileSync(join(dataDir, 'auth-secret'), 'utf8')).toBe(secret);
    expect(statSync(join(dataDir, 'auth-secret')).mode & 0o777).toBe(0o600);
  });

  it('comes from AUTH_SECRET where that is set, and is not short', () => {
    expect(readSecret({ authSecret: 'x'.repeat(32), dataDir: '/nowhere' })).toBe('x'.repeat(32));
    expect(() => readConfig({ AUTH_SECRET: 'short' })).toThrow('AUTH_SECRET is shorter than 32 characters');
    writeFileSync(join(folder, 'auth-secret'), 'short');
    expect(() => readSecret({ authSecret: undefined, dataDir: folder })).toThrow('holds less than 32 characters');
    expect(() => readSecret({ authSecret: undefined, dataDir: '/dev/null/x' })).toThrow('cannot be used');
  });
});

it('a seal opens what it closed, and nothing that was altered or closed with another key', () => {
  const seal = createSeal('secret', 'mail');
  const sealed = seal.close('Привет');
  expect(seal.open(sealed)).toBe('Привет');
  expect(seal.close('Привет')).not.toBe(sealed);
  expect(() => createSeal('secret', 'other').open(sealed)).toThrow();
  const altered = Buffer.from(sealed, 'base64');
  altered[30] = (altered[30] ?? 0) ^ 1;
  expect(() => seal.open(altered.toString('base64'))).toThrow();
});

describe('OIDC_PROVIDERS', () => {
  const provider = { id: 'spid', name: 'SPID', discoveryUrl: 'https://idp.example/.well-known', clientId: 'ricircolo' };

  it('is a list as JSON', () => {
    expect(readConfig({ OIDC_PROVIDERS: JSON.stringify([provider]) }).oidcProviders).toEqual([
      { ...provider, scopes: ['openid', 'email', 'profile'] },
    ]);
    expect(readConfig({}).oidcProviders).toEqual([]);
  });

  it.each([
    '{',
    '{}',
    JSON.stringify([{ ...provider, id: 'not an id' }]),
    JSON.stringify([{ ...provider, secret: 1 }]),
  ])('names what is wrong with %s', (text) => {
    expect(() => readConfig({ OIDC_PROVIDERS: text })).toThrow(/^The environment variable OIDC_PROVIDERS/);
  });
});
