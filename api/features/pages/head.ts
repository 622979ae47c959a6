import { dataBlock, type Html, html } from '../../platform/html.ts';
import { languages } from '../taxonomy/model.ts';
import type { Page, Reader } from './model.ts';
import { linkTo, withLanguage } from './reader.ts';

/** As Open Graph names a language: with the country where most of its readers live. */
const openGraphLocales = {
  it: 'it_IT',
  en: 'en_GB',
  fr: 'fr_FR',
  es: 'es_ES',
  nl: 'nl_NL',
  fi: 'fi_FI',
  cs: 'cs_CZ',
  bg: 'bg_BG',
};

/** Title, description, addresses of the page and of its languages, what a link to it shows elsewhere, data. */
export function headOf(page: Page, reader: Reader, baseUrl: string): Html {
  const { title, description, picture, unlisted } = page;
  const address = baseUrl + linkTo(page.path, reader);
  const image = picture && baseUrl + picture.path;
  return html`<title>${title}</title>
<meta name="description" content="${description}">
${unlisted ? html`<meta name="robots" content="noindex">` : addresses(page, address, baseUrl)}
<meta property="og:type" content="website">
<meta property="og:site_name" content="Ricircolo">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${address}">
<meta property="og:locale" content="${openGraphLocales[reader.language]}">
${languages
  .filter((language) => language !== reader.language)
  .map((language) => html`<meta property="og:locale:alternate" content="${openGraphLocales[language]}">`)}
${
  image &&
  html`<meta property="og:image" content="${image}">
<meta property="og:image:type" content="${picture.mediaType}">
<meta property="og:image:width" content="${picture.width}">
<meta property="og:image:height" content="${picture.height}">
<meta property="og:image:alt" content="${picture.alt}">
<meta name="twitter:image" content="${image}">
<meta name="twitter:image:alt" content="${picture.alt}">`
}
<meta name="twitter:card" content="${image ? 'summary_large_image' : 'summary'}">
<meta name="twitter:title" content="${title}">
<meta name="twitter:description" content="${description}">
${page.data && dataBlock('application/ld+json', page.data)}
`;
}

function addresses({ path }: Page, canonical: string, baseUrl: string): Html {
  return html`<link rel="canonical" href="${canonical}">
${languages.map(
  (language) => html`<link rel="alternate" hreflang="${language}" href="${baseUrl}${withLanguage(path, language)}">`,
)}
<link rel="alternate" hreflang="x-default" href="${baseUrl}${path}">`;
}
