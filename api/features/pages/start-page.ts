/** The first page: what this is, and the towns that have places; and the pages that have little to say here. */
import { html } from '../../platform/html.ts';
import type { Town } from '../regions/model.ts';
import { nameIn } from '../regions/model.ts';
import { framed, linkRow, searchForm } from './frame.ts';
import type { Page, PlainWords, Reader } from './model.ts';
import { townPath } from './town-page.ts';
import { words } from './words.ts';

export interface CountedTown {
  town: Town;
  count: number;
}

export function startPage(towns: readonly CountedTown[], reader: Reader, baseUrl: string): Page {
  const t = words[reader.language];
  return {
    path: '/',
    title: t.siteTitle,
    description: t.siteDescription,
    data: {
      '@context': 'https://schema.org',
      '@type': 'WebSite',
      '@id': `${baseUrl}/#site`,
      name: 'Ricircolo',
      url: `${baseUrl}/`,
      description: t.siteDescription,
      inLanguage: reader.language,
    },
    body: framed({
      reader,
      path: '/',
      content: html`<h1>${t.siteTitle}</h1>
<p>${t.siteDescription}</p>
${searchForm(reader)}
${towns.length > 0 && html`<h2>${t.towns}</h2>${townRow(towns, reader)}`}`,
    }),
  };
}

/** What the application says on a page of its own: enough to know it by. */
export function plainPage(path: string, { title, lead }: PlainWords, unlisted: boolean, reader: Reader): Page {
  return {
    path,
    unlisted,
    title: `${title} · Ricircolo`,
    description: lead,
    body: framed({ reader, path, content: html`<h1>${title}</h1><p>${lead}</p>` }),
  };
}

/** A page that says why there is none: 404 or 410; `name` is what was there. */
export function missingPage(status: 404 | 410, towns: readonly CountedTown[], reader: Reader, name?: string): Page {
  const t = words[reader.language];
  const [title, text] = status === 410 ? [t.goneTitle, t.goneText] : [t.notFoundTitle, t.notFoundText];
  return {
    path: '/',
    title: [name, title, 'Ricircolo'].filter(Boolean).join(' · '),
    description: text,
    unlisted: true,
    body: framed({
      reader,
      path: '/',
      content: html`<h1>${title}</h1>
${name && html`<p><strong>${name}</strong></p>`}
<p>${text}</p>
${searchForm(reader)}
${towns.length > 0 && html`<h2>${t.towns}</h2>${townRow(towns, reader)}`}`,
    }),
  };
}

const townRow = (towns: readonly CountedTown[], reader: Reader) =>
  linkRow(
    towns.map(({ town, count }) => ({ name: nameIn(town, reader.language), path: townPath(town), count })),
    reader,
  );
