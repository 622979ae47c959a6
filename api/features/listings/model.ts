import type { ActionCode, Labels, PriceKind } from '../taxonomy/model.ts';

export const wheelchairAccesses = ['YES', 'LIMITED', 'NO', 'DESIGNATED', 'UNKNOWN'] as const;
/** After OpenStreetMap's `wheelchair`; UNKNOWN where nobody said. */
export type WheelchairAccess = (typeof wheelchairAccesses)[number];

export const listingStatuses = [
  'DRAFT',
  'PENDING',
  'PUBLISHED',
  'TEMPORARILY_CLOSED',
  'CLOSED',
  'ARCHIVED',
  'REJECTED',
  'MERGED',
] as const;
export type ListingStatus = (typeof listingStatuses)[number];

export const serviceKinds = ['PLACE', 'MOBILE', 'ONLINE'] as const;
export type ServiceKind = (typeof serviceKinds)[number];

/** A text in some of the languages. */
export type LocalText = Partial<Labels>;

export interface AddressFields {
  street?: string;
  houseNumber?: string;
  postcode?: string;
  city?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
}

export interface OfferFields {
  action: ActionCode;
  /** Slugs of object types; empty: not said. */
  objects: string[];
  priceKind?: PriceKind;
  amountMin?: number;
  amountMax?: number;
  /** ISO 4217. */
  currency?: string;
  loanDays?: number;
  maxItems?: number;
  depositAmount?: number;
  /** At the customer's home rather than on site. */
  atHome?: boolean;
  note?: LocalText;
}

/**
 * What one source says of a listing, in our words: the shape of `source_record.fields`, `listing_document.fields` and
 * `revision.state.fields`. A key that is absent was not said. The displayed listing takes each key from the source
 * record of the best rank that has it.
 */
export interface ListingFields {
  name: string;
  /** The main category first. */
  categories: string[];
  /** WGS 84 degrees. */
  location: { lon: number; lat: number; approximate?: boolean };
  /** IANA name of the time zone at `location`. */
  timezone: string;
  status?: Extract<ListingStatus, 'PUBLISHED' | 'TEMPORARILY_CLOSED' | 'CLOSED'>;
  serviceKind?: ServiceKind;
  serviceRadiusMeters?: number;
  description?: LocalText;
  address?: AddressFields;
  /** OSM opening_hours syntax, already found valid. */
  openingHours?: string;
  /** What the source wrote where it could not be read as opening hours. */
  openingHoursNote?: string;
  byAppointment?: boolean;
  phone?: string;
  email?: string;
  website?: string;
  /** Network → address: { facebook: "https://…" }. */
  social?: Record<string, string>;
  /** BCP 47 languages spoken. */
  languages?: string[];
  wheelchair?: Exclude<WheelchairAccess, 'UNKNOWN'>;
  accessNotes?: LocalText;
  labels?: string[];
  offers?: OfferFields[];
  /** ISO 8601: when somebody last checked on the spot. */
  verifiedAt?: string;
}
