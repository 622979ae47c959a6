/**
 * Answers of the Overpass API in JSON: a stored file (plain or gzip), or the live API asked for an area. Elements come
 * with their geometry or center, or bare: then the file is read again for the positions of the nodes that ways name.
 */
import { messageOf, OperatorError } from '../../../platform/errors.ts';
import { mapOsmRecord } from '../mapping/osm.ts';
import { isCandidate } from '../mapping/osm-rules.ts';
import type { Driver, DriverInput, ReadItem } from '../model.ts';
import { readBytes } from './bytes.ts';
import { textsOf } from './geojson.ts';
import {
  joinRings,
  type LonLat,
  middleOfLine,
  type Position,
  pointInPolygon,
  pointInPolygons,
  polygonsOf,
} from './geometry.ts';
import { parseRecord, splitRecords } from './json-records.ts';
import { osmRecord, pointOfMultipolygon, pointOfWay } from './osm.ts';
import type { Member, Way } from './osm-pbf.ts';
import { askOverpass, overpassQuery } from './overpass-query.ts';

export const overpass: Driver = {
  name: 'overpass',
  sourceKind: 'OVERPASS',
  extensions: ['.json', '.json.gz'],
  read,
  map: (record) => mapOsmRecord(record),
};

interface Vertex {
  lon: number;
  lat: number;
}

/** An element as Overpass writes it; which parts it has depends on the query. */
interface Element {
  type: string;
  id: number;
  lon?: number;
  lat?: number;
  center?: Vertex;
  /** Null for a vertex outside the box that was asked for. */
  geometry?: (Vertex | null)[];
  nodes?: number[];
  members?: { type: Member['type']; ref: number; role: string; geometry?: (Vertex | null)[] }[];
  tags?: unknown;
}

async function* read(input: DriverInput): AsyncGenerator<ReadItem> {
  const bare: Element[] = [];
  let fetchedAt: Date | undefined;
  for await (const part of elementsOf(input)) {
    if ('dataDate' in part) fetchedAt = part.dataDate;
    else if ('rejection' in part) yield part;
    else {
      const tags = textsOf(part.element.tags);
      if (!isCandidate(tags)) continue;
      const point = pointOfElement(part.element);
      if (point) yield { record: osmRecord(typeOf(part.element), part.element.id, tags, point, fetchedAt) };
      else bare.push(part.element);
    }
  }
  if (bare.length === 0) return;
  // A live answer carries geometry: asking twice would not bring more.
  const { ways, positions } = input.file ? await readOutlines(input, bare) : { ways: new Map(), positions: new Map() };
  for (const element of bare) {
    const tags = textsOf(element.tags);
    const type = typeOf(element);
    const where = `${type}/${element.id}`;
    const point = outlined(element, ways, positions);
    if (point) yield { record: osmRecord(type, element.id, tags, point, fetchedAt) };
    else yield { rejection: { where, recordId: where, reason: 'the answer has no position for it', tags } };
  }
}

type Part = { element: Element } | { dataDate: Date } | Extract<ReadItem, { rejection: unknown }>;

async function* elementsOf(input: DriverInput): AsyncGenerator<Part> {
  const name = input.file ?? `The Overpass answer for ${input.area}`;
  let envelope: Envelope = {};
  let areas = 0;
  for await (const part of splitRecords(bytesOf(input), ['elements'], name)) {
    if ('envelope' in part) {
      envelope = parseEnvelope(part.envelope);
      const date = new Date(envelope.osm3s?.timestamp_osm_base ?? '');
      if (!Number.isNaN(date.getTime())) yield { dataDate: date };
      continue;
    }
    const parsed = parseRecord(part.record);
    const where = `element ${part.record.number} (byte ${part.record.byte})`;
    if ('problem' in parsed) yield { rejection: { where, reason: parsed.problem } };
    else if (isElement(parsed.value, ['area'])) areas++;
    else if (isElement(parsed.value, ['node', 'way', 'relation'])) yield { element: parsed.value };
    else yield { rejection: { where, reason: 'not an element of OpenStreetMap' } };
  }
  if (envelope.remark)
    throw new OperatorError(`${name} is not whole; the server says: ${envelope.remark.slice(0, 300)}.`);
  if (!Array.isArray(envelope.elements)) throw new OperatorError(`${name} is no answer of the Overpass API.`);
  if (input.area && !input.file && areas === 0)
    throw new OperatorError(`OpenStreetMap has no administrative area named "${input.area}".`);
}

async function* bytesOf(input: DriverInput): AsyncGenerator<Buffer> {
  if (input.file) {
    yield* readBytes(input);
    return;
  }
  if (!input.area) throw new OperatorError('Overpass needs a FILE or --area NAME.');
  let bytesRead = 0;
  const answer = await askOverpass(overpassQuery(input.area), input);
  try {
    for await (const chunk of answer) {
      bytesRead += chunk.length;
      input.onProgress?.({ bytesRead, totalBytes: undefined });
      yield Buffer.from(chunk);
    }
  } catch (error) {
    throw new OperatorError(`The Overpass answer broke off after ${bytesRead} bytes: ${messageOf(error)}.`);
  }
}

interface Envelope {
  osm3s?: { timestamp_osm_base?: string };
  /** Overpass tells of a time-out or of full memory here, in an answer that is otherwise well. */
  remark?: string;
  elements?: unknown;
}

function parseEnvelope(text: string): Envelope {
  const parsed = parseRecord({ number: 0, byte: 0, bytes: Buffer.from(text) });
  // Every key of Envelope is optional, and those that are read are checked or printed only.
  return 'value' in parsed && typeof parsed.value === 'object' && parsed.value !== null
    ? (parsed.value as Envelope)
    : {};
}

function isElement(value: unknown, types: readonly string[]): value is Element {
  if (typeof value !== 'object' || value === null || !('id' in value) || !('type' in value)) return false;
  return Number.isSafeInteger(value.id) && types.includes(String(value.type));
}

function typeOf({ type }: Element): Member['type'] {
  return type === 'way' || type === 'relation' ? type : 'node';
}

/** From what the element itself carries; undefined where it is bare. */
function pointOfElement({ type, lon, lat, geometry, members, center }: Element): LonLat | undefined {
  if (type === 'node') return lon === undefined || lat === undefined ? undefined : { lon, lat };
  const line = lineOf(geometry);
  const [first] = line;
  const last = line.at(-1);
  if (first && last) {
    const isClosed = line.length > 3 && first[0] === last[0] && first[1] === last[1];
    return isClosed ? pointInPolygon([line]) : middleOfLine(line);
  }
  return pointOfMembers(members ?? []) ?? center;
}

const lineOf = (geometry: Element['geometry']): Position[] =>
  (geometry ?? []).filter((vertex) => vertex !== null).map(({ lon, lat }) => [lon, lat]);

/** Rings join where their ends have the same coordinates, to the seventh decimal. */
function pointOfMembers(members: NonNullable<Element['members']>): LonLat | undefined {
  const positions = new Map<string, Position>();
  const ringsOf = (isInner: boolean) => {
    const lines = members
      .filter(({ type, role, geometry }) => type === 'way' && geometry && (role === 'inner') === isInner)
      .map(({ geometry }) =>
        lineOf(geometry).map((position) => {
          positions.set(position.join(), position);
          return position.join();
        }),
      );
    return joinRings(lines).map((ring) =>
      ring.map((key) => positions.get(key)).filter((position) => position !== undefined),
    );
  };
  return pointInPolygons(polygonsOf(ringsOf(false), ringsOf(true)));
}

/** The ways that bare relations name, and the positions of all nodes that outline them. */
async function readOutlines(
  input: DriverInput,
  bare: Element[],
): Promise<{ ways: Map<number, Way>; positions: Map<number, Position> }> {
  const { onProgress: _, ...silent } = input; // the bar has been to the end once
  const ways = new Map<number, Way>();
  const positions = new Map<number, Position>();
  const wantedWays = new Set(bare.flatMap(({ members }) => members?.map(({ ref }) => ref) ?? []));
  if (wantedWays.size > 0) {
    for await (const part of elementsOf(silent)) {
      if ('element' in part && part.element.type === 'way' && wantedWays.has(part.element.id)) {
        ways.set(part.element.id, { id: part.element.id, tags: {}, nodeIds: part.element.nodes ?? [] });
      }
    }
  }
  const wantedNodes = new Set([
    ...bare.flatMap(({ nodes }) => nodes ?? []),
    ...[...ways.values()].flatMap((way) => way.nodeIds),
  ]);
  for await (const part of elementsOf(silent)) {
    if (!('element' in part)) continue;
    const { type, id, lon, lat } = part.element;
    if (type === 'node' && lon !== undefined && lat !== undefined && wantedNodes.has(id)) positions.set(id, [lon, lat]);
  }
  return { ways, positions };
}

function outlined(
  element: Element,
  ways: ReadonlyMap<number, Way>,
  positions: ReadonlyMap<number, Position>,
): LonLat | undefined {
  if (element.type === 'way') return pointOfWay(element.nodes ?? [], positions);
  const members = (element.members ?? []).map(({ type, ref, role }): Member => ({ type, id: ref, role }));
  return pointOfMultipolygon({ id: element.id, tags: {}, members }, ways, positions);
}
