/** The built page of the web application, into which a page's head and content are put. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataBlock, type Html, html } from '../../platform/html.ts';
import type { Language } from '../taxonomy/model.ts';
import { headOf } from './head.ts';
import type { Page, Reader } from './model.ts';

const built = join(import.meta.dirname, '../../../dist/web');
/** Without a build (`npm run dev`, tests of the API alone) the content stands by itself. */
const bare = `<!doctype html>
<html lang="it">
  <head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /></head>
  <body><div id="root"></div></body>
</html>`;

/** A built page, and what it loads besides to be read in a language. */
export interface Frame {
  text: string;
  wordsIn: (language: Language) => Html | null;
}

export interface Shell {
  /** With the map's application, which takes the content over. */
  app: Frame;
  /** With the application of the plain pages. */
  page: Frame;
  /** The content alone, in the application's colours and type. */
  plain: Frame;
  /** The text of each style element in the frames. */
  styles: string[];
}

export function readShell(): Shell {
  const app = read('index.html');
  const page = read('page.html');
  // What both applications share is all that the content needs.
  const shared = new Map(
    stylesOf(app)
      .filter((href) => stylesOf(page).includes(href))
      .map((href) => [href, readFileSync(join(built, href), 'utf8').trim()]),
  );
  const plain = app.replace(/<script type="module"[^>]*><\/script>|<link rel="modulepreload"[^>]*>/g, '');
  const wordsIn = catalogueLinks();
  return {
    app: { text: paintedAtOnce(app, shared), wordsIn },
    page: { text: paintedAtOnce(page, shared), wordsIn },
    plain: { text: paintedAtOnce(plain, shared), wordsIn: () => null },
    styles: [...shared.values()],
  };
}

/** What a page is painted without comes after what it is painted with. */
const later = 'fetchpriority="low"';

/** Fetches the letters that every page has beside the page, so that it is not laid out twice. */
function fontOf(style: string): string {
  const [, href] = /url\((\/assets\/sofia-sans-latin-wght[^)]+)\)/.exec(style) ?? [];
  return href ? `<link rel="preload" as="font" type="font/woff2" crossorigin href="${href}">` : '';
}

const styleLink = /<link rel="stylesheet" crossorigin href="([^"]+)">/g;
const stylesOf = (text: string) => [...text.matchAll(styleLink)].map(([, href = '']) => href);

/**
 * A page whose content is painted without waiting for a file. The styles that it needs stand in it; their links stay,
 * disabled, so that what is loaded later finds them there. The application enables those that it needs itself
 * (`web/app/start.tsx`), which are fetched meanwhile.
 */
function paintedAtOnce(text: string, shared: ReadonlyMap<string, string>): string {
  const patient = text.replace(/<script type="module"|<link rel="modulepreload"/g, (tag) => `${tag} ${later}`);
  return patient.replace(styleLink, (link, href: string) => {
    const style = shared.get(href);
    const disabled = link.replace('<link', '<link disabled');
    if (style !== undefined) return `${fontOf(style)}<style>${style}</style>${disabled}`;
    return `<link rel="preload" as="style" ${later} crossorigin href="${href}">${disabled.replace('<link', '<link data-later')}`;
  });
}

/** What the build says of its files. */
type Manifest = Record<string, { file: string; imports?: string[] } | undefined>;

/** Fetches the words of the application beside it, not after it. */
function catalogueLinks(): Frame['wordsIn'] {
  const path = join(built, '.vite/manifest.json');
  const manifest: Manifest = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  return (language) => {
    const catalogue = manifest[`lib/i18n/${language}.ts`];
    if (!catalogue) return null;
    const files = [catalogue.file, ...(catalogue.imports ?? []).map((name) => manifest[name]?.file)];
    return html`${files.map((file) => file && html`<link rel="modulepreload" fetchpriority="low" href="/${file}">`)}`;
  };
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
export function documentOf(frame: Frame, page: Page, reader: Reader, baseUrl: string): string {
  const head = html`${frame.wordsIn(reader.language)}${headOf(page, reader, baseUrl)}${page.search && dataBlock('application/json', { path: page.path, ...page.search }, 'served-search')}`;
  return frame.text
    .replace(/<html lang="[^"]*">/, () => `<html lang="${reader.language}">`)
    .replace('</head>', () => `${head.text}</head>`)
    .replace('<div id="root"></div>', () => `<div id="root">${page.body.text}</div>`);
}
