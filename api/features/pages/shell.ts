/** The built page of the web application, into which a page's head and content are put. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataBlock, html } from '../../platform/html.ts';
import { headOf } from './head.ts';
import type { Page, Reader } from './model.ts';

const built = join(import.meta.dirname, '../../../dist/web');
/** Without a build (`npm run dev`, tests of the API alone) the content stands by itself. */
const bare = `<!doctype html>
<html lang="it">
  <head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /></head>
  <body><div id="root"></div></body>
</html>`;

export interface Shell {
  /** With the map's application, which takes the content over. */
  app: string;
  /** With the application of the plain pages. */
  page: string;
  /** The content alone, in the application's colours and type. */
  plain: string;
}

export function readShell(): Shell {
  const app = read('index.html');
  const plain = app.replace(/<script type="module"[^>]*><\/script>|<link rel="modulepreload"[^>]*>/g, '');
  return { app, page: read('page.html'), plain };
}

/** Without what each page says for itself. */
function read(name: string): string {
  const file = join(built, name);
  return (existsSync(file) ? readFileSync(file, 'utf8') : bare)
    .replace(/<title>[^<]*<\/title>/, '')
    .replace(/<meta name="description"[^>]*>/, '')
    .replace(/<noscript>[^<]*<\/noscript>/, '');
}

/** A whole document. */
export function documentOf(shell: string, page: Page, reader: Reader, baseUrl: string): string {
  const head = html`${headOf(page, reader, baseUrl)}${page.search && dataBlock('application/json', { path: page.path, ...page.search }, 'served-search')}`;
  return shell
    .replace(/<html lang="[^"]*">/, () => `<html lang="${reader.language}">`)
    .replace('</head>', () => `${head.text}</head>`)
    .replace('<div id="root"></div>', () => `<div id="root">${page.body.text}</div>`);
}
