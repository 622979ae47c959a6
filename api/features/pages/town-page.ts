/** The page of a town, and of a kind of place in it. */
import { html } from '../../platform/html.ts';
import { nameIn } from '../regions/model.ts';
import { countryName } from '../regions/service.ts';
import type { TaxonomyService } from '../taxonomy/service.ts';
import { crumbData, framed, kindLabel, linkRow, placeList, searchForm } from './frame.ts';
import type { Page, Reader, TownDossier } from './model.ts';
import { linkTo } from './reader.ts';
import { words } from './words.ts';

interface Context {
  taxonomy: TaxonomyService;
  reader: Reader;
  baseUrl: string;
}

export const townPath = ({ country, slug }: { country: string; slug: string }) =>
  `/in/${country.toLowerCase()}/${slug}`;

export function townPage(dossier: TownDossier, { taxonomy, reader, baseUrl }: Context): Page {
  const { town, kind, count, listings, kinds, neighbours, radiusMeters } = dossier;
  const t = words[reader.language];
  const name = nameIn(town, reader.language);
  const label = kind && kindLabel(taxonomy, kind, reader);
  const path = kind ? `${townPath(town)}/${kind}` : townPath(town);
  const heading = label ? t.inTown(label, name) : t.townTitle(name);
  const crumbs = [
    { name: 'Ricircolo', path: '/' },
    { name, path: townPath(town) },
    ...(label ? [{ name: label, path }] : []),
  ];
  const others = kinds
    .filter(({ slug }) => slug !== kind)
    .map(({ slug, count }) => ({
      name: kindLabel(taxonomy, slug, reader),
      path: `${townPath(town)}/${slug}`,
      count,
    }));
  const content = html`<h1>${heading}</h1>
<p class="served-kind">${[town.context, countryName(town.country, reader.language)].filter(Boolean).join(', ')}</p>
<p>${listings.length < count ? t.nearestOf(listings.length, count) : t.places(count)}</p>
${placeList(
  listings.map(({ listing }) => listing),
  taxonomy,
  reader,
)}
${count === 0 && searchForm(reader)}
${others.length > 0 && html`<h2>${t.kinds}</h2>${linkRow(others, reader)}`}
${
  neighbours.length > 0 &&
  html`<h2>${t.neighbours}</h2>${linkRow(
    neighbours.map((neighbour) => ({ name: nameIn(neighbour, reader.language), path: townPath(neighbour) })),
    reader,
  )}`
}`;
  return {
    path,
    title: `${heading} · Ricircolo`,
    description: label ? t.kindText(count, label, name) : t.townText(count, name),
    unlisted: count === 0,
    search: {
      near: { lon: town.lon, lat: town.lat, radiusMeters, name },
      categories: kind ? [kind] : [],
    },
    data: {
      '@context': 'https://schema.org',
      '@graph': [
        crumbData(crumbs, reader, baseUrl),
        {
          '@type': 'ItemList',
          name: heading,
          numberOfItems: listings.length,
          itemListElement: listings.map(({ listing }, index) => ({
            '@type': 'ListItem',
            position: index + 1,
            name: listing.name,
            url: baseUrl + linkTo(`/listings/${listing.slug}`, reader),
          })),
        },
      ],
    },
    body: framed({ reader, path, crumbs, content }),
  };
}
