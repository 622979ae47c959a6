/** The page of a place. */
import { type Html, html } from '../../platform/html.ts';
import { typicalWeekOf } from '../hours/service.ts';
import type { Listing, LocalText, Offer } from '../listings/model.ts';
import { formatAddress } from '../listings/service.ts';
import { nameIn } from '../regions/model.ts';
import { countryName } from '../regions/service.ts';
import type { TaxonomyService } from '../taxonomy/service.ts';
import { type Crumb, framed, kindLabel, offerText, placeList } from './frame.ts';
import type { NamedSource, Page, PlaceDossier, Reader } from './model.ts';
import { placeData } from './place-data.ts';
import { photosOf, previewOf } from './place-photos.ts';
import { dateText, languageName, linkTo, localeOf } from './reader.ts';
import { dialled, licencePage, mailAddress, webAddress } from './web-address.ts';
import { isAlwaysOpen, type Week, weekInWords, weekOf } from './week.ts';
import { words } from './words.ts';

interface Context {
  taxonomy: TaxonomyService;
  reader: Reader;
  now: Date;
  baseUrl: string;
}

export function placePage(dossier: PlaceDossier, context: Context): Page {
  const { taxonomy, reader, now, baseUrl } = context;
  const { language } = reader;
  const t = words[language];
  const { listing, town } = dossier;
  const path = `/listings/${listing.slug}`;
  const kind = kindLabel(taxonomy, listing.categories[0] ?? '', reader);
  const townName = town ? nameIn(town, language) : listing.city;
  const ranges = listing.openingHours && typicalWeekOf(listing.openingHours, now);
  const week = ranges && weekOf(ranges);
  const title = [`${listing.name} – ${townName ? t.inTown(kind, townName) : kind}`, 'Ricircolo'].join(' · ');
  const description = shortened(
    [
      townName ? t.inTown(kind, townName) : kind,
      addressLine(listing, language),
      offersInWords(listing, taxonomy, reader),
      textIn(listing.description, language)?.text,
    ]
      .filter(Boolean)
      .join('. '),
  );
  const crumbs = crumbsOf(dossier, kind, townName, reader);
  return {
    path,
    title,
    description,
    picture: previewOf(dossier, reader),
    data: placeData({ dossier, title, description, crumbs, week, taxonomy, reader, baseUrl }),
    body: framed({ reader, path, crumbs, content: content(dossier, { kind, week, context }) }),
  };
}

function crumbsOf({ listing, town }: PlaceDossier, kind: string, townName: string | null, reader: Reader): Crumb[] {
  const townPath = town && `/in/${town.country.toLowerCase()}/${town.slug}`;
  return [
    { name: 'Ricircolo', path: '/' },
    ...(townPath && townName
      ? [
          { name: townName, path: townPath },
          { name: words[reader.language].inTown(kind, townName), path: `${townPath}/${listing.categories[0]}` },
        ]
      : []),
    { name: listing.name, path: `/listings/${listing.slug}` },
  ];
}

function content(
  dossier: PlaceDossier,
  { kind, week, context }: { kind: string; week: Week | null; context: Context },
): Html {
  const { listing, sources, organization, nearby } = dossier;
  const { taxonomy, reader } = context;
  const { language } = reader;
  const t = words[language];
  const description = textIn(listing.description, language);
  return html`<h1>${listing.name}</h1>
<p class="served-kind">${kind}${organization && html` · ${organization.name}`}</p>
${listing.status === 'TEMPORARILY_CLOSED' && html`<p><strong>${t.temporarilyClosed}</strong></p>`}
${description && html`<p lang="${description.language}">${description.text}</p>`}
<p><a class="served-go" href="${linkTo('/', reader)}${reader.explicit ? '&' : '?'}place=${listing.slug}">${t.showOnMap}</a></p>
${photosOf(dossier, reader)}
<h2>${t.address}</h2>
<address>${addressLine(listing, language) || `${listing.lat.toFixed(5)}, ${listing.lon.toFixed(5)}`}</address>
${listing.locationApproximate && html`<p>${t.approximate}</p>`}
<h2>${t.hours}</h2>
${hoursOf(listing, week, reader)}
${offersOf(listing.offers ?? [], taxonomy, reader)}
${contactOf(listing, reader)}
${accessOf(listing, reader)}
<h2>${t.sources}</h2>
<ul class="served-facts">${sources.map((source) => sourceLine(source, reader))}</ul>
<p>${listing.verifiedAt ? t.checkedOn(dateText(listing.verifiedAt, language)) : t.neverChecked}</p>
${nearby.length > 0 && html`<h2>${t.nearby}</h2>${placeList(nearby, taxonomy, reader)}`}`;
}

function hoursOf(listing: Listing, week: Week | null, { language }: Reader): Html {
  const t = words[language];
  const note = [listing.byAppointment && t.byAppointment, listing.openingHoursNote].filter(Boolean).join('. ');
  return html`${
    !week
      ? html`<p>${t.hoursUnknown}</p>`
      : isAlwaysOpen(week)
        ? html`<p>${t.alwaysOpen}</p>`
        : html`<table><tbody>${weekInWords(week, language, t).map(
            ({ day, hours }) => html`<tr><th scope="row">${day}</th><td>${hours}</td></tr>`,
          )}</tbody></table>`
  }${note && html`<p>${note}</p>`}`;
}

function offersOf(offers: readonly Offer[], taxonomy: TaxonomyService, reader: Reader): Html | null {
  if (offers.length === 0) return null;
  const t = words[reader.language];
  return html`<h2>${t.offers}</h2><ul class="served-facts">${offers.map((offer) => {
    const terms = [
      offer.priceKind && t.price[offer.priceKind],
      amountText(offer, reader),
      textIn(offer.note, reader.language)?.text,
      offer.inferred && t.usually,
    ].filter(Boolean);
    return html`<li>${offerText(offer, taxonomy, reader)}${terms.length > 0 && ` (${terms.join('; ')})`}</li>`;
  })}</ul>`;
}

function amountText({ amountMin, amountMax, currency }: Offer, { language }: Reader): string | undefined {
  const least = amountMin ?? amountMax;
  if (least === null || !currency || !/^[A-Z]{3}$/.test(currency)) return undefined;
  const money = new Intl.NumberFormat(localeOf(language), { style: 'currency', currency });
  return amountMax !== null && amountMax !== least ? money.formatRange(least, amountMax) : money.format(least);
}

function contactOf({ phone, email, website, social }: Listing, { language }: Reader): Html | null {
  const t = words[language];
  const [number, mail, site] = [dialled(phone), mailAddress(email), webAddress(website)];
  const lines = [
    phone && html`<li>${t.phone}: ${number ? html`<a href="tel:${number}">${phone}</a>` : phone}</li>`,
    email && html`<li>${t.email}: ${mail ? html`<a href="mailto:${mail}">${email}</a>` : email}</li>`,
    website && html`<li>${t.website}: ${site ? html`<a href="${site}" rel="noopener">${website}</a>` : website}</li>`,
    ...Object.entries(social).map(([network, page]) => {
      const address = webAddress(page);
      return address && html`<li><a href="${address}" rel="noopener">${network}</a></li>`;
    }),
  ].filter(Boolean);
  return lines.length > 0 ? html`<h2>${t.contact}</h2><ul class="served-facts">${lines}</ul>` : null;
}

function accessOf({ wheelchair, accessNotes, languages }: Listing, { language }: Reader): Html | null {
  const t = words[language];
  const note = textIn(accessNotes, language);
  const lines = [
    wheelchair !== 'UNKNOWN' && html`<li>${t.wheelchair[wheelchair]}</li>`,
    note && html`<li lang="${note.language}">${note.text}</li>`,
    languages.length > 0 &&
      html`<li>${t.speaks}: ${languages.map((code) => languageName(code, language)).join(', ')}</li>`,
  ].filter(Boolean);
  return lines.length > 0 ? html`<h2>${t.access}</h2><ul class="served-facts">${lines}</ul>` : null;
}

function sourceLine({ name, url, licence, attribution, fetchedAt }: NamedSource, { language }: Reader): Html {
  const t = words[language];
  const [page, terms] = [webAddress(url), licencePage(licence)];
  return html`<li>${page ? html`<a href="${page}" rel="noopener">${name}</a>` : name}, ${
    terms ? html`<a href="${terms}" rel="license noopener">${licence}</a>` : (licence ?? t.noLicence)
  }${attribution && `, ${attribution}`}, ${t.readOn(dateText(fetchedAt, language))}</li>`;
}

function addressLine(listing: Listing, language: Reader['language']): string {
  const country = listing.country && /^[A-Z]{2}$/.test(listing.country) && countryName(listing.country, language);
  return [formatAddress(listing), country].filter(Boolean).join(', ');
}

function offersInWords({ offers }: Listing, taxonomy: TaxonomyService, reader: Reader): string {
  const lines = (offers ?? []).slice(0, 3).map((offer) => offerText(offer, taxonomy, reader));
  return lines.join('; ');
}

/** The text in a language, else in English, else in whatever there is; and which it is. */
function textIn(text: LocalText, language: Reader['language']): { text: string; language: string } | undefined {
  const found = [language, 'en' as const, ...Object.keys(text)].find((code) => text[code as keyof LocalText]);
  const value = found && text[found as keyof LocalText]; // one of its own keys
  return found && value ? { text: value, language: found } : undefined;
}

/** What search engines show of a description. */
const longestDescription = 160;

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longestDescription ? line : `${line.slice(0, longestDescription - 1).replace(/\s+\S*$/, '')}…`;
}
