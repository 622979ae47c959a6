/**
 * GeoJSON (RFC 7946), GeoJSON sequences (RFC 8142 and one feature a line), and with a mapping file any JSON that holds an
 * array of flat objects. Properties are read as OpenStreetMap tags unless a mapping file says otherwise.
 */
import { OperatorError } from '../../../platform/errors.ts';
import { identify, mapColumns } from '../mapping/columns.ts';
import { mapOsmRecord } from '../mapping/osm.ts';
import type { Driver, DriverInput, RawRecord, ReadItem } from '../model.ts';
import { readBytes } from './bytes.ts';
import { type LonLat, middleOfLine, type Position, pointInPolygon, pointInPolygons } from './geometry.ts';
import { type JsonRecord, parseRecord, splitRecords, splitSequence } from './json-records.ts';

export const geojson: Driver = {
  name: 'geojson',
  sourceKind: 'GEOJSON',
  extensions: ['.geojson', '.json', '.geojsonl', '.geojsons', '.ndjson', '.jsonl'],
  read,
  map: (record, mapping) => (mapping ? mapColumns(record, mapping) : mapOsmRecord(record)),
};

const recordSeparator = 0x1e;
const lineFeed = 0x0a;

async function* read(input: DriverInput): AsyncGenerator<ReadItem> {
  const name = input.file ?? '';
  const chunks = readBytes(input);
  const { value: first, done } = await chunks.next();
  if (done) throw new OperatorError(`${name} is empty.`);
  async function* all() {
    yield first as Buffer; // not the generator's return value: `done` was false
    yield* chunks;
  }
  const key = input.mapping?.records ?? 'features';
  const separator = separatorOf(first, key, name);
  if (separator !== undefined) {
    const noun = separator === lineFeed ? 'line' : 'feature';
    for await (const record of splitSequence(all(), separator)) yield itemOf(record, `${noun} ${record.number}`, input);
    return;
  }
  let sawRecords = false;
  let rest = '';
  for await (const part of splitRecords(all(), [key], name)) {
    if ('envelope' in part) rest = part.envelope;
    else {
      sawRecords = true;
      yield itemOf(part.record, `feature ${part.record.number}`, input);
    }
  }
  if (!sawRecords) yield* singleFeature(rest, name, key, input);
}

/** What parts the records, where the file is a sequence rather than one document. */
function separatorOf(start: Buffer, key: string, name: string): number | undefined {
  const text = start
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  if (text.charCodeAt(0) === recordSeparator) return recordSeparator;
  if (start.includes(0))
    throw new OperatorError(`${name} is not JSON in UTF-8: it looks like UTF-16; save it as UTF-8.`);
  if (!/^[{[]/.test(text)) throw new OperatorError(`${name} is not JSON: it begins with "${text.slice(0, 12)}".`);
  const [firstLine = '', second] = text.split('\n', 2);
  const parsed =
    second === undefined ? { problem: '' } : parseRecord({ number: 1, byte: 0, bytes: Buffer.from(firstLine) });
  const isRecord = 'value' in parsed && isObject(parsed.value) && !Array.isArray(parsed.value[key]);
  return isRecord ? lineFeed : undefined;
}

function* singleFeature(text: string, name: string, key: string, input: DriverInput): Generator<ReadItem> {
  const parsed = parseRecord({ number: 1, byte: 0, bytes: Buffer.from(text) });
  if ('problem' in parsed) throw new OperatorError(`${name} is ${parsed.problem}.`);
  if (isObject(parsed.value) && parsed.value.type === 'Feature') {
    yield itemOf({ number: 1, byte: 0, bytes: Buffer.from(text) }, 'feature 1', input);
  } else if (isObject(parsed.value) && !Array.isArray(parsed.value[key])) {
    throw new OperatorError(`${name} has no array named "${key}".`);
  }
}

function itemOf(record: JsonRecord, where: string, { mapping }: DriverInput): ReadItem {
  const parsed = parseRecord(record);
  if ('problem' in parsed) return { rejection: { where: `${where} (byte ${record.byte})`, reason: parsed.problem } };
  const { value, duplicateKeys } = parsed;
  if (!isObject(value)) return { rejection: { where, reason: 'not an object' } };
  const isFeature = value.type === 'Feature' && 'geometry' in value;
  const tags = textsOf(isFeature ? value.properties : value);
  const identity = identify(tags, mapping);
  const osmId = /^(node|way|relation)\/\d+$/.exec(tags['@id'] ?? '')?.[0];
  const ownId =
    isFeature && (typeof value.id === 'string' || typeof value.id === 'number') ? String(value.id) : undefined;
  const item: RawRecord = {
    recordId: identity.id ?? osmId ?? ownId ?? where,
    where,
    point: identity.point ?? (isFeature ? pointOf(value.geometry) : undefined),
    tags,
  };
  const url = identity.url ?? (osmId && `https://www.openstreetmap.org/${osmId}`);
  if (url) item.url = url;
  if (duplicateKeys.length > 0)
    item.warnings = duplicateKeys.map((key) => `the key "${key}" is given twice; the last one counts`);
  return { record: item };
}

/** Texts of an object: numbers and truth values as text, lists joined by semicolons, inner objects as "outer:inner". */
export function textsOf(value: unknown, prefix = ''): Record<string, string> {
  if (!isObject(value) || prefix.split(':').length > 4) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]): [string, string][] => {
      if (typeof inner === 'string') return [[prefix + key, inner]];
      if (typeof inner === 'number' || typeof inner === 'boolean') return [[prefix + key, String(inner)]];
      if (Array.isArray(inner)) return [[prefix + key, inner.filter((item) => typeof item !== 'object').join(';')]];
      return Object.entries(textsOf(inner, `${prefix}${key}:`));
    }),
  );
}

/** A point that stands for a GeoJSON geometry; undefined for none, an empty one or one of numbers that are not. */
export function pointOf(geometry: unknown): LonLat | undefined {
  if (!isObject(geometry)) return undefined;
  if (geometry.type === 'GeometryCollection') {
    return Array.isArray(geometry.geometries) ? geometry.geometries.map(pointOf).find((point) => point) : undefined;
  }
  const { coordinates } = geometry;
  switch (geometry.type) {
    case 'Point':
      return isPosition(coordinates) ? { lon: coordinates[0], lat: coordinates[1] } : undefined;
    case 'MultiPoint':
      return middleOfLine(positionsOf(coordinates));
    case 'LineString':
      return middleOfLine(positionsOf(coordinates));
    case 'MultiLineString':
      return middleOfLine(positionsOf(listOf(coordinates)[0]));
    case 'Polygon':
      return pointInPolygon(listOf(coordinates).map(positionsOf));
    case 'MultiPolygon':
      return pointInPolygons(listOf(coordinates).map((polygon) => listOf(polygon).map(positionsOf)));
    default:
      return undefined;
  }
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const positionsOf = (value: unknown): Position[] => listOf(value).filter(isPosition);

function isPosition(value: unknown): value is [number, number] {
  return Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
