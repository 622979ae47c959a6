/** `node test/icons.ts`: draws the icons of the installed application from web/public/icon.svg into web/public/icons. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium as playwright } from 'playwright-core';
import { flags } from './support/browser-options.ts';
import { chromium } from './support/requirements.ts';

const web = join(import.meta.dirname, '../web/public');
const sign = readFileSync(join(web, 'icon.svg'), 'utf8');
const folder = join(web, 'icons');
const ink = '#131b17';

/** Share of the side that the sign takes; a maskable icon is cut to a circle of 80 %, so its sign is smaller. */
const icons = [
  { name: 'icon-192', size: 192, share: 0.72, radius: 0.22 },
  { name: 'icon-512', size: 512, share: 0.72, radius: 0.22 },
  { name: 'maskable-512', size: 512, share: 0.5, radius: 0 },
  { name: 'apple-touch-icon', size: 180, share: 0.66, radius: 0 },
];

mkdirSync(folder, { recursive: true });
const browser = await playwright.launch({ executablePath: chromium, args: flags });
// The sign is light in the dark scheme: what the ground of ink needs.
const page = await browser.newPage({ colorScheme: 'dark' });
for (const { name, size, share, radius } of icons) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>
    body { margin: 0 }
    div { width: ${size}px; height: ${size}px; display: grid; place-items: center; background: ${ink}; border-radius: ${size * radius}px }
    svg { width: ${size * share}px }
  </style><div>${sign}</div>`);
  await page.screenshot({ path: join(folder, `${name}.png`), omitBackground: true });
}
await browser.close();
