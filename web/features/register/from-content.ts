import { type Draft, emptyDraft, type Texts } from './draft.ts';
import { readHours } from './hours/read.ts';
import type { Content } from './queries.ts';

/** What is said of a listing, as the form shows it. */
export function draftOf(content: Content): Draft {
  const { address, byAppointment, location, organization } = content;
  const hours = readHours(content.openingHours ?? '');
  return {
    ...emptyDraft,
    name: content.name ?? '',
    categories: content.categories,
    organization: organization ?? '',
    location: location ? { lon: location.lon, lat: location.lat } : null,
    address: {
      street: address.street ?? '',
      houseNumber: address.houseNumber ?? '',
      postcode: address.postcode ?? '',
      city: address.city ?? '',
      country: address.country ?? '',
    },
    offers: content.offers.map((offer) => ({
      action: offer.action,
      objects: offer.objects,
      priceKind: offer.priceKind ?? '',
      amountMin: typed(offer.amountMin),
      amountMax: typed(offer.amountMax),
      depositAmount: typed(offer.depositAmount),
      currency: offer.currency ?? 'EUR',
      loanDays: typed(offer.loanDays),
      maxItems: typed(offer.maxItems),
      atHome: offer.atHome,
      note: textsOf(offer.note),
    })),
    hours,
    byAppointment: byAppointment === true,
    phone: content.phone ?? '',
    email: content.email ?? '',
    website: content.website ?? '',
    social: content.social.map(({ url }) => url).join('\n'),
    wheelchair: content.wheelchair,
    accessNotes: textsOf(content.accessNotes),
    languages: content.languages,
    payment: content.payment,
    labels: content.labels.join(', '),
    description: textsOf(content.description),
  };
}

const typed = (number: number | null | undefined) => (number === null || number === undefined ? '' : String(number));

const textsOf = (texts: Content['description']): Texts =>
  Object.fromEntries(texts.map(({ language, text }) => [language, text]));
