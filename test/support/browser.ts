import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { chromium } from './requirements.ts';

const flags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // WebGL without a graphics card.
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];

export const desktop: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, locale: 'en-GB' };
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  locale: 'en-GB',
  hasTouch: true,
  isMobile: true,
};

/** Opens pages in a Chromium of the file's own; anything a page throws or logs as an error fails `calm`. */
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
