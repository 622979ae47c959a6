import type { Taxonomy } from '../../lib/taxonomy.tsx';
import type { Content } from './queries.ts';

/** The fields of a listing, by the names that a merge takes, in the order in which they are read. */
export const fieldNames = [
  'name',
  'categories',
  'serviceKind',
  'serviceRadiusMeters',
  'location',
  'address',
  'offers',
  'openingHours',
  'timezone',
  'byAppointment',
  'phone',
  'email',
  'website',
  'social',
  'languages',
  'wheelchair',
  'accessNotes',
  'labels',
  'payment',
  'description',
] as const;
export type FieldName = (typeof fieldNames)[number];

/** What is said of a field, as lines of text; none where nothing is. */
export function linesOf(content: Content, field: FieldName, taxonomy: Taxonomy): string[] {
  switch (field) {
    case 'categories':
      return content.categories.map((slug) => taxonomy.category(slug)?.label ?? slug);
    case 'location':
      return content.location ? [`${content.location.lat.toFixed(5)}, ${content.location.lon.toFixed(5)}`] : [];
    case 'address': {
      const { street, houseNumber, postcode, city, country } = content.address;
      return present([join(street, houseNumber), join(postcode, city), country]);
    }
    case 'offers':
      return content.offers.map(({ action, objects, priceKind, amountMin, amountMax, currency, note }) =>
        present([
          taxonomy.action(action)?.label ?? action,
          objects.join(', '),
          priceKind,
          join(present([amountMin, amountMax]).join('–'), currency),
          ...note.map(({ text }) => text),
        ]).join(' · '),
      );
    case 'social':
      return content.social.map(({ network, url }) => `${network}: ${url}`);
    case 'accessNotes':
    case 'description':
      return content[field].map(({ language, text }) => `${language}: ${text}`);
    case 'byAppointment':
      return content.byAppointment ? ['✓'] : [];
    default:
      return present([content[field]].flat());
  }
}

const present = (values: readonly (string | number | null | undefined)[]): string[] =>
  values.filter((value) => value !== null && value !== undefined && value !== '').map(String);
const join = (...values: (string | null | undefined)[]) => values.filter(Boolean).join(' ');
