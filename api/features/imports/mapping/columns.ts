/** Applies a mapping file to one record. */
import type { OfferFields } from '../../listings/model.ts';
import type { MappedRecord, RawRecord } from '../model.ts';
import type { Mapping } from './model.ts';
import { mapOsmRecord, mapTags } from './osm.ts';
import { checkUrl } from './validate.ts';

type Columns = Record<string, string>;

/** Id, position and page of a record: what its driver needs to know. */
export function identify(
  columns: Columns,
  mapping: Mapping | undefined,
): Pick<RawRecord, 'point' | 'url'> & { id?: string } {
  if (!mapping) return { point: undefined };
  const id = mapping.id.map((column) => columns[column]?.trim() ?? '').join(' · ');
  const address = mapping.url && columns[mapping.url] ? checkUrl(columns[mapping.url] ?? '') : undefined;
  return {
    point: positionOf(columns, mapping),
    ...(/[^ ·]/.test(id) && { id }),
    ...(address && 'value' in address && { url: address.value }),
  };
}

function positionOf(columns: Columns, { position, decimalComma }: Mapping): RawRecord['point'] {
  if (!position) return undefined;
  const read = (text: string | undefined) => {
    const plain = (decimalComma ? text?.replace(',', '.') : text)?.trim() ?? '';
    return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
  };
  if ('lon' in position) {
    if (!columns[position.lon]?.trim() && !columns[position.lat]?.trim()) return undefined;
    return { lon: read(columns[position.lon]), lat: read(columns[position.lat]) };
  }
  const text = columns[position.column]?.trim();
  if (!text) return undefined;
  const separator = position.separator ?? (decimalComma ? /\s*;\s*|\s+/ : /\s*[,;]\s*|\s+/);
  const [first, second] = text.split(separator);
  const [lat, lon] = position.order === 'lat,lon' ? [first, second] : [second, first];
  return { lon: read(lon), lat: read(lat) };
}

/** A record in the source's own columns → the fields of a listing. */
export function mapColumns(record: RawRecord, mapping: Mapping): MappedRecord {
  const columns = replaced(record.tags, mapping);
  const tags = tagsOf(columns, mapping);
  const warnings: string[] = [];
  const categories = categoriesOf(columns, mapping, warnings);
  if (categories && categories.length === 0) return { skip: 'no category for it in the mapping file' };
  const described = { ...record, tags };
  const mapped = categories ? mapTags(described, categories) : mapOsmRecord(described);
  if (!('fields' in mapped)) return mapped;
  const offers = offersOf(columns, mapping, warnings);
  if (offers.length > 0) mapped.fields.offers = offers;
  return { fields: mapped.fields, warnings: [...mapped.warnings, ...warnings] };
}

function replaced(columns: Columns, { replace }: Mapping): Columns {
  const entries = Object.entries(columns).map(([column, text]): [string, string] => {
    const value = replace[column] && lookUp(replace[column], text);
    return [column, value ?? text.trim()];
  });
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}

function tagsOf(columns: Columns, mapping: Mapping): Columns {
  const tags: Columns = mapping.osmTags
    ? Object.fromEntries(Object.entries(columns).filter(([column]) => !(column in mapping.tags)))
    : {};
  for (const [column, tag] of Object.entries(mapping.tags)) {
    const text = columns[column];
    if (text) tags[tag] ??= text;
  }
  return { ...mapping.constants, ...tags };
}

/** Case, spaces around and what stands in brackets do not count. */
const plain = (text: string) => withoutBrackets(text).toLowerCase().trim();
/** Also up to an end of brackets that never comes. Gone before a list is parted: "Phone (iPhone, Samsung), TV". */
const withoutBrackets = (text: string) => text.replace(/\([^)]*(\)|$)/g, ' ');

function lookUp(table: Record<string, string>, text: string): string | undefined {
  const key = plain(text);
  return Object.entries(table).find(([value]) => plain(value) === key)?.[1];
}

function split(text: string | undefined, separator: string | undefined): string[] {
  const items = separator ? withoutBrackets(text ?? '').split(separator) : [text ?? ''];
  return items.map((item) => item.trim()).filter((item) => item !== '');
}

function categoriesOf(columns: Columns, { categories }: Mapping, warnings: string[]): string[] | undefined {
  if (!categories) return undefined;
  const items = categories.column ? split(columns[categories.column], categories.separator) : [];
  const found = items.flatMap((item) => {
    const slug = lookUp(categories.table, item);
    if (slug === undefined)
      warnings.push(`${categories.column}: "${item.slice(0, 60)}" is not in the table of categories`);
    return slug ? [slug] : [];
  });
  if (found.length === 0 && categories.otherwise) found.push(categories.otherwise);
  return [...new Set(found)];
}

function offersOf(columns: Columns, { offers }: Mapping, warnings: string[]): OfferFields[] {
  return offers.flatMap(({ action, column, separator, table, priceKind }) => {
    const items = column ? split(columns[column], separator) : [];
    if (column && items.length === 0) return [];
    const unknown: string[] = [];
    const objects = items.flatMap((item) => {
      const slugs = lookUp(table, item);
      if (slugs === undefined) unknown.push(item.slice(0, 60));
      return slugs?.split(/\s+/).filter((slug) => slug !== '') ?? [];
    });
    if (unknown.length > 0) warnings.push(`${column}: not in the table of objects: ${unknown.slice(0, 5).join(', ')}`);
    const offer: OfferFields = { action, objects: [...new Set(objects)] };
    if (priceKind) offer.priceKind = priceKind;
    return [offer];
  });
}
