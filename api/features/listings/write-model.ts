/** What people write of a listing, and what can come of it. */
import type { ActionCode, Language, PriceKind } from '../taxonomy/model.ts';
import type {
  actorRoles,
  Listing,
  ListingFields,
  ListingStatus,
  PaymentMethod,
  serviceKinds,
  WheelchairAccess,
} from './model.ts';

type Given<Value> = Value | null | undefined;
export type TextInput = readonly { language: Language; text: string }[];

export interface OfferInput {
  action: ActionCode;
  objects?: Given<readonly string[]>;
  priceKind?: Given<PriceKind>;
  amountMin?: Given<number>;
  amountMax?: Given<number>;
  currency?: Given<string>;
  loanDays?: Given<number>;
  maxItems?: Given<number>;
  depositAmount?: Given<number>;
  atHome?: Given<boolean>;
  note?: Given<TextInput>;
}

export interface AddressInput {
  street?: Given<string>;
  houseNumber?: Given<string>;
  postcode?: Given<string>;
  city?: Given<string>;
  country?: Given<string>;
}

/** What was typed, in whatever state. Left out: nothing about it; null or empty: nothing is said of it any more. */
export interface ListingInput {
  name?: Given<string>;
  categories?: Given<readonly string[]>;
  serviceKind?: Given<(typeof serviceKinds)[number]>;
  serviceRadiusMeters?: Given<number>;
  location?: Given<{ lon: number; lat: number }>;
  locationApproximate?: Given<boolean>;
  address?: Given<AddressInput>;
  offers?: Given<readonly OfferInput[]>;
  openingHours?: Given<string>;
  timezone?: Given<string>;
  byAppointment?: Given<boolean>;
  phone?: Given<string>;
  email?: Given<string>;
  website?: Given<string>;
  social?: Given<readonly { network: string; url: string }[]>;
  languages?: Given<readonly string[]>;
  wheelchair?: Given<WheelchairAccess>;
  accessNotes?: Given<TextInput>;
  labels?: Given<readonly string[]>;
  payment?: Given<readonly PaymentMethod[]>;
  description?: Given<TextInput>;
}

/** Fields to be said anew; null, an empty list and an empty object: nothing is said of it any more. */
export type FieldChanges = { [Key in keyof ListingFields]?: ListingFields[Key] | null };

export const duplicateReasons = ['SIMILAR_NAME', 'SAME_PHONE', 'SAME_WEBSITE'] as const;

/** A public listing that may be the one at hand. */
export interface Duplicate {
  listingId: number;
  distanceMeters: number;
  reasons: (typeof duplicateReasons)[number][];
}

/** Whom a change is told of: a role, never a name. */
export interface FieldChange {
  field: string;
  at: Date;
  actorRole: (typeof actorRoles)[number];
}

/** There are listings that may be the same place. */
export class PossibleDuplicate extends Error {
  override name = 'PossibleDuplicate';
  readonly duplicates: readonly Duplicate[];

  constructor(duplicates: readonly Duplicate[]) {
    super('This place may be listed already.');
    this.duplicates = duplicates;
  }
}

/** Somebody else changed the same fields meanwhile. */
export class StaleRevision extends Error {
  override name = 'StaleRevision';
  readonly listingId: number;
  /** The state that the editor started from, and the one that is there now. */
  readonly base: State;
  readonly current: State;
  readonly changes: readonly FieldChange[];

  constructor(listingId: number, base: State, current: State, changes: readonly FieldChange[]) {
    super('Somebody else changed the same fields meanwhile.');
    this.listingId = listingId;
    this.base = base;
    this.current = current;
    this.changes = changes;
  }
}

/** What was said of a listing at a revision. */
export interface State {
  revisionId: number;
  status: ListingStatus;
  fields: Partial<ListingFields>;
}

export const statusChanges = ['CLOSE_TEMPORARILY', 'CLOSE', 'REOPEN'] as const;
export type StatusChange = (typeof statusChanges)[number];

/** What each of them says of a place. */
export const statusOf = {
  CLOSE_TEMPORARILY: 'TEMPORARILY_CLOSED',
  CLOSE: 'CLOSED',
  REOPEN: 'PUBLISHED',
} as const satisfies Record<StatusChange, ListingStatus>;

/** What came of an edit. */
export interface Edited {
  listing: Listing;
  /** False: a moderator decides first. */
  published: boolean;
}

export const claimMethods = ['LISTING_EMAIL', 'WEBSITE_DOMAIN', 'MODERATOR'] as const;

export const ownLists = ['DRAFTS', 'PENDING', 'PUBLISHED'] as const;
