/** Synthetic people who sign in through the public door: by mailed link, with an authenticator's code, by password. */
import { createHmac } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import type { TestApp } from './app.ts';

export interface Response {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test knows the shape of what it asks for
  body: any;
  location: string | undefined;
  setCookies: string[];
}

/** A browser: keeps cookies, and comes from a machine of its own, so that limits by client do not meet. */
export interface Browser {
  request(method: 'GET' | 'POST', url: string, payload?: object, headers?: Record<string, string>): Promise<Response>;
  ask: TestApp['ask'];
  cookies: Map<string, string>;
}

let browsers = 0;

export function openBrowser({ app, ask }: TestApp): Browser {
  browsers += 1;
  const remoteAddress = `192.0.2.${browsers % 250}`;
  const cookies = new Map<string, string>();
  const header = () => ({ cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') });
  return {
    cookies,
    ask: (query, variables, headers) =>
      ask(query, variables, { ...header(), 'x-forwarded-for': remoteAddress, ...headers }),
    async request(method, url, payload, headers = {}) {
      const response = await app.inject({
        method,
        url,
        remoteAddress,
        headers: { ...header(), origin: 'http://127.0.0.1:4000', ...headers },
        ...(payload ? { payload } : {}),
      });
      for (const { name, value, maxAge } of response.cookies) {
        if (value === '' || maxAge === 0) cookies.delete(name);
        else cookies.set(name, value);
      }
      const text = response.body;
      return {
        status: response.statusCode,
        body: text.startsWith('{') || text.startsWith('[') || text === 'null' ? JSON.parse(text) : text,
        location: response.headers.location,
        setCookies: [response.headers['set-cookie'] ?? []].flat(),
      };
    },
  };
}

export interface Letter {
  /** The whole message as it would be sent, with soft line breaks taken out. */
  raw: string;
  to: string;
  /** Its first link, decoded. */
  link: string;
}

/** Letters to an address, oldest first. */
export function lettersTo({ dataDir }: Pick<TestApp, 'dataDir'>, email: string): Letter[] {
  const folder = join(dataDir, 'mail');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.eml'))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replace(/=\r?\n/g, ''))
    .map((raw) => ({
      raw,
      to: /^To: (.*)$/m.exec(raw)?.[1]?.trim() ?? '',
      link: (/http:\/\/(127\.0\.0\.1|localhost):\d+\/[^\s"<]+/.exec(raw)?.[0] ?? '').replaceAll('=3D', '='),
    }))
    .filter(({ to }) => to === email);
}

/** Waits until an address has had so many letters; returns the last. */
export async function letterTo(testApp: Pick<TestApp, 'dataDir'>, email: string, count = 1): Promise<Letter> {
  return vi.waitFor(
    () => {
      const letter = lettersTo(testApp, email)[count - 1];
      if (!letter) throw new Error(`${email} has not had ${count} letters`);
      return letter;
    },
    { timeout: 20_000, interval: 50 },
  );
}

/** Signs in, and up where the address is new, by a mailed link. */
export async function signInByMail(testApp: TestApp, email: string, name = ''): Promise<Browser> {
  const browser = openBrowser(testApp);
  const before = lettersTo(testApp, email).length;
  const { status } = await browser.request('POST', '/api/auth/sign-in/magic-link', { email, name, callbackURL: '/' });
  expect(status).toBe(200);
  const { link } = await letterTo(testApp, email, before + 1);
  const opened = await browser.request('GET', link);
  expect(opened.status).toBe(302);
  return browser;
}

/** Sets up an authenticator and proves it; returns what codes are made of. */
export async function proveSecondFactor(browser: Browser): Promise<string> {
  const enabled = await browser.request('POST', '/api/auth/two-factor/enable', {});
  const secret = new URL(enabled.body.totpURI).searchParams.get('secret') ?? '';
  const { status } = await browser.request('POST', '/api/auth/two-factor/verify-totp', { code: codeOf(secret) });
  expect(status).toBe(200);
  return secret;
}

/** The code that an authenticator shows now, or so many half minutes from now (RFC 6238). */
export function codeOf(secret: string, steps = 0): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0');
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'));
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
