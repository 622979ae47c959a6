/** OpenStreetMap tags → the fields of a listing. */
import { oneLine } from '../../../platform/plain-text.ts';
import type { AddressFields, LocalText, PaymentMethod } from '../../listings/model.ts';
import { languages } from '../../taxonomy/model.ts';
import type { MappedFields, MappedRecord, RawRecord } from '../model.ts';
import { offersOf } from './osm-offers.ts';
import { classify, type Tags } from './osm-rules.ts';
import { checkDate, checkEmail, checkName, checkPhone, checkPosition, checkText, checkUrl } from './validate.ts';

const networks = ['facebook', 'instagram', 'mastodon', 'twitter', 'youtube', 'linkedin', 'telegram', 'tiktok'];

/** What an element of OpenStreetMap, or a record in its words, becomes. */
export function mapOsmRecord(record: Pick<RawRecord, 'tags' | 'point' | 'fetchedAt'>): MappedRecord {
  const classification = classify(record.tags);
  return 'skip' in classification ? classification : mapTags(record, classification.categories);
}

/** The fields of a place whose categories are known already. */
export function mapTags(record: Pick<RawRecord, 'tags' | 'point' | 'fetchedAt'>, categories: string[]): MappedRecord {
  const { tags } = record;
  const position = checkPosition(record.point);
  if ('problem' in position) return { reject: position.problem };
  const name = checkName(nameOf(tags, categories) ?? '');
  if ('problem' in name) return { reject: name.problem };

  const warnings: string[] = [];
  const fields: MappedFields = { categories, location: position.value };
  if (name.value) fields.name = name.value;
  Object.assign(
    fields,
    present({
      address: addressOf(tags),
      openingHours: short(tags.opening_hours),
      phone: checked(checkPhone, tags, ['phone', 'contact:phone', 'mobile', 'contact:mobile', 'tel'], warnings),
      email: checked(checkEmail, tags, ['email', 'contact:email'], warnings),
      website: checked(checkUrl, tags, ['website', 'contact:website', 'url', 'contact:url'], warnings),
      social: socialOf(tags, warnings),
      languages: languagesOf(tags),
      wheelchair: wheelchairOf(tags),
      accessNotes: localText(tags, 'wheelchair:description', warnings),
      description: localText(tags, 'description', warnings),
      byAppointment: byAppointment(tags),
      labels: labelsOf(tags),
      payment: paymentOf(tags),
      photosPage: photosPageOf(tags),
      offers: offersOf(tags, categories),
      verifiedAt: verifiedAt(record, warnings),
    }),
  );
  return { fields, warnings };
}

/** Things of the street have an operator, not a name: the town that keeps a bottle bank is not what it is called. */
const namelessKinds = new Set([
  'public-bookcase',
  'give-box',
  'bicycle-sharing',
  'bicycle-repair-station',
  'recycling-point',
  'textile-container',
  'compost',
  'drinking-water',
  'car-sharing',
]);

function nameOf(tags: Tags, categories: readonly string[]): string | undefined {
  if (tags.name) return tags.name;
  return namelessKinds.has(categories[0] ?? '') ? undefined : (tags.brand ?? tags.operator);
}

function addressOf(tags: Tags): AddressFields | undefined {
  const country = tags['addr:country']?.toUpperCase();
  const address: AddressFields = present({
    street: short(tags['addr:street'] ?? tags['addr:place'] ?? tags['addr:full']),
    houseNumber: short(tags['addr:housenumber'] ?? tags['addr:housename']),
    postcode: short(tags['addr:postcode']),
    city: short(tags['addr:city'] ?? tags['addr:town'] ?? tags['addr:village'] ?? tags['addr:hamlet']),
    country: country && /^[A-Z]{2}$/.test(country) ? country : undefined,
  });
  return Object.keys(address).length > 0 ? address : undefined;
}

function checked(check: typeof checkUrl, tags: Tags, keys: readonly string[], warnings: string[]): string | undefined {
  for (const key of keys) {
    const text = tags[key];
    if (!text) continue;
    const result = check(text);
    if ('value' in result) return result.value;
    warnings.push(`${key}: ${result.problem}`);
  }
  return undefined;
}

function socialOf(tags: Tags, warnings: string[]): Record<string, string> | undefined {
  const found: Record<string, string> = {};
  for (const network of networks) {
    const text = tags[`contact:${network}`] ?? tags[network];
    if (!text) continue;
    // Often only the account's name is given.
    const address = /[./]/.test(text) ? text : `https://www.${network}.com/${text.replace(/^@/, '')}`;
    const result = checkUrl(address);
    if ('value' in result) found[network] = result.value;
    else warnings.push(`${network}: ${result.problem}`);
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

function languagesOf(tags: Tags): string[] | undefined {
  const spoken = Object.keys(tags)
    .map((key) => (tags[key] === 'yes' || tags[key] === 'main' ? /^language:([a-z]{2,3})$/.exec(key)?.[1] : undefined))
    .filter((code) => code !== undefined);
  return spoken.length > 0 ? spoken : undefined;
}

function wheelchairOf(tags: Tags): MappedFields['wheelchair'] {
  switch (tags.wheelchair) {
    case 'yes':
      return 'YES';
    case 'limited':
      return 'LIMITED';
    case 'no':
      return 'NO';
    case 'designated':
      return 'DESIGNATED';
    default:
      return undefined;
  }
}

/** `key:<language>`, and `key` alone as English: nothing tells which language that is in. */
function localText(tags: Tags, key: string, warnings: string[]): LocalText | undefined {
  const texts: LocalText = {};
  for (const language of languages) {
    const text = tags[`${key}:${language}`];
    if (!text) continue;
    const { value, problem } = checkText(text);
    if (problem) warnings.push(`${key}:${language}: ${problem}`);
    if (value) texts[language] = value;
  }
  const plain = tags[key];
  if (plain) {
    const { value, problem } = checkText(plain);
    if (problem) warnings.push(`${key}: ${problem}`);
    if (value) texts.en ??= value;
  }
  return Object.keys(texts).length > 0 ? texts : undefined;
}

function byAppointment(tags: Tags): boolean | undefined {
  if (tags.by_appointment) return tags.by_appointment !== 'no';
  return tags.opening_hours && /appointment/i.test(tags.opening_hours) ? true : undefined;
}

function labelsOf(tags: Tags): string[] | undefined {
  const labels = [
    ['organic', 'organic'],
    ['fair_trade', 'fair-trade'],
    ['zero_waste', 'zero-waste'],
  ].flatMap(([key = '', label = '']) => (tags[key] === 'yes' || tags[key] === 'only' ? [label] : []));
  return labels.length > 0 ? labels : undefined;
}

const cards = ['cards', 'credit_cards', 'debit_cards', 'visa', 'mastercard', 'maestro', 'girocard', 'bancomat'];

/** `payment:<means>=yes`, or `only`, which refuses nothing that is not said. */
function paymentOf(tags: Tags): PaymentMethod[] | undefined {
  const takes = (means: string) => /^(yes|only)$/.test(tags[`payment:${means}`] ?? '');
  const methods: [PaymentMethod, boolean][] = [
    ['CASH', ['cash', 'coins', 'notes'].some(takes)],
    ['CARDS', cards.some(takes)],
    ['CONTACTLESS', ['contactless', 'apple_pay', 'google_pay'].some(takes)],
  ];
  const taken = methods.flatMap(([method, isTaken]) => (isTaken ? [method] : []));
  return taken.length > 0 ? taken : undefined;
}

/** Where Wikimedia Commons shows photographs, each with its author and licence. Other addresses tell no licence. */
function photosPageOf(tags: Tags): string | undefined {
  const commons = 'https://commons.wikimedia.org/wiki/';
  const image = tags.image ?? '';
  const title = short(tags.wikimedia_commons) ?? (image.startsWith(commons) ? image.slice(commons.length) : undefined);
  if (!title || !/^(File|Category):./.test(title)) return undefined;
  return commons + encodeURI(decoded(title).replaceAll(' ', '_')).replaceAll('?', '%3F').replaceAll('#', '%23');
}

function decoded(title: string): string {
  try {
    return decodeURI(title);
  } catch {
    return title;
  }
}

function verifiedAt(
  { tags, fetchedAt }: Pick<RawRecord, 'tags' | 'fetchedAt'>,
  warnings: string[],
): string | undefined {
  const dates: string[] = [];
  for (const key of ['check_date', 'survey:date', 'check_date:opening_hours']) {
    const text = tags[key];
    if (!text) continue;
    const result = checkDate(text, fetchedAt);
    if ('value' in result) dates.push(result.value);
    else warnings.push(`${key}: ${result.problem}`);
  }
  return dates.sort().at(-1);
}

function short(text: string | undefined): string | undefined {
  const line = oneLine((text ?? '').slice(0, 2000)).slice(0, 500);
  return line === '' ? undefined : line;
}

/** Without the keys that have nothing to say: an absent key was not said. */
function present<Fields extends object>(fields: Fields): { [Key in keyof Fields]: Exclude<Fields[Key], undefined> } {
  // Only undefined values are left out, which the type says too.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
