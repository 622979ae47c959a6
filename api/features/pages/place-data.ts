/** A place in schema.org's terms. */
import type { Listing, Offer } from '../listings/model.ts';
import { known, labelIn, type TaxonomyService } from '../taxonomy/service.ts';
import { type Crumb, crumbData, kindLabel, offerText } from './frame.ts';
import type { PlaceDossier, Reader } from './model.ts';
import { photoData, previewOf } from './place-photos.ts';
import { linkTo, withLanguage } from './reader.ts';
import { licencePage, mailAddress, webAddress } from './web-address.ts';
import { type Week, weekData } from './week.ts';

/** The nearest type of schema.org's for a category; others are a LocalBusiness. */
const types: Record<string, string> = {
  'bicycle-repair-station': 'CivicStructure',
  library: 'Library',
  'public-bookcase': 'CivicStructure',
  'car-sharing': 'AutoRental',
  'give-box': 'CivicStructure',
  'second-hand-shop': 'Store',
  'charity-shop': 'Store',
  'second-hand-books': 'BookStore',
  'second-hand-clothes': 'ClothingStore',
  'second-hand-bicycles': 'BikeStore',
  antiques: 'Store',
  'reuse-centre': 'Store',
  'zero-waste-shop': 'GroceryStore',
  'drinking-water': 'CivicStructure',
  'recycling-centre': 'RecyclingCenter',
  'recycling-point': 'CivicStructure',
  'textile-container': 'CivicStructure',
  compost: 'CivicStructure',
  'community-space': 'CivicStructure',
  'community-garden': 'Park',
};
/** Places that are nobody's business: they have no e-mail and make no offers. */
const civic = new Set(['CivicStructure', 'Park']);

interface Asked {
  dossier: PlaceDossier;
  description: string;
  title: string;
  crumbs: readonly Crumb[];
  week: Week | null;
  taxonomy: TaxonomyService;
  reader: Reader;
  baseUrl: string;
}

export function placeData(asked: Asked): object {
  const { dossier, reader, baseUrl, title, description, crumbs } = asked;
  const { listing, sources } = dossier;
  const path = `/listings/${listing.slug}`;
  const page = baseUrl + linkTo(path, reader);
  const preview = previewOf(dossier, reader);
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'WebPage',
        '@id': page,
        url: page,
        name: title,
        description,
        inLanguage: reader.language,
        dateModified: listing.updatedAt.toISOString(),
        isPartOf: { '@type': 'WebSite', '@id': `${baseUrl}/#site`, name: 'Ricircolo', url: `${baseUrl}/` },
        mainEntity: { '@id': `${baseUrl}${path}#place` },
        primaryImageOfPage: {
          '@type': 'ImageObject',
          url: baseUrl + preview.path,
          width: `${preview.width} px`,
          height: `${preview.height} px`,
        },
        breadcrumb: crumbData(crumbs, reader, baseUrl),
        isBasedOn: sources.map(({ name, url, licence, attribution }) => ({
          '@type': 'CreativeWork',
          name,
          url: webAddress(url),
          license: licencePage(licence) ?? licence ?? undefined,
          creditText: attribution ?? undefined,
        })),
      },
      { ...placeItself(asked), '@id': `${baseUrl}${path}#place` },
    ],
  };
}

function placeItself({ dossier, reader, baseUrl, description, week, taxonomy }: Asked): object {
  const { listing, sources } = dossier;
  const path = `/listings/${listing.slug}`;
  const type = types[listing.categories[0] ?? ''] ?? 'LocalBusiness';
  const pages = [listing.website, ...Object.values(listing.social), ...sources.map(({ url }) => url)];
  const { street, houseNumber, postcode, city, country } = listing;
  return {
    '@type': type,
    name: listing.name,
    description,
    url: webAddress(listing.website) ?? baseUrl + path,
    image: photoData(dossier, baseUrl, reader.language) ?? baseUrl + withLanguage(`${path}/card.png`, reader.language),
    geo: { '@type': 'GeoCoordinates', latitude: listing.lat, longitude: listing.lon },
    hasMap: `${baseUrl}/?place=${listing.slug}`,
    address: {
      '@type': 'PostalAddress',
      streetAddress: [street, street && houseNumber].filter(Boolean).join(' ') || undefined,
      postalCode: postcode ?? undefined,
      addressLocality: city ?? dossier.town?.name,
      addressCountry: country ?? undefined,
    },
    telephone: listing.phone ?? undefined,
    openingHoursSpecification: listing.status === 'PUBLISHED' && week ? weekData(week) : undefined,
    sameAs: someOf([...new Set(pages.map(webAddress).filter((page) => page !== undefined))]),
    isAccessibleForFree: isFree(listing.offers ?? []),
    amenityFeature: amenities(listing),
    additionalType: kindLabel(taxonomy, listing.categories[0] ?? '', reader),
    ...(civic.has(type) ? {} : business(dossier, taxonomy, reader)),
  };
}

/** What schema.org says of organisations only. */
function business({ listing, organization }: PlaceDossier, taxonomy: TaxonomyService, reader: Reader): object {
  return {
    email: mailAddress(listing.email),
    knowsLanguage: someOf(listing.languages),
    parentOrganization: organization
      ? { '@type': 'Organization', name: organization.name, url: webAddress(organization.website) }
      : undefined,
    makesOffer: someOf(listing.offers ?? [])?.map((offer) => ({
      '@type': 'Offer',
      itemOffered: {
        '@type': 'Service',
        serviceType: labelIn(known(taxonomy.actionByCode, offer.action), reader.language),
        name: offerText(offer, taxonomy, reader),
      },
      ...priceOf(offer),
    })),
  };
}

function priceOf({ priceKind, amountMin, amountMax, currency }: Offer): object {
  if (priceKind === 'FREE') return { price: 0, priceCurrency: currency ?? 'EUR' };
  return priceKind === 'PAID' && currency && amountMin !== null && amountMin === (amountMax ?? amountMin)
    ? { price: amountMin, priceCurrency: currency }
    : {};
}

/** Undefined where nobody said so of every offer. */
function isFree(offers: readonly Offer[]): boolean | undefined {
  const kinds = offers.filter(({ inferred }) => !inferred).map(({ priceKind }) => priceKind);
  if (kinds.length === 0 || kinds.includes(null)) return undefined;
  return kinds.every((kind) => kind === 'FREE' || kind === 'DONATION');
}

function amenities({ wheelchair }: Listing): object[] | undefined {
  if (wheelchair === 'UNKNOWN') return undefined;
  const value = wheelchair === 'LIMITED' ? 'limited' : wheelchair !== 'NO';
  return [{ '@type': 'LocationFeatureSpecification', name: 'Wheelchair accessible', value }];
}

/** Undefined, which JSON leaves out, for an empty list. */
const someOf = <Item>(items: readonly Item[]) => (items.length > 0 ? items : undefined);
