/** What every page has around its content, and the small parts that repeat. */
import { type Html, html } from '../../platform/html.ts';
import type { Listing, Offer } from '../listings/model.ts';
import { formatAddress } from '../listings/service.ts';
import { languages } from '../taxonomy/model.ts';
import type { TaxonomyService } from '../taxonomy/service.ts';
import { known, labelIn } from '../taxonomy/service.ts';
import type { Reader } from './model.ts';
import { languageName, linkTo, withLanguage } from './reader.ts';
import { words } from './words.ts';

export interface Crumb {
  name: string;
  path: string;
}

interface Framed {
  reader: Reader;
  /** Of the page, for its other languages. */
  path: string;
  /** From the start to the page itself. */
  crumbs?: readonly Crumb[];
  content: Html;
}

export function framed({ reader, path, crumbs = [], content }: Framed): Html {
  const t = words[reader.language];
  return html`<div class="served">
<header><a class="served-brand" href="${linkTo('/', reader)}">Ricircolo</a></header>
${
  crumbs.length > 0 &&
  html`<nav aria-label="${t.youAreHere}"><ol class="served-crumbs">${crumbs.map(
    ({ name, path }, index) =>
      html`<li>${index < crumbs.length - 1 ? html`<a href="${linkTo(path, reader)}">${name}</a>` : html`<span aria-current="page">${name}</span>`}</li>`,
  )}</ol></nav>`
}
<main>${content}</main>
<footer>
<p class="served-row"><a href="${linkTo('/', reader)}">${t.openMap}</a> <a href="/explore">${t.openData}</a></p>
<nav aria-label="${t.languages}"><ul class="served-row">${languages.map(
    (language) =>
      html`<li><a href="${withLanguage(path, language)}" hreflang="${language}" lang="${language}">${capitalized(languageName(language, language))}</a></li>`,
  )}</ul></nav>
</footer>
</div>`;
}

/** A search that needs no script: the map opens with it. */
export function searchForm({ language, explicit }: Reader): Html {
  const t = words[language];
  return html`<form action="/" method="get" role="search" class="served-search">
<label for="served-text">${t.searchLabel}</label>
<input id="served-text" name="text" type="search" maxlength="200" required>
${explicit && html`<input type="hidden" name="lang" value="${language}">`}
<button type="submit">${t.search}</button>
</form>`;
}

/** Places as links, each with its kind and address. */
export function placeList(listings: readonly Listing[], taxonomy: TaxonomyService, reader: Reader): Html {
  return html`<ul class="served-places">${listings.map((listing) => {
    const kind = kindLabel(taxonomy, listing.categories[0] ?? '', reader);
    const address = formatAddress(listing);
    return html`<li><a href="${linkTo(`/listings/${listing.slug}`, reader)}">${listing.name}</a>
<span>${[kind, address].filter(Boolean).join(' · ')}</span></li>`;
  })}</ul>`;
}

/** Links beside each other, with a number where there is one. */
export function linkRow(links: readonly { name: string; path: string; count?: number }[], reader: Reader): Html {
  return html`<ul class="served-row">${links.map(
    ({ name, path, count }) =>
      html`<li><a href="${linkTo(path, reader)}">${name}</a>${count !== undefined && html` <span>${count.toLocaleString(reader.language)}</span>`}</li>`,
  )}</ul>`;
}

/** Of a category or a group; the slug itself where a taxonomy has neither. */
export function kindLabel(taxonomy: TaxonomyService, slug: string, { language }: Reader): string {
  const kind = taxonomy.categoryBySlug.get(slug) ?? taxonomy.groupBySlug.get(slug);
  return kind ? labelIn(kind, language) : slug;
}

/** What one can do, and with what: "Borrow: drill, saw". */
export function offerText({ action, objects }: Offer, taxonomy: TaxonomyService, { language }: Reader): string {
  const things = objects.map((slug) => labelIn(known(taxonomy.objectTypeBySlug, slug), language));
  const verb = labelIn(known(taxonomy.actionByCode, action), language);
  return things.length > 0 ? `${verb}: ${things.join(', ')}` : verb;
}

/** BreadcrumbList in schema.org's terms. */
export function crumbData(crumbs: readonly Crumb[], reader: Reader, baseUrl: string): object {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: { '@id': baseUrl + linkTo(path, reader) },
    })),
  };
}

const capitalized = (text: string) => text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
