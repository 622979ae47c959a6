/**
 * The blocks of an OpenStreetMap PBF file (https://wiki.openstreetmap.org/wiki/PBF_Format), decoded one at a time.
 * Its own reader because an operator needs the byte at which a file breaks, and a limit on what a block unpacks to.
 */
import { type FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { PbfReader } from 'pbf';
import { messageOf, OperatorError } from '../../../platform/errors.ts';
import { sizeOf } from './bytes.ts';

/** Limits of the format: a blob's header and its unpacked content, in bytes. */
const maxHeaderBytes = 64 * 1024;
const maxBlobBytes = 32 * 1024 * 1024;

const unpack = promisify(inflate) as (data: Uint8Array, options: object) => Promise<Buffer>; // promisify loses the overload

interface Node {
  id: number;
  lon: number;
  lat: number;
  tags: Record<string, string>;
}
export interface Way {
  id: number;
  tags: Record<string, string>;
  nodeIds: number[];
}
export interface Member {
  type: 'node' | 'way' | 'relation';
  id: number;
  role: string;
}
export interface Relation {
  id: number;
  tags: Record<string, string>;
  members: Member[];
}

/** Called for every element of a block; a missing visitor spares the decoding. */
export interface Visitor {
  node?: (node: Node) => void;
  way?: (way: Way) => void;
  relation?: (relation: Relation) => void;
  /** Seconds since 1970 of the extract's data, where the file says. */
  dataDate?: (seconds: number) => void;
}

export interface BlockFact {
  offset: number;
  hasNodes: boolean;
  hasWays: boolean;
  hasRelations: boolean;
}

/**
 * Visits the file block by block and yields after each, so that the caller can act on what it was shown. `wanted` skips
 * blocks known from an earlier pass. Throws an OperatorError that names the byte where the file is truncated or corrupt.
 */
export async function* visitBlocks(
  file: string,
  visitor: Visitor,
  wanted?: ReadonlySet<number>,
): AsyncGenerator<{ fact: BlockFact; bytesRead: number; totalBytes: number }> {
  const totalBytes = await sizeOf(file);
  if (totalBytes === 0) throw new OperatorError(`${file} is empty.`);
  const handle = await open(file);
  try {
    yield* blocksOf(file, handle, totalBytes, visitor, wanted);
  } finally {
    await handle.close();
  }
}

async function* blocksOf(
  file: string,
  handle: FileHandle,
  totalBytes: number,
  visitor: Visitor,
  wanted: ReadonlySet<number> | undefined,
): AsyncGenerator<{ fact: BlockFact; bytesRead: number; totalBytes: number }> {
  let offset = 0;
  while (offset < totalBytes) {
    const start = offset;
    try {
      const headerLength = (await readAt(handle, start, 4)).readUInt32BE(0);
      if (headerLength > maxHeaderBytes)
        throw new Error(start === 0 ? 'this is no OSM PBF file' : 'a block has no valid header');
      const header = readBlobHeader(await readAt(handle, start + 4, headerLength));
      if (start === 0 && header.type !== 'OSMHeader') throw new Error('this is no OSM PBF file');
      if (header.dataLength < 0 || header.dataLength > maxBlobBytes) throw new Error('a block has no valid length');
      const dataStart = start + 4 + headerLength;
      offset = dataStart + header.dataLength;
      const fact = { offset: start, hasNodes: false, hasWays: false, hasRelations: false };
      if (offset > totalBytes)
        throw new Error(`the file ends inside a block that needs ${offset - totalBytes} more bytes`);
      if (!wanted || wanted.has(start)) {
        const data = await blobContent(await readAt(handle, dataStart, header.dataLength));
        if (header.type === 'OSMHeader') readHeaderBlock(data, visitor);
        if (header.type === 'OSMData') readPrimitiveBlock(data, visitor, fact);
      }
      yield { fact, bytesRead: offset, totalBytes };
    } catch (error) {
      if (error instanceof OperatorError) throw error;
      throw new OperatorError(`${file} cannot be read from byte ${start} of ${totalBytes} on: ${messageOf(error)}.`);
    }
  }
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw new Error(`the file ends inside a block that needs ${length - bytesRead} more bytes`);
  return buffer;
}

function readBlobHeader(data: Buffer): { type: string; dataLength: number } {
  return new PbfReader(data).readFields(
    (tag, header, pbf) => {
      if (tag === 1) header.type = pbf.readString();
      else if (tag === 3) header.dataLength = pbf.readVarint();
    },
    { type: '', dataLength: -1 },
  );
}

async function blobContent(data: Buffer): Promise<Uint8Array> {
  const blob = new PbfReader(data).readFields(
    (tag, found: { raw?: Uint8Array; zlib?: Uint8Array; other?: string }, pbf) => {
      if (tag === 1) found.raw = pbf.readBytes();
      else if (tag === 3) found.zlib = pbf.readBytes();
      else if (tag >= 4) found.other = ['lzma', 'bzip2', 'lz4', 'zstd'][tag - 4] ?? `method ${tag}`;
    },
    {},
  );
  if (blob.raw) return blob.raw;
  if (blob.zlib) return unpack(blob.zlib, { maxOutputLength: maxBlobBytes });
  throw new Error(
    blob.other ? `a block is packed with ${blob.other}; repack it with "osmium cat"` : 'a block is empty',
  );
}

function readHeaderBlock(data: Uint8Array, visitor: Visitor): void {
  const supported = new Set(['OsmSchema-V0.6', 'DenseNodes', 'HistoricalInformation']);
  new PbfReader(data).readFields((tag, _, pbf) => {
    if (tag === 4) {
      const feature = pbf.readString();
      if (!supported.has(feature)) throw new Error(`the file needs a reader that knows "${feature}"`);
    } else if (tag === 32) visitor.dataDate?.(pbf.readVarint(true));
  }, undefined);
}

interface Block {
  strings: string[];
  granularity: number;
  lonOffset: number;
  latOffset: number;
  /** Where each group begins and ends. */
  groups: { start: number; end: number }[];
}

function readPrimitiveBlock(data: Uint8Array, visitor: Visitor, fact: BlockFact): void {
  const reader = new PbfReader(data);
  const block: Block = { strings: [], granularity: 100, lonOffset: 0, latOffset: 0, groups: [] };
  reader.readFields((tag, found, pbf) => {
    if (tag === 1) {
      pbf.readMessage((inner, strings: string[], table) => {
        if (inner === 1) strings.push(table.readString());
      }, found.strings);
    } else if (tag === 2) {
      const end = pbf.readVarint() + pbf.pos;
      if (end > data.length) throw new Error('a block is cut short');
      found.groups.push({ start: pbf.pos, end });
      pbf.pos = end;
    } else if (tag === 17) found.granularity = pbf.readVarint();
    else if (tag === 19) found.latOffset = pbf.readVarint(true);
    else if (tag === 20) found.lonOffset = pbf.readVarint(true);
  }, block);
  // Groups come after the strings only by custom: they are read when the whole block is known.
  for (const { start, end } of block.groups) {
    reader.pos = start;
    reader.readFields(
      (tag, _, pbf) => {
        if (tag === 1 || tag === 2) fact.hasNodes = true;
        if (tag === 3) fact.hasWays = true;
        if (tag === 4) fact.hasRelations = true;
        if (tag === 1 && visitor.node) visitor.node(readNode(pbf, block));
        else if (tag === 2 && visitor.node) readDenseNodes(pbf, block, visitor.node);
        else if (tag === 3 && visitor.way) visitor.way(readWay(pbf, block));
        else if (tag === 4 && visitor.relation) visitor.relation(readRelation(pbf, block));
      },
      undefined,
      end,
    );
  }
}

/** Nanodegrees to degrees, at the seven decimals that OpenStreetMap keeps. */
const degrees = (block: Block, offset: number, value: number) =>
  Math.round((offset + block.granularity * value) / 100) / 1e7;

function tagsOf(block: Block, keys: readonly number[], values: readonly number[]): Record<string, string> {
  const tags: Record<string, string> = {};
  keys.forEach((key, position) => {
    tags[block.strings[key] ?? ''] = block.strings[values[position] ?? -1] ?? '';
  });
  return tags;
}

function readNode(pbf: PbfReader, block: Block): Node {
  const raw = { id: 0, keys: [] as number[], values: [] as number[], lat: 0, lon: 0 };
  pbf.readMessage((tag, node, inner) => {
    if (tag === 1) node.id = inner.readSVarint();
    else if (tag === 2) inner.readPackedVarint(node.keys);
    else if (tag === 3) inner.readPackedVarint(node.values);
    else if (tag === 8) node.lat = inner.readSVarint();
    else if (tag === 9) node.lon = inner.readSVarint();
  }, raw);
  return {
    id: raw.id,
    lon: degrees(block, block.lonOffset, raw.lon),
    lat: degrees(block, block.latOffset, raw.lat),
    tags: tagsOf(block, raw.keys, raw.values),
  };
}

const noTags: Record<string, string> = {};

function readDenseNodes(pbf: PbfReader, block: Block, visit: (node: Node) => void): void {
  const dense = pbf.readMessage(
    (tag, found, inner) => {
      if (tag === 1) inner.readPackedSVarint(found.ids);
      else if (tag === 8) inner.readPackedSVarint(found.lats);
      else if (tag === 9) inner.readPackedSVarint(found.lons);
      else if (tag === 10) inner.readPackedVarint(found.tags);
    },
    { ids: [] as number[], lats: [] as number[], lons: [] as number[], tags: [] as number[] },
  );
  if (dense.lats.length !== dense.ids.length || dense.lons.length !== dense.ids.length) {
    throw new Error('a block has nodes without a position');
  }
  // Ids and positions are differences to the node before; tags are key, value, key, value, 0.
  let id = 0;
  let lat = 0;
  let lon = 0;
  let next = 0;
  for (let position = 0; position < dense.ids.length; position++) {
    id += dense.ids[position] ?? 0;
    lat += dense.lats[position] ?? 0;
    lon += dense.lons[position] ?? 0;
    let tags = noTags;
    while (next < dense.tags.length && dense.tags[next] !== 0) {
      if (tags === noTags) tags = {};
      tags[block.strings[dense.tags[next] ?? 0] ?? ''] = block.strings[dense.tags[next + 1] ?? 0] ?? '';
      next += 2;
    }
    next++;
    visit({ id, lon: degrees(block, block.lonOffset, lon), lat: degrees(block, block.latOffset, lat), tags });
  }
}

function readWay(pbf: PbfReader, block: Block): Way {
  const raw = { id: 0, keys: [] as number[], values: [] as number[], refs: [] as number[] };
  pbf.readMessage((tag, way, inner) => {
    if (tag === 1) way.id = inner.readVarint();
    else if (tag === 2) inner.readPackedVarint(way.keys);
    else if (tag === 3) inner.readPackedVarint(way.values);
    else if (tag === 8) inner.readPackedSVarint(way.refs);
  }, raw);
  return { id: raw.id, tags: tagsOf(block, raw.keys, raw.values), nodeIds: runningSums(raw.refs) };
}

const memberTypes = ['node', 'way', 'relation'] as const;

function readRelation(pbf: PbfReader, block: Block): Relation {
  const raw = {
    id: 0,
    keys: [] as number[],
    values: [] as number[],
    roles: [] as number[],
    members: [] as number[],
    types: [] as number[],
  };
  pbf.readMessage((tag, relation, inner) => {
    if (tag === 1) relation.id = inner.readVarint();
    else if (tag === 2) inner.readPackedVarint(relation.keys);
    else if (tag === 3) inner.readPackedVarint(relation.values);
    else if (tag === 8) inner.readPackedVarint(relation.roles);
    else if (tag === 9) inner.readPackedSVarint(relation.members);
    else if (tag === 10) inner.readPackedVarint(relation.types);
  }, raw);
  const members = runningSums(raw.members).map((id, position) => ({
    id,
    type: memberTypes[raw.types[position] ?? 0] ?? 'node',
    role: block.strings[raw.roles[position] ?? 0] ?? '',
  }));
  return { id: raw.id, tags: tagsOf(block, raw.keys, raw.values), members };
}

function runningSums(differences: readonly number[]): number[] {
  let sum = 0;
  return differences.map((difference) => (sum += difference));
}
