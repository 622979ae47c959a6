import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { desktop, flags } from './browser-options.ts';
import { chromium } from './requirements.ts';

/** Opens pages in a Chromium of the file's own; `problems` collects what a page throws or logs as an error. */
export function browser() {
  let running: Browser;
  beforeAll(async () => {
    running = await playwright.launch({ executablePath: chromium, args: flags });
  });
  afterAll(() => running.close());

  return {
    async open(path: string, options: BrowserContextOptions = desktop): Promise<{ page: Page; problems: string[] }> {
      const context = await running.newContext({ baseURL: inject('address'), reducedMotion: 'reduce', ...options });
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
      await page.goto(path);
      return { page, problems };
    },
  };
}
