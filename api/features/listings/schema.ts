import { builder } from '../../builder.ts';
import type { Context } from '../../context.ts';
import { parseRowId } from '../../platform/row-id.ts';
import { OpeningHoursType, OpenStateEnum } from '../hours/schema.ts';
import { OrganizationType } from '../organizations/schema.ts';
import { PointType, RegionType } from '../regions/schema.ts';
import { type Language, languages, priceKinds } from '../taxonomy/model.ts';
import { ActionType, CategoryType, LanguageType, ObjectTypeType } from '../taxonomy/schema.ts';
import { known } from '../taxonomy/service.ts';
import {
  actorRoles,
  type ClosedListing,
  freshnesses,
  type Listing,
  type LocalText,
  listingStatuses,
  type Offer,
  paymentMethods,
  serviceKinds,
  wheelchairAccesses,
} from './model.ts';
import { findVisibleListing, loadVisibleListings } from './own.ts';
import { findClosedListing, formatAddress, freshnessOf } from './service.ts';

export const WheelchairAccessEnum = builder.enumType('WheelchairAccess', {
  description: 'How a wheelchair gets in, in the words of OpenStreetMap.',
  values: described(wheelchairAccesses, {
    YES: 'Everywhere in the place.',
    LIMITED: 'In parts, or with help.',
    NO: 'Not at all.',
    DESIGNATED: 'Made for it.',
    UNKNOWN: 'Nobody said.',
  }),
});

export const PaymentMethodEnum = builder.enumType('PaymentMethod', {
  description: 'A way to pay.',
  values: described(paymentMethods, {
    CASH: 'Coins and notes.',
    CARDS: 'Credit or debit cards.',
    CONTACTLESS: 'Card or telephone held to a reader.',
  }),
});

const inLanguage = {
  type: LanguageType,
  description: 'Left out: the language of the request, else English. Where there is no text in it, another language.',
};

export const PriceKindEnum = builder.enumType('PriceKind', {
  description: 'How an offer is paid for.',
  values: described(priceKinds, {
    FREE: 'Nothing is asked.',
    DONATION: 'As much as one likes.',
    PAID: 'Money.',
    DEPOSIT: 'Money that comes back with the thing.',
    MEMBERSHIP: 'For members, who pay a fee.',
  }),
});

const ListingStatusEnum = builder.enumType('ListingStatus', {
  description: 'Where a listing stands. Only published and temporarily closed ones are public.',
  values: described(listingStatuses, {
    DRAFT: 'Being written.',
    PENDING: 'Awaits a moderator.',
    PUBLISHED: 'Public.',
    TEMPORARILY_CLOSED: 'Public, and closed for the time being.',
    CLOSED: 'The place is no more.',
    ARCHIVED: 'Put away by a moderator.',
    REJECTED: 'Refused by a moderator.',
    MERGED: 'The same place as another listing, which answers in its stead.',
  }),
});

export const ServiceKindEnum = builder.enumType('ServiceKind', {
  description: 'Where the service is found.',
  values: described(serviceKinds, {
    PLACE: 'At its location.',
    MOBILE: 'It comes to you; the location is where it starts from.',
    ONLINE: 'On the internet; the location is its seat.',
  }),
});

const FreshnessEnum = builder.enumType('Freshness', {
  description: 'How long ago somebody last checked on the spot.',
  values: described(freshnesses, {
    FRESH: 'Less than 12 months.',
    AGEING: '12 to 24 months.',
    STALE: '24 months or more.',
    UNKNOWN: 'Never, as far as we know.',
  }),
});

export const ActorRoleEnum = builder.enumType('ActorRole', {
  description: 'Who changed a listing; never a name.',
  values: described(actorRoles, {
    IMPORT: 'A source that was read.',
    OWNER: 'Who runs the place.',
    MODERATOR: 'Who looks after the directory.',
    CITIZEN: 'Anybody else.',
    SYSTEM: 'The directory itself.',
  }),
});

const AddressType = builder.objectRef<Listing>('Address');
builder.objectType(AddressType, {
  description: 'A postal address, as far as it is known.',
  fields: (t) => ({
    street: t.exposeString('street', { nullable: true, description: 'Street or square.' }),
    houseNumber: t.exposeString('houseNumber', { nullable: true, description: 'House number with its additions.' }),
    postcode: t.exposeString('postcode', { nullable: true, description: 'Postal code.' }),
    city: t.exposeString('city', { nullable: true, description: 'Town or village.' }),
    country: t.exposeString('country', { nullable: true, description: 'ISO 3166-1 alpha-2 code.' }),
    formatted: t.string({
      description: 'On one line, without the country; empty where only the country is known.',
      resolve: formatAddress,
    }),
  }),
});

const SocialLinkType = builder.objectRef<{ network: string; url: string }>('SocialLink');
builder.objectType(SocialLinkType, {
  description: 'A page on a social network.',
  fields: (t) => ({
    network: t.exposeString('network', { description: 'Name of the network in lower case, such as `facebook`.' }),
    url: t.exposeString('url', { description: 'Address of the page.' }),
  }),
});

const ContactType = builder.objectRef<Listing>('Contact');
builder.objectType(ContactType, {
  description: 'How to reach the place; what it made public itself.',
  fields: (t) => ({
    phone: t.exposeString('phone', { nullable: true, description: 'Telephone number as the source writes it.' }),
    email: t.exposeString('email', { nullable: true, description: 'E-mail address.' }),
    website: t.exposeString('website', { nullable: true, description: 'Address of the website.' }),
    social: t.field({
      type: [SocialLinkType],
      description: 'Pages on social networks.',
      resolve: ({ social }) => Object.entries(social).map(([network, url]) => ({ network, url })),
    }),
  }),
});

const OfferType = builder.objectRef<Offer>('Offer');
builder.objectType(OfferType, {
  description: 'What one can do at a place, with which things, and for what. Null means that nobody said.',
  fields: (t) => ({
    action: t.field({
      type: ActionType,
      description: 'What one can do.',
      resolve: ({ action }, _, { taxonomy }) => known(taxonomy.actionByCode, action),
    }),
    objects: t.field({
      type: [ObjectTypeType],
      description: 'With which things; empty where nobody said.',
      resolve: ({ objects }, _, { taxonomy }) => objects.flatMap((slug) => taxonomy.objectTypeBySlug.get(slug) ?? []),
    }),
    priceKind: t.expose('priceKind', { type: PriceKindEnum, nullable: true, description: 'How it is paid for.' }),
    amountMin: t.exposeFloat('amountMin', { nullable: true, description: 'Least price, in `currency`.' }),
    amountMax: t.exposeFloat('amountMax', { nullable: true, description: 'Greatest price, in `currency`.' }),
    currency: t.exposeString('currency', { nullable: true, description: 'ISO 4217 code.' }),
    loanDays: t.exposeInt('loanDays', { nullable: true, description: 'For how many days a thing is lent.' }),
    maxItems: t.exposeInt('maxItems', { nullable: true, description: 'How many things at a time.' }),
    depositAmount: t.exposeFloat('depositAmount', { nullable: true, description: 'Deposit, in `currency`.' }),
    atHome: t.exposeBoolean('atHome', { description: "True at the customer's home, false at the place." }),
    note: t.string({
      nullable: true,
      description: 'What else there is to know.',
      args: { language: t.arg(inLanguage) },
      resolve: ({ note }, { language }, context) => textIn(note, language, context),
    }),
    noteLanguage: t.field({
      type: LanguageType,
      nullable: true,
      description: 'Language that `note` is answered in for the same argument; null without a note.',
      args: { language: t.arg(inLanguage) },
      resolve: ({ note }, { language }, context) => languageOf(note, language, context),
    }),
    inferred: t.exposeBoolean('inferred', {
      description: 'True where no source said so: what places of the category offer as a rule.',
    }),
  }),
});

export const ListingType = builder.objectRef<Listing>('Listing');
export const ListingNode = builder.node(ListingType, {
  description: 'A place, a mobile or an online service of the circular economy.',
  id: { resolve: ({ id }) => id, parse: parseRowId, description: 'Global id.' },
  loadMany: (ids: number[], context) => loadVisibleListings(context, ids),
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Its name in addresses, given once and kept.' }),
    name: t.exposeString('name', { description: 'What it is called; its category where it has no name.' }),
    description: t.string({
      nullable: true,
      description: 'What it says of itself.',
      args: { language: t.arg(inLanguage) },
      resolve: ({ description }, { language }, context) => textIn(description, language, context),
    }),
    descriptionLanguage: t.field({
      type: LanguageType,
      nullable: true,
      description: 'Language that `description` is answered in for the same argument; null without a text.',
      args: { language: t.arg(inLanguage) },
      resolve: ({ description }, { language }, context) => languageOf(description, language, context),
    }),
    category: t.field({
      type: CategoryType,
      description: 'What it is, first of all.',
      resolve: ({ categories }, _, { taxonomy }) => known(taxonomy.categoryBySlug, categories[0] ?? ''),
    }),
    categories: t.field({
      type: [CategoryType],
      description: 'All that it is, the main category first.',
      complexity: { multiplier: 2 },
      resolve: ({ categories }, _, { taxonomy }) => categories.map((slug) => known(taxonomy.categoryBySlug, slug)),
    }),
    offers: t.field({
      type: [OfferType],
      description: 'What one can do there.',
      complexity: { multiplier: 3 },
      resolve: ({ offers }) => offers ?? [],
    }),
    serviceKind: t.expose('serviceKind', { type: ServiceKindEnum, description: 'Where the service is found.' }),
    location: t.field({ type: PointType, description: 'Where it is.', resolve: ({ lon, lat }) => ({ lon, lat }) }),
    locationApproximate: t.exposeBoolean('locationApproximate', {
      description: 'True where the position is near, not exact.',
    }),
    address: t.field({
      type: AddressType,
      nullable: true,
      description: 'Its address; null where nothing of it is known.',
      resolve: (listing) =>
        (listing.street ?? listing.postcode ?? listing.city ?? listing.country) === null ? null : listing,
    }),
    region: t.field({
      type: RegionType,
      nullable: true,
      description: 'The smallest region that it lies in; null where no boundary is known.',
      resolve: ({ regionCodes }) => regionCodes.at(-1),
    }),
    openingHours: t.expose('openingHours', {
      type: OpeningHoursType,
      nullable: true,
      description: 'When it is open; null where nobody said.',
    }),
    openState: t.expose('openState', {
      type: OpenStateEnum,
      description: 'Whether it is open at the moment of the request (or of `asOf`). Temporarily closed is CLOSED.',
    }),
    openingHoursNote: t.exposeString('openingHoursNote', {
      nullable: true,
      description: 'What a source says of the hours in words that cannot be read as hours.',
    }),
    byAppointment: t.exposeBoolean('byAppointment', {
      nullable: true,
      description: 'Whether one needs an appointment; null where nobody said.',
    }),
    contact: t.field({
      type: ContactType,
      nullable: true,
      description: 'How to reach it; null where nobody said.',
      resolve: (listing) => (hasContact(listing) ? listing : null),
    }),
    languages: t.exposeStringList('languages', { description: 'Languages spoken there (BCP 47).' }),
    wheelchair: t.expose('wheelchair', { type: WheelchairAccessEnum, description: 'How a wheelchair gets in.' }),
    accessNotes: t.string({
      nullable: true,
      description: 'What else there is to know about getting in.',
      args: { language: t.arg(inLanguage) },
      resolve: ({ accessNotes }, { language }, context) => textIn(accessNotes, language, context),
    }),
    accessNotesLanguage: t.field({
      type: LanguageType,
      nullable: true,
      description: 'Language that `accessNotes` is answered in for the same argument; null without a text.',
      args: { language: t.arg(inLanguage) },
      resolve: ({ accessNotes }, { language }, context) => languageOf(accessNotes, language, context),
    }),
    labels: t.exposeStringList('labels', { description: 'Labels and certificates it bears.' }),
    payment: t.expose('payment', {
      type: [PaymentMethodEnum],
      description: 'How one can pay; empty where nobody said.',
    }),
    photosPage: t.exposeString('photosPage', {
      nullable: true,
      description: 'Address of a page with photographs of it and their licences, at Wikimedia Commons.',
    }),
    status: t.expose('status', {
      type: ListingStatusEnum,
      description: 'Where it stands: published or temporarily closed, but for those who see more.',
    }),
    verifiedAt: t.expose('verifiedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When somebody last checked on the spot.',
    }),
    freshness: t.field({
      type: FreshnessEnum,
      description: 'How recent that check is.',
      resolve: ({ verifiedAt }, _, { now }) => freshnessOf(verifiedAt, now),
    }),
    organization: t.prismaField({
      type: OrganizationType,
      nullable: true,
      description: 'Who runs it; null where nobody said.',
      resolve: (query, { organizationId }, _, { database }) =>
        organizationId === null
          ? null
          : database.prisma.organization.findUnique({ ...query, where: { id: organizationId } }),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was first listed.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When what is shown of it last changed.' }),
  }),
});

builder.queryField('listing', (t) =>
  t.field({
    type: ListingType,
    nullable: true,
    description:
      'One public listing, by id or by slug; also one that is not public, for who registered it, runs the place or moderates the region. Null where there is none; a merged one answers as the listing that took it in. BAD_USER_INPUT unless exactly one of the two is given.',
    args: {
      id: t.arg.globalID({ for: ListingNode, description: 'Its global id.' }),
      slug: t.arg.string({ description: 'Its name in addresses.' }),
    },
    resolve: (_, { id, slug }, context) =>
      findVisibleListing(context, { id: id?.id ?? undefined, slug: slug ?? undefined }),
  }),
);

const ClosedListingType = builder.objectRef<ClosedListing>('ClosedListing');
builder.objectType(ClosedListingType, {
  description: 'A place that was listed and has closed for good.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it was called.' }),
    category: t.field({
      type: CategoryType,
      description: 'What it was, first of all.',
      resolve: ({ categories }, _, { taxonomy }) => known(taxonomy.categoryBySlug, categories[0] ?? ''),
    }),
    location: t.field({ type: PointType, description: 'Where it was.', resolve: ({ lon, lat }) => ({ lon, lat }) }),
    closedAt: t.expose('closedAt', { type: 'DateTime', description: 'When we learnt of it.' }),
  }),
});

builder.queryField('closedListing', (t) =>
  t.field({
    type: ClosedListingType,
    nullable: true,
    description: 'The listing of a slug, where it has closed for good; null for one that is public, and for any other.',
    args: { slug: t.arg.string({ required: true, description: 'Its name in addresses.' }) },
    resolve: (_, { slug }, { database }) => findClosedListing(database, slug),
  }),
);

export function described<Value extends string>(values: readonly Value[], texts: Record<Value, string>) {
  return Object.fromEntries(values.map((value) => [value, { description: texts[value] }])) as Record<
    Value,
    { description: string }
  >; // fromEntries forgets its keys
}

/** A text in the language asked for, else English, else any that there is. */
function textIn(text: LocalText, language: keyof LocalText | null | undefined, context: Context): string | null {
  const found = languageOf(text, language, context);
  return found ? (text[found] ?? null) : null;
}

/** The language that `textIn` answers in; null where there is no text. */
function languageOf(text: LocalText, language: keyof LocalText | null | undefined, context: Context): Language | null {
  return [language ?? context.language, 'en' as const, ...languages].find((each) => text[each]) ?? null;
}

function hasContact({ phone, email, website, social }: Listing): boolean {
  return Boolean(phone ?? email ?? website) || Object.keys(social).length > 0;
}
