import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { desktop, flags } from './browser-options.ts';
import { chromium } from './requirements.ts';

interface Opened {
  page: Page;
  problems: string[];
  outside: string[];
}

/** An address of those kept for benchmarks (RFC 2544), of its own for each visitor, so that limits by machine do not meet. */
const machine = () => `198.18.${Math.floor(Math.random() * 256)}.${Math.floor(Math.random() * 256)}`;

/**
 * Opens pages in a Chromium of the file's own; `problems` collects what a page throws or logs as an error, `outside` the
 * addresses of other sites that it asks. Service workers are left out unless the options ask for them, so that what one
 * test loads never answers another. Pages end with their test.
 */
export function browser() {
  let running: Browser;
  beforeAll(async () => {
    running = await playwright.launch({ executablePath: chromium, args: flags });
  });
  // A page left open goes on drawing its map, and takes the time of the next test.
  afterEach(async () => {
    await Promise.all(running.contexts().map((context) => context.close()));
  });
  afterAll(() => running.close());

  return {
    async open(path: string, options: BrowserContextOptions = desktop): Promise<Opened> {
      const context = await running.newContext({
        baseURL: inject('address'),
        reducedMotion: 'reduce',
        serviceWorkers: 'block',
        extraHTTPHeaders: { 'x-forwarded-for': machine() },
        ...options,
      });
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
      const outside: string[] = [];
      page.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol.startsWith('http') && origin !== inject('address')) outside.push(request.url());
      });
      await page.goto(path);
      return { page, problems, outside };
    },
  };
}
