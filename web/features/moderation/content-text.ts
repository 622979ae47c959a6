import { languageText, moneyText, regionText, weekdayText } from '../../lib/format.ts';
import type { Messages } from '../../lib/i18n/en.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { useWords } from '../../lib/i18n/words.ts';
import { useTaxonomy } from '../../lib/taxonomy.tsx';
import { tidied } from '../register/hours/model.ts';
import { readHours } from '../register/hours/read.ts';
import { registerWords } from '../register/words.ts';
import { useObjectTypes } from '../search/queries.ts';
import type { Content } from './queries.ts';
import type { ModerationWords } from './words/en.ts';

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

/** Says of a field what is said of it, as lines of text in the reader's words; none where nothing is. */
export function useLines(words: ModerationWords): (content: Content, field: FieldName) => string[] {
  const { t, language } = useI18n();
  const { action, category } = useTaxonomy();
  const { bySlug } = useObjectTypes(true);
  const form = useWords(registerWords);
  const texts = (said: Content['description']) =>
    said.map(({ language: code, text }) => `${languageText(code, language)}: ${text}`);
  const offer = ({
    action: code,
    objects,
    priceKind,
    amountMin,
    amountMax,
    currency,
    note,
  }: Content['offers'][number]) =>
    [
      action(code)?.label ?? code,
      objects.map((slug) => bySlug?.get(slug)?.label ?? slug).join(', '),
      priceKind && t.price[priceKind],
      [amountMin, amountMax]
        .filter((amount) => typeof amount === 'number')
        .map((amount) => moneyText(amount, currency ?? 'EUR', language))
        .join('–'),
      ...note.map(({ text }) => text),
    ]
      .filter(Boolean)
      .join(' · ');
  return (content, field) => {
    switch (field) {
      case 'categories':
        return content.categories.map((slug) => category(slug)?.label ?? slug);
      case 'serviceKind':
        return content.serviceKind ? [words.serviceKind[content.serviceKind]] : [];
      case 'location':
        return content.location ? [`${content.location.lat.toFixed(5)}, ${content.location.lon.toFixed(5)}`] : [];
      case 'address': {
        const { street, houseNumber, postcode, city, country } = content.address;
        const parts = [join(street, houseNumber), join(postcode, city), country ? regionText(country, language) : ''];
        return parts.filter(Boolean);
      }
      case 'offers':
        return content.offers.map(offer);
      case 'openingHours':
        return hoursLines(content.openingHours ?? '', t, language);
      case 'byAppointment':
        return content.byAppointment ? [t.byAppointment] : [];
      case 'social':
        return content.social.map(({ network, url }) => `${network}: ${url}`);
      case 'languages':
        return content.languages.map((code) => languageText(code, language));
      case 'wheelchair':
        return content.wheelchair === 'UNKNOWN' ? [] : [t.wheelchair[content.wheelchair]];
      case 'payment':
        return content.payment.map((means) => form?.about.paymentOf[means] ?? means);
      case 'accessNotes':
      case 'description':
        return texts(content[field]);
      default:
        return [content[field] ?? []].flat().map(String);
    }
  };
}

/** A plain week in words; what only the syntax of OpenStreetMap says stays as it is written. */
function hoursLines(osm: string, t: Messages, language: string): string[] {
  const { kind, week, seasons, closures, holidays, otherwiseByAppointment } = readHours(osm);
  if (kind === 'always') return [t.alwaysOpen];
  if (kind === 'appointment') return [t.byAppointment];
  if (kind !== 'weekly' || seasons.length + closures.length > 0 || holidays !== 'usual' || otherwiseByAppointment) {
    return osm ? [osm] : [];
  }
  return tidied(week).map(({ days, ranges }) =>
    [
      days.map((day) => weekdayText(day, language)).join(', '),
      ranges.map(({ from, to }) => `${from}–${to}`).join(', '),
    ].join(' '),
  );
}

const join = (...values: (string | null | undefined)[]) => values.filter(Boolean).join(' ');
