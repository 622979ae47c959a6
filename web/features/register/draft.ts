import type { Action, Language, PaymentMethod, PriceKind, WheelchairAccess } from '../../gql/graphql.ts';
import type { Position } from '../../lib/geometry.ts';
import { type Hours, noHours } from './hours/model.ts';

/** A text in some of the languages. */
export type Texts = Partial<Record<Language, string>>;

/** Everything as it is typed: numbers are texts until they are sent. */
export interface OfferDraft {
  action: Action;
  /** Slugs of object types. */
  objects: string[];
  priceKind: PriceKind | '';
  amountMin: string;
  amountMax: string;
  depositAmount: string;
  currency: string;
  loanDays: string;
  maxItems: string;
  atHome: boolean;
  note: Texts;
}

export interface AddressDraft {
  street: string;
  houseNumber: string;
  postcode: string;
  city: string;
  /** ISO 3166-1 alpha-2, or ''. */
  country: string;
}

export interface Draft {
  name: string;
  /** Slugs, the main one first. */
  categories: string[];
  /** Global id of the organisation that runs it, or ''. */
  organization: string;
  location: Position | null;
  address: AddressDraft;
  offers: OfferDraft[];
  hours: Hours;
  byAppointment: boolean;
  phone: string;
  email: string;
  website: string;
  /** Addresses of pages, one a line. */
  social: string;
  wheelchair: WheelchairAccess;
  accessNotes: Texts;
  /** BCP 47. */
  languages: string[];
  payment: PaymentMethod[];
  /** Parted by commas. */
  labels: string;
  description: Texts;
}

export const noAddress: AddressDraft = { street: '', houseNumber: '', postcode: '', city: '', country: '' };

export const emptyDraft: Draft = {
  name: '',
  categories: [],
  organization: '',
  location: null,
  address: noAddress,
  offers: [],
  hours: noHours,
  byAppointment: false,
  phone: '',
  email: '',
  website: '',
  social: '',
  wheelchair: 'UNKNOWN',
  accessNotes: {},
  languages: [],
  payment: [],
  labels: '',
  description: {},
};

export const newOffer = (action: Action, currency: string): OfferDraft => ({
  action,
  objects: [],
  priceKind: '',
  amountMin: '',
  amountMax: '',
  depositAmount: '',
  currency,
  loanDays: '',
  maxItems: '',
  atHome: false,
  note: {},
});

/** Characters that the API takes. */
export const longest = {
  name: 120,
  part: 120,
  short: 20,
  phone: 40,
  email: 254,
  url: 300,
  labels: 400,
  note: 500,
  text: 4000,
  number: 12,
};
