/** What people say of a place, as mutations take it. */
import { builder } from '../../builder.ts';
import { PointInput } from '../regions/schema.ts';
import { ActionEnum, LanguageType } from '../taxonomy/schema.ts';
import { PaymentMethodEnum, PriceKindEnum, ServiceKindEnum, WheelchairAccessEnum } from './schema.ts';

const LocalTextInput = builder.inputType('LocalTextInput', {
  description: 'A text in a language.',
  fields: (t) => ({
    language: t.field({ type: LanguageType, required: true, description: 'Its language.' }),
    text: t.string({ required: true, description: 'The text: plain, with line breaks.' }),
  }),
});

export const AddressInputType = builder.inputType('AddressInput', {
  description: 'A postal address, as far as it is known.',
  fields: (t) => ({
    street: t.string({ description: 'Street or square: at most 120 characters.' }),
    houseNumber: t.string({ description: 'House number: at most 20 characters.' }),
    postcode: t.string({ description: 'Postal code: at most 20 characters.' }),
    city: t.string({ description: 'Town or village: at most 120 characters.' }),
    country: t.string({ description: 'ISO 3166-1 alpha-2.' }),
  }),
});

const OfferInputType = builder.inputType('OfferInput', {
  description: 'What one can do at a place, with which things, and for what.',
  fields: (t) => ({
    action: t.field({ type: ActionEnum, required: true, description: 'What one can do.' }),
    objects: t.stringList({ description: 'Slugs of object types: at most 30.' }),
    priceKind: t.field({ type: PriceKindEnum, description: 'How it is paid for.' }),
    amountMin: t.float({ description: 'Least price: 0 to 1,000,000.' }),
    amountMax: t.float({ description: 'Greatest price.' }),
    currency: t.string({ description: 'ISO 4217 code; EUR where there is an amount and it is left out.' }),
    loanDays: t.int({ description: 'For how many days a thing is lent: 1 to 3650.' }),
    maxItems: t.int({ description: 'How many things at a time: 1 to 10,000.' }),
    depositAmount: t.float({ description: 'Deposit, in `currency`.' }),
    atHome: t.boolean({ description: "True at the customer's home, false at the place." }),
    note: t.field({
      type: [LocalTextInput],
      description: 'What else there is to know: at most 500 characters a language.',
    }),
  }),
});

const SocialInput = builder.inputType('SocialInput', {
  description: 'A page on a social network.',
  fields: (t) => ({
    network: t.string({ required: true, description: 'Name of the network in lower case, such as `facebook`.' }),
    url: t.string({ required: true, description: 'Address of the page.' }),
  }),
});

export const ListingInputType = builder.inputType('ListingInput', {
  description:
    'What is said of a place. Left out: nothing about it; null or empty: nothing is said of it any more. Even a draft needs name, category and position.',
  fields: (t) => ({
    name: t.string({ description: 'What it is called: at most 120 characters.' }),
    categories: t.stringList({ description: 'Slugs of categories, the main one first: at most 5.' }),
    serviceKind: t.field({ type: ServiceKindEnum, description: 'Where the service is found.' }),
    serviceRadiusMeters: t.int({ description: 'How far it comes, in metres: 100 to 500,000.' }),
    location: t.field({ type: PointInput, description: 'Where it is.' }),
    locationApproximate: t.boolean({ description: 'True where the position is near, not exact.' }),
    address: t.field({ type: AddressInputType, description: 'Its address, whole: parts left out are not known.' }),
    offers: t.field({
      type: [OfferInputType],
      description:
        'What one can do there, all of it: at most 30. Never said: what places of the category offer as a rule.',
    }),
    openingHours: t.string({ description: 'When it is open, in OSM opening_hours syntax: at most 1,000 characters.' }),
    timezone: t.string({ description: 'IANA time zone; that of the position where it is left out.' }),
    byAppointment: t.boolean({ description: 'Whether one needs an appointment.' }),
    phone: t.string({ description: 'Public telephone number: at most 40 characters.' }),
    email: t.string({ description: 'Public e-mail address.' }),
    website: t.string({ description: 'Website; https:// where it is left out.' }),
    social: t.field({ type: [SocialInput], description: 'Pages on social networks: at most 10, one a network.' }),
    languages: t.stringList({ description: 'Languages spoken there (BCP 47): at most 20.' }),
    wheelchair: t.field({ type: WheelchairAccessEnum, description: 'How a wheelchair gets in.' }),
    accessNotes: t.field({
      type: [LocalTextInput],
      description: 'What else there is to know about getting in: at most 500 characters a language.',
    }),
    labels: t.stringList({ description: 'Labels and certificates it bears: at most 20 of 60 characters.' }),
    payment: t.field({ type: [PaymentMethodEnum], description: 'How one can pay.' }),
    description: t.field({
      type: [LocalTextInput],
      description: 'What it says of itself: at most 4,000 characters a language.',
    }),
    organization: t.globalID({
      description: 'The organisation that runs it, which whoever says so is a member of: its members edit it at once.',
    }),
  }),
});
