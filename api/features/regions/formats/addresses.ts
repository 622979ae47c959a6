/** House numbers out of a CSV file with a header. */
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { OperatorError } from '../../../platform/errors.ts';
import { normalizeText } from '../../../platform/text.ts';
import { type PlaceRow, placeSearchText } from '../model.ts';
import { type GazetteerMapping, streetRow } from './streets.ts';

/** Names of columns. Several for the street or the number are joined: `DUG,DUF` gives "Via Roma". */
export interface AddressColumns {
  street: readonly string[];
  number: readonly string[];
  postcode: string | undefined;
  /** Longitude and latitude, WGS 84 degrees. */
  lon: string;
  lat: string;
}

/** Reads addresses, and after them each street once, at its middle address; rows without a street, a number or a position are left out. Throws an OperatorError for a missing column. */
export async function* readAddresses(
  file: string,
  mapping: GazetteerMapping,
  columns: AddressColumns,
): AsyncGenerator<PlaceRow> {
  const parser = createReadStream(file).pipe(parse({ columns: true, bom: true, skip_empty_lines: true }));
  const addressesOfStreet = new Map<string, PlaceRow[]>();
  let checked = false;
  for await (const record of parser) {
    const row = record as Record<string, string>; // csv-parse with columns: true
    if (!checked) checkColumns(file, row, columns);
    checked = true;
    const address = addressOf(row, mapping, columns);
    if (!address) continue;
    yield address;
    const street = joinCells(row, columns.street, ' ');
    const others = addressesOfStreet.get(street);
    if (others) others.push(address);
    else addressesOfStreet.set(street, [address]);
  }
  for (const [street, addresses] of addressesOfStreet) {
    const middle = addresses[Math.floor(addresses.length / 2)];
    if (middle) yield streetRow(street, middle, mapping);
  }
}

function checkColumns(
  file: string,
  row: Record<string, string>,
  { street, number, postcode, lon, lat }: AddressColumns,
): void {
  const missing = [...street, ...number, ...(postcode ? [postcode] : []), lon, lat].filter(
    (column) => !(column in row),
  );
  if (missing.length > 0) {
    throw new OperatorError(
      `The file ${file} has no column ${missing.join(', ')}; it has: ${Object.keys(row).join(', ')}.`,
    );
  }
}

function joinCells(row: Record<string, string>, columns: readonly string[], separator: string): string {
  return columns.flatMap((column) => row[column]?.trim() || []).join(separator);
}

function addressOf(
  row: Record<string, string>,
  mapping: GazetteerMapping,
  columns: AddressColumns,
): PlaceRow | undefined {
  const street = joinCells(row, columns.street, ' ');
  const number = joinCells(row, columns.number, '/');
  const [lon, lat] = [Number(row[columns.lon] || Number.NaN), Number(row[columns.lat] || Number.NaN)];
  if (!street || !number || !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) return undefined;
  const name = `${street} ${number}`;
  const postcode = columns.postcode && row[columns.postcode];
  const { source, licence, city, country } = mapping;
  return {
    kind: 'ADDRESS',
    name,
    names: {},
    context: city,
    country,
    postcodes: postcode ? [postcode] : [],
    population: 0,
    lon,
    lat,
    // 70/A is typed "70 a" and "70a".
    searchText: placeSearchText([name, `${street} ${number.replaceAll('/', '')}`], [city, postcode ?? '']),
    source,
    sourceId: `${normalizeText(city)}/${normalizeText(name)}/${postcode ?? ''}`,
    licence,
  };
}
