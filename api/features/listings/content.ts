/** What is said of a listing in the shape in which people say it: what a form shows, and hands back changed. */
import type { Language } from '../taxonomy/model.ts';
import type { ListingFields, LocalText } from './model.ts';
import type { AddressInput, FieldChanges, ListingInput, OfferInput, TextInput } from './write-model.ts';

export type Content = Required<ListingInput> & { address: AddressInput; offers: readonly OfferInput[] };

export function contentOf(fields: Partial<ListingFields>): Content {
  const { location } = fields;
  return {
    name: fields.name ?? null,
    categories: fields.categories ?? [],
    serviceKind: fields.serviceKind ?? 'PLACE',
    serviceRadiusMeters: fields.serviceRadiusMeters ?? null,
    location: location ? { lon: location.lon, lat: location.lat } : null,
    locationApproximate: location?.approximate ?? false,
    address: fields.address ?? {},
    offers: (fields.offers ?? []).map((offer) => ({ ...offer, note: textsOf(offer.note) })),
    openingHours: fields.openingHours ?? null,
    timezone: fields.timezone ?? null,
    byAppointment: fields.byAppointment ?? null,
    phone: fields.phone ?? null,
    email: fields.email ?? null,
    website: fields.website ?? null,
    social: Object.entries(fields.social ?? {}).map(([network, url]) => ({ network, url })),
    languages: fields.languages ?? [],
    wheelchair: fields.wheelchair ?? 'UNKNOWN',
    accessNotes: textsOf(fields.accessNotes),
    labels: fields.labels ?? [],
    payment: fields.payment ?? [],
    description: textsOf(fields.description),
  };
}

function textsOf(text: LocalText | null | undefined): TextInput {
  // The keys of a LocalText are languages.
  return (Object.entries(text ?? {}) as [Language, string][]).map(([language, words]) => ({ language, text: words }));
}

/** What was given and differs from what the form showed. Null, false, empty and left out mean the same. */
export function givenAnew(input: ListingInput, shown: Partial<ListingFields>): ListingInput {
  const content = contentOf(shown);
  return Object.fromEntries(
    Object.entries(input).filter(
      // The keys of an input are those of the content.
      ([key, value]) => value !== undefined && !sameValue(value, content[key as keyof Content]),
    ),
  );
}

/** Keys of the fields in which two states differ. */
export function differingFields(one: FieldChanges, other: FieldChanges): (keyof ListingFields)[] {
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])] as (keyof ListingFields)[]; // keys of both
  return keys.filter((key) => !sameValue(one[key], other[key])).sort();
}

const lists: ReadonlySet<keyof ListingFields> = new Set(['categories', 'languages', 'labels', 'payment', 'offers']);
const objects: ReadonlySet<keyof ListingFields> = new Set(['description', 'address', 'social', 'accessNotes']);

/** What is written where nothing is said of a field any more, so that no other source speaks in its place. */
export function silenceOn(key: keyof ListingFields): FieldChanges[typeof key] {
  if (key === 'status') return 'PUBLISHED';
  return lists.has(key) ? [] : objects.has(key) ? {} : null;
}

function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(canonical(one)) === JSON.stringify(canonical(other));
}

/** Keys in order, nothing that says nothing. Undefined where nothing is left. */
function canonical(value: unknown): unknown {
  if (value === null || value === undefined || value === '' || value === false) return undefined;
  if (Array.isArray(value)) return value.length > 0 ? value.map(canonical) : undefined;
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value)
    .map(([key, each]) => [key, canonical(each)] as const)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
