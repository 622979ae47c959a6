/**
 * OpenStreetMap extracts (.osm.pbf). Three passes: the first finds circular elements (nodes are complete at once), the
 * second the ways of their multipolygons, the third the positions of the nodes that outline them. Later passes read only
 * the blocks that hold such elements. Memory grows with the number of circular ways, not with the file.
 */
import { mapOsmRecord } from '../mapping/osm.ts';
import { isCandidate } from '../mapping/osm-rules.ts';
import type { Driver, DriverInput, RawRecord, ReadItem } from '../model.ts';
import {
  joinRings,
  type LonLat,
  middleOfLine,
  type Position,
  pointInPolygon,
  pointInPolygons,
  polygonsOf,
} from './geometry.ts';
import { type BlockFact, type Relation, type Visitor, visitBlocks, type Way } from './osm-pbf.ts';

export const osm: Driver = {
  name: 'osm',
  sourceKind: 'OSM',
  extensions: ['.osm.pbf', '.pbf'],
  read: readExtract,
  map: (record) => mapOsmRecord(record),
};

type OsmType = 'node' | 'way' | 'relation';

/** A record of an element: its id, and where to see it. */
export function osmRecord(
  type: OsmType,
  id: number,
  tags: Record<string, string>,
  point: LonLat | undefined,
  fetchedAt: Date | undefined,
): RawRecord {
  const recordId = `${type}/${id}`;
  const record: RawRecord = {
    recordId,
    where: recordId,
    point,
    tags,
    url: `https://www.openstreetmap.org/${recordId}`,
  };
  if (fetchedAt) record.fetchedAt = fetchedAt;
  return record;
}

async function* readExtract(input: DriverInput): AsyncGenerator<ReadItem> {
  const file = input.file ?? '';
  let fetchedAt: Date | undefined;
  let found: ReadItem[] = [];
  const ways: Way[] = [];
  const relations: Relation[] = [];
  const blocks: BlockFact[] = [];

  const visitor: Visitor = {
    dataDate: (seconds) => {
      fetchedAt = new Date(seconds * 1000);
    },
    node: ({ id, tags, lon, lat }) => {
      if (isCandidate(tags)) found.push({ record: osmRecord('node', id, tags, { lon, lat }, fetchedAt) });
    },
    way: (way) => {
      if (isCandidate(way.tags)) ways.push(way);
    },
    relation: (relation) => {
      if (isCandidate(relation.tags)) relations.push(relation);
    },
  };
  for await (const { fact, bytesRead, totalBytes } of visitBlocks(file, visitor)) {
    blocks.push(fact);
    input.onProgress?.({ bytesRead, totalBytes });
    yield* found;
    found = [];
  }

  const members = await readMemberWays(file, blocks, relations);
  const positions = await readPositions(file, blocks, [...ways, ...members.values()]);
  for (const { id, tags, nodeIds } of ways) {
    yield outlined('way', id, tags, pointOfWay(nodeIds, positions), fetchedAt);
  }
  for (const relation of relations) {
    const { id, tags, members: parts } = relation;
    const isArea = tags.type === 'multipolygon' || tags.type === 'boundary';
    const point = isArea ? pointOfMultipolygon(relation, members, positions) : undefined;
    const reason = isArea
      ? `outline not whole in this file (${parts.filter((part) => members.has(part.id)).length} of ${parts.length} members)`
      : `a relation of type ${tags.type ?? 'unknown'}, which has no area`;
    yield point ? outlined('relation', id, tags, point, fetchedAt) : rejected('relation', id, tags, reason);
  }
}

function outlined(
  type: OsmType,
  id: number,
  tags: Record<string, string>,
  point: LonLat | undefined,
  fetchedAt: Date | undefined,
): ReadItem {
  if (!point) return rejected(type, id, tags, 'none of its nodes is in this file');
  return { record: osmRecord(type, id, tags, point, fetchedAt) };
}

function rejected(type: OsmType, id: number, tags: Record<string, string>, reason: string): ReadItem {
  return { rejection: { where: `${type}/${id}`, recordId: `${type}/${id}`, reason, tags } };
}

async function readMemberWays(file: string, blocks: BlockFact[], relations: Relation[]): Promise<Map<number, Way>> {
  const wanted = new Set(
    relations.flatMap(({ members }) => members.filter(({ type }) => type === 'way').map(({ id }) => id)),
  );
  const found = new Map<number, Way>();
  if (wanted.size === 0) return found;
  const visitor: Visitor = {
    way: (way) => {
      if (wanted.has(way.id)) found.set(way.id, way);
    },
  };
  await visitAll(
    file,
    visitor,
    blocks.filter(({ hasWays }) => hasWays),
  );
  return found;
}

async function readPositions(file: string, blocks: BlockFact[], ways: Way[]): Promise<Map<number, Position>> {
  const wanted = new Set(ways.flatMap(({ nodeIds }) => nodeIds));
  const found = new Map<number, Position>();
  if (wanted.size === 0) return found;
  const visitor: Visitor = {
    node: ({ id, lon, lat }) => {
      if (wanted.has(id)) found.set(id, [lon, lat]);
    },
  };
  await visitAll(
    file,
    visitor,
    blocks.filter(({ hasNodes }) => hasNodes),
  );
  return found;
}

async function visitAll(file: string, visitor: Visitor, blocks: BlockFact[]): Promise<void> {
  for await (const _ of visitBlocks(file, visitor, new Set(blocks.map(({ offset }) => offset))));
}

/** Inside a closed way, on an open one. Undefined where an extract has none of its nodes. */
export function pointOfWay(nodeIds: readonly number[], positions: ReadonlyMap<number, Position>): LonLat | undefined {
  const line = nodeIds.map((id) => positions.get(id)).filter((position) => position !== undefined);
  const isClosed = nodeIds.length > 3 && nodeIds[0] === nodeIds.at(-1) && line.length > 3;
  return isClosed ? pointInPolygon([line]) : middleOfLine(line);
}

export function pointOfMultipolygon(
  relation: Relation,
  ways: ReadonlyMap<number, Way>,
  positions: ReadonlyMap<number, Position>,
): LonLat | undefined {
  const ringsOf = (isWanted: (role: string) => boolean) =>
    joinRings(
      relation.members
        .filter(({ type, role }) => type === 'way' && isWanted(role))
        .map(({ id }) => ways.get(id)?.nodeIds ?? []),
    ).map((ring) => ring.map((id) => positions.get(id)).filter((position) => position !== undefined));
  return pointInPolygons(
    polygonsOf(
      ringsOf((role) => role !== 'inner'),
      ringsOf((role) => role === 'inner'),
    ),
  );
}
