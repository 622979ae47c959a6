import type { Hours, OpenState } from '../hours/model.ts';
import type { ActionCode, Labels, PriceKind } from '../taxonomy/model.ts';

export const wheelchairAccesses = ['YES', 'LIMITED', 'NO', 'DESIGNATED', 'UNKNOWN'] as const;
/** After OpenStreetMap's `wheelchair`; UNKNOWN where nobody said. */
export type WheelchairAccess = (typeof wheelchairAccesses)[number];

export const paymentMethods = ['CASH', 'CARDS', 'CONTACTLESS'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

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
type ServiceKind = (typeof serviceKinds)[number];

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
  /** How one can pay. */
  payment?: PaymentMethod[];
  /** Address of a page with photographs and their licences. */
  photosPage?: string;
  offers?: OfferFields[];
  /** ISO 8601: when somebody last checked on the spot. */
  verifiedAt?: string;
}

/** An offer as it is displayed. */
export interface Offer {
  action: ActionCode;
  /** Slugs of object types. */
  objects: string[];
  priceKind: PriceKind | null;
  amountMin: number | null;
  amountMax: number | null;
  currency: string | null;
  loanDays: number | null;
  maxItems: number | null;
  depositAmount: number | null;
  atHome: boolean;
  note: LocalText;
  inferred: boolean;
}

/** A public listing as it is displayed. Only what the caller asked the store for is there, `id` always. */
export interface Listing {
  id: number;
  slug: string;
  name: string;
  description: LocalText;
  /** The main category first. */
  categories: string[];
  offers: Offer[] | null;
  serviceKind: ServiceKind;
  /** WGS 84 degrees. */
  lon: number;
  lat: number;
  locationApproximate: boolean;
  street: string | null;
  houseNumber: string | null;
  postcode: string | null;
  city: string | null;
  country: string | null;
  /** Every region that contains it, the country first. */
  regionCodes: string[];
  openingHours: Hours | null;
  openState: OpenState;
  openingHoursNote: string | null;
  byAppointment: boolean | null;
  phone: string | null;
  email: string | null;
  website: string | null;
  social: Record<string, string>;
  languages: string[];
  wheelchair: WheelchairAccess;
  accessNotes: LocalText;
  labels: string[];
  payment: PaymentMethod[];
  photosPage: string | null;
  status: ListingStatus;
  verifiedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  organizationId: number | null;
}

export const freshnesses = ['FRESH', 'AGEING', 'STALE', 'UNKNOWN'] as const;
export type Freshness = (typeof freshnesses)[number];

export const sourceKinds = [
  'OSM',
  'OVERPASS',
  'GEOJSON',
  'CSV',
  'OGC_FEATURES',
  'OPENFAIRDB',
  'RICIRCOLO',
  'SEED',
  'OWNER',
  'MODERATOR',
  'CITIZEN',
] as const;

/** What one source said of a listing, as far as it is public. */
export interface SourceRecord {
  id: number;
  listingId: number;
  sourceSlug: string;
  recordId: string;
  url: string | null;
  licence: string | null;
  attribution: string | null;
  fetchedAt: Date;
  vanishedAt: Date | null;
}

/** Which source record said a field of the displayed listing. */
export interface FieldProvenance {
  listingId: number;
  field: string;
  source: SourceRecord;
}

export const revisionKinds = ['CREATED', 'UPDATED', 'STATUS_CHANGED', 'MERGED', 'REVERTED'] as const;
export const actorRoles = ['IMPORT', 'OWNER', 'MODERATOR', 'CITIZEN', 'SYSTEM'] as const;

/** A change of a listing. */
export interface Revision {
  id: number;
  listingId: number;
  at: Date;
  kind: (typeof revisionKinds)[number];
  actorRole: (typeof actorRoles)[number];
  sourceSlug: string | null;
  changedFields: string[];
  reason: string | null;
}

/** A listing that was public and has closed for good. */
export interface ClosedListing {
  name: string;
  /** The main category first. */
  categories: string[];
  lon: number;
  lat: number;
  closedAt: Date;
}

/** Which revisions of a listing to read, newest first. */
export interface RevisionPage {
  /** Only older than this revision. */
  afterId?: number | undefined;
  /** Only newer than this revision. */
  beforeId?: number | undefined;
  /** From the oldest on. */
  backwards: boolean;
  limit: number;
}
