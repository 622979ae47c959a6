/** What is said of a listing in the shape in which people say it, and what whoever asks may do with it. */
import { builder } from '../../builder.ts';
import { PointType } from '../regions/schema.ts';
import type { Language, PriceKind } from '../taxonomy/model.ts';
import { ActionEnum, LanguageType } from '../taxonomy/schema.ts';
import { type Content, contentOf } from './content.ts';
import { loadRights, missingOf, type Rights } from './own.ts';
import {
  described,
  ListingType,
  PaymentMethodEnum,
  PriceKindEnum,
  ServiceKindEnum,
  WheelchairAccessEnum,
} from './schema.ts';
import { type AddressInput, type OfferInput, type State, type StatusChange, statusChanges } from './write-model.ts';
import { loadStates } from './write-store.ts';

const LocalTextType = builder.objectRef<{ language: Language; text: string }>('LocalText');
builder.objectType(LocalTextType, {
  description: 'A text in a language.',
  fields: (t) => ({
    language: t.expose('language', { type: LanguageType, description: 'Its language.' }),
    text: t.exposeString('text', { description: 'The text: plain, with line breaks.' }),
  }),
});

const AddressContentType = builder.objectRef<AddressInput>('AddressContent').implement({
  description: 'A postal address as it was said.',
  fields: (t) => ({
    street: t.string({ nullable: true, description: 'Street or square.', resolve: ({ street }) => street }),
    houseNumber: t.string({ nullable: true, description: 'House number.', resolve: ({ houseNumber }) => houseNumber }),
    postcode: t.string({ nullable: true, description: 'Postal code.', resolve: ({ postcode }) => postcode }),
    city: t.string({ nullable: true, description: 'Town or village.', resolve: ({ city }) => city }),
    country: t.string({ nullable: true, description: 'ISO 3166-1 alpha-2.', resolve: ({ country }) => country }),
  }),
});

const SocialContentType = builder.objectRef<{ network: string; url: string }>('SocialContent').implement({
  description: 'A page on a social network as it was said.',
  fields: (t) => ({
    network: t.exposeString('network', { description: 'Name of the network in lower case.' }),
    url: t.exposeString('url', { description: 'Address of the page.' }),
  }),
});

const OfferContentType = builder.objectRef<OfferInput>('OfferContent').implement({
  description: 'An offer as it was said.',
  fields: (t) => ({
    action: t.expose('action', { type: ActionEnum, description: 'What one can do.' }),
    objects: t.stringList({ description: 'Slugs of object types.', resolve: ({ objects }) => [...(objects ?? [])] }),
    priceKind: t.field({
      type: PriceKindEnum,
      nullable: true,
      description: 'How it is paid for.',
      resolve: ({ priceKind }): PriceKind | null => priceKind ?? null,
    }),
    amountMin: t.float({ nullable: true, description: 'Least price.', resolve: ({ amountMin }) => amountMin }),
    amountMax: t.float({ nullable: true, description: 'Greatest price.', resolve: ({ amountMax }) => amountMax }),
    currency: t.string({ nullable: true, description: 'ISO 4217 code.', resolve: ({ currency }) => currency }),
    loanDays: t.int({ nullable: true, description: 'For how many days.', resolve: ({ loanDays }) => loanDays }),
    maxItems: t.int({ nullable: true, description: 'How many at a time.', resolve: ({ maxItems }) => maxItems }),
    depositAmount: t.float({
      nullable: true,
      description: 'Deposit, in `currency`.',
      resolve: ({ depositAmount }) => depositAmount,
    }),
    atHome: t.boolean({
      description: "True at the customer's home, false at the place.",
      resolve: ({ atHome }) => atHome ?? false,
    }),
    note: t.field({
      type: [LocalTextType],
      description: 'What else there is to know.',
      resolve: ({ note }) => [...(note ?? [])],
    }),
  }),
});

/** A state, and the organisation that holds the listing now where it is the newest. */
type Said = State & { organizationId?: number | null };
const said = ({ fields }: Said): Content => contentOf(fields);

export const ContentType = builder.objectRef<Said>('ListingContent').implement({
  description: 'What is said of a listing, in every language and in the shape of `ListingInput`: for forms.',
  fields: (t) => ({
    revision: t.globalID({
      description: 'The revision that it is; `editListing` takes it back.',
      resolve: ({ revisionId }) => ({ type: 'Revision', id: revisionId }),
    }),
    name: t.string({ nullable: true, description: 'What it is called.', resolve: (state) => said(state).name }),
    categories: t.stringList({
      description: 'Slugs of its categories, the main one first.',
      resolve: (state) => [...(said(state).categories ?? [])],
    }),
    serviceKind: t.field({
      type: ServiceKindEnum,
      description: 'Where the service is found.',
      resolve: (state) => said(state).serviceKind ?? 'PLACE',
    }),
    serviceRadiusMeters: t.int({
      nullable: true,
      description: 'How far it comes, in metres.',
      resolve: (state) => said(state).serviceRadiusMeters,
    }),
    location: t.field({
      type: PointType,
      nullable: true,
      description: 'Where it is.',
      resolve: (state) => said(state).location,
    }),
    locationApproximate: t.boolean({
      description: 'True where the position is near, not exact.',
      resolve: (state) => said(state).locationApproximate ?? false,
    }),
    address: t.field({
      type: AddressContentType,
      description: 'Its address.',
      resolve: (state) => said(state).address,
    }),
    offers: t.field({
      type: [OfferContentType],
      description: 'What one can do there, as far as somebody said it; nothing that is inferred.',
      resolve: (state) => [...said(state).offers],
    }),
    openingHours: t.string({
      nullable: true,
      description: 'When it is open, in OSM opening_hours syntax.',
      resolve: (state) => said(state).openingHours,
    }),
    timezone: t.string({ nullable: true, description: 'IANA time zone.', resolve: (state) => said(state).timezone }),
    byAppointment: t.boolean({
      nullable: true,
      description: 'Whether one needs an appointment.',
      resolve: (state) => said(state).byAppointment,
    }),
    phone: t.string({ nullable: true, description: 'Telephone number.', resolve: (state) => said(state).phone }),
    email: t.string({ nullable: true, description: 'Public e-mail address.', resolve: (state) => said(state).email }),
    website: t.string({ nullable: true, description: 'Website.', resolve: (state) => said(state).website }),
    social: t.field({
      type: [SocialContentType],
      description: 'Pages on social networks.',
      resolve: (state) => [...(said(state).social ?? [])],
    }),
    languages: t.stringList({
      description: 'Languages spoken there (BCP 47).',
      resolve: (state) => [...(said(state).languages ?? [])],
    }),
    wheelchair: t.field({
      type: WheelchairAccessEnum,
      description: 'How a wheelchair gets in.',
      resolve: (state) => said(state).wheelchair ?? 'UNKNOWN',
    }),
    accessNotes: t.field({
      type: [LocalTextType],
      description: 'What else there is to know about getting in.',
      resolve: (state) => [...(said(state).accessNotes ?? [])],
    }),
    labels: t.stringList({
      description: 'Labels and certificates.',
      resolve: (state) => [...(said(state).labels ?? [])],
    }),
    payment: t.field({
      type: [PaymentMethodEnum],
      description: 'How one can pay.',
      resolve: (state) => [...(said(state).payment ?? [])],
    }),
    description: t.field({
      type: [LocalTextType],
      description: 'What it says of itself.',
      resolve: (state) => [...(said(state).description ?? [])],
    }),
    organization: t.globalID({
      nullable: true,
      description: 'The organisation that runs it now; null also in earlier states.',
      resolve: ({ organizationId }) => (organizationId ? { type: 'Organization', id: organizationId } : null),
    }),
  }),
});

export const StatusChangeEnum = builder.enumType('ListingStatusChange', {
  description: 'What can be said of whether a place is still there.',
  values: described(statusChanges, {
    CLOSE_TEMPORARILY: 'It is closed for the time being.',
    CLOSE: 'It has closed for good.',
    REOPEN: 'It is open again, or was never closed.',
  }),
});

const actOf = { CLOSE_TEMPORARILY: 'closeTemporarily', CLOSE: 'close', REOPEN: 'reopen' } as const;

const RightsType = builder.objectRef<Rights>('ListingRights').implement({
  description: 'What the person who asks may do with a listing. The interface shows what is true and hides the rest.',
  fields: (t) => ({
    edit: t.boolean({ description: 'Change it at once.', resolve: ({ edit }) => edit?.how === 'AT_ONCE' }),
    suggest: t.boolean({
      description: 'Suggest a change, with `editListing`, which a moderator decides on.',
      resolve: ({ edit }) => edit?.how === 'SUGGEST',
    }),
    submit: t.boolean({ description: 'Hand in the draft.', resolve: ({ submit }) => submit !== undefined }),
    publish: t.boolean({
      description: 'Publish the draft by handing it in, without a moderator.',
      resolve: ({ submit }) => submit?.to === 'AS_SAID',
    }),
    withdraw: t.boolean({
      description: 'Take back what was handed in.',
      resolve: ({ withdraw }) => withdraw !== undefined,
    }),
    discard: t.boolean({ description: 'Delete the draft.', resolve: ({ discard }) => discard !== undefined }),
    changeStatus: t.field({
      type: [StatusChangeEnum],
      description:
        'What they may say of whether it is still there: at once where `edit` is true, else as a suggestion.',
      resolve: (rights): StatusChange[] => statusChanges.filter((change) => rights[actOf[change]]),
    }),
    move: t.boolean({
      description: 'Say that it has moved; as `changeStatus`.',
      resolve: ({ move }) => move !== undefined,
    }),
    revert: t.boolean({ description: 'Restore an earlier revision.', resolve: ({ revert }) => revert !== undefined }),
    claim: t.boolean({ description: 'Say that they run it.', resolve: ({ claim }) => claim !== undefined }),
    moderate: t.boolean({
      description: 'Decide on it as a moderator: approve, refuse, put away, restore, merge.',
      resolve: ({ approve, archive, restore, unmerge }) => (approve ?? archive ?? restore ?? unmerge) !== undefined,
    }),
  }),
});

builder.objectFields(ListingType, (t) => ({
  content: t.loadable({
    type: ContentType,
    nullable: true,
    description: 'What is said of it, for a form; null where nothing is that could be changed.',
    load: async (ids: number[], { database }) => {
      const states = new Map((await loadStates(database, ids)).map((state) => [state.listingId, state]));
      return ids.map((id) => states.get(id));
    },
    resolve: ({ id }) => id,
  }),
  viewerCan: t.loadable({
    type: RightsType,
    description: 'What the person who asks may do with it.',
    load: (ids: number[], context) => loadRights(context, ids),
    resolve: ({ id }) => id,
  }),
  missing: t.stringList({
    description:
      'Names of its fields that people ask for first and nobody has filled yet: offers, openingHours and so on.',
    resolve: missingOf,
  }),
}));
