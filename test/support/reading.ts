/** For tests of what can be imported: files made on the spot, and everything that a driver reads of them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { PbfWriter } from 'pbf';
import { afterAll } from 'vitest';
import type { Relation } from '../../api/features/imports/formats/osm-pbf.ts';
import type { Driver, DriverInput, MappedFields, RawRecord, Rejection } from '../../api/features/imports/model.ts';

/** Writes files into a folder that is removed after the test file. */
export function temporaryFiles(): (name: string, content: string | Uint8Array) => string {
  const folder = mkdtempSync(join(tmpdir(), 'ricircolo-reading-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  return (name, content) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
}

export interface Outcome {
  records: RawRecord[];
  rejections: Rejection[];
  /** What the records became. */
  places: { recordId: string; fields: MappedFields; warnings: string[] }[];
  /** Reasons. */
  skipped: string[];
  rejected: string[];
  /** What stopped the reading. */
  error: Error | undefined;
}

/** Reads and maps to the end, or to the error. */
export async function readAll(driver: Driver, input: DriverInput): Promise<Outcome> {
  const outcome: Outcome = { records: [], rejections: [], places: [], skipped: [], rejected: [], error: undefined };
  try {
    for await (const item of driver.read(input)) {
      if ('rejection' in item) {
        outcome.rejections.push(item.rejection);
        continue;
      }
      outcome.records.push(item.record);
      const mapped = driver.map(item.record, input.mapping);
      if ('skip' in mapped) outcome.skipped.push(mapped.skip);
      else if ('reject' in mapped) outcome.rejected.push(mapped.reject);
      else outcome.places.push({ recordId: item.record.recordId, ...mapped });
    }
  } catch (error) {
    outcome.error = error as Error; // only Errors are thrown
  }
  return outcome;
}

interface SyntheticExtract {
  nodes?: { id: number; lon: number; lat: number; tags?: Record<string, string> }[];
  ways?: { id: number; nodeIds: number[]; tags?: Record<string, string> }[];
  relations?: Relation[];
}

/** An .osm.pbf file with one plain block for each kind of element, and dense nodes. */
export function syntheticExtract({ nodes = [], ways = [], relations = [] }: SyntheticExtract): Buffer {
  const header = new PbfWriter();
  header.writeStringField(4, 'OsmSchema-V0.6');
  header.writeStringField(4, 'DenseNodes');
  header.writeVarintField(32, 1_700_000_000);
  return Buffer.concat([
    blob('OSMHeader', header),
    block((strings, group) => {
      group.writeMessage(
        2,
        (_, dense: PbfWriter) => {
          dense.writePackedSVarint(1, differences(nodes.map(({ id }) => id)));
          dense.writePackedSVarint(8, differences(nodes.map(({ lat }) => Math.round(lat * 1e7))));
          dense.writePackedSVarint(9, differences(nodes.map(({ lon }) => Math.round(lon * 1e7))));
          dense.writePackedVarint(
            10,
            nodes.flatMap(({ tags = {} }) => [...Object.entries(tags).flat().map(strings), 0]),
          );
        },
        undefined,
      );
    }),
    block((strings, group) => {
      for (const { id, nodeIds, tags = {} } of ways) {
        group.writeMessage(
          3,
          (_, way: PbfWriter) => {
            writeTags(way, id, tags, strings);
            way.writePackedSVarint(8, differences(nodeIds));
          },
          undefined,
        );
      }
    }),
    block((strings, group) => {
      for (const { id, tags, members } of relations) {
        group.writeMessage(
          4,
          (_, relation: PbfWriter) => {
            writeTags(relation, id, tags, strings);
            relation.writePackedVarint(
              8,
              members.map(({ role }) => strings(role)),
            );
            relation.writePackedSVarint(9, differences(members.map((member) => member.id)));
            relation.writePackedVarint(
              10,
              members.map(({ type }) => ['node', 'way', 'relation'].indexOf(type)),
            );
          },
          undefined,
        );
      }
    }),
  ]);
}

function writeTags(
  element: PbfWriter,
  id: number,
  tags: Record<string, string>,
  strings: (text: string) => number,
): void {
  element.writeVarintField(1, id);
  element.writePackedVarint(2, Object.keys(tags).map(strings));
  element.writePackedVarint(3, Object.values(tags).map(strings));
}

function block(write: (strings: (text: string) => number, group: PbfWriter) => void): Buffer {
  const table = [''];
  const group = new PbfWriter();
  write((text) => {
    if (!table.includes(text)) table.push(text);
    return table.indexOf(text);
  }, group);
  const primitive = new PbfWriter();
  primitive.writeMessage(
    1,
    (_, strings: PbfWriter) => {
      for (const text of table) strings.writeBytesField(1, Buffer.from(text));
    },
    undefined,
  );
  primitive.writeBytesField(2, group.finish());
  return blob('OSMData', primitive);
}

/** The content as a blob of a type: header, then the packed bytes. */
export function blob(type: string, content: PbfWriter | Uint8Array): Buffer {
  const bytes = content instanceof PbfWriter ? content.finish() : content;
  const body = new PbfWriter();
  body.writeVarintField(2, bytes.length);
  body.writeBytesField(3, deflateSync(bytes));
  const packed = body.finish();
  const header = new PbfWriter();
  header.writeStringField(1, type);
  header.writeVarintField(3, packed.length);
  const head = header.finish();
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, packed]);
}

const differences = (numbers: number[]) => numbers.map((number, position) => number - (numbers[position - 1] ?? 0));
