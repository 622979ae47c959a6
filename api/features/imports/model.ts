/** What passes from a format's driver, through the mapping, to the pipeline. */
import type { ListingFields } from '../listings/model.ts';
import type { Mapping } from './mapping/model.ts';

/** One thing a source speaks of, as its driver read it. */
export interface RawRecord {
  /** Id within the source: "node/123", a feature id, a row number where the source has none. */
  recordId: string;
  /** Where in the input, for messages: "line 12", "feature 7", "way/123". */
  where: string;
  /** WGS 84; a point inside for areas. Undefined where the source gives none. Not yet checked to be on Earth. */
  point: { lon: number; lat: number } | undefined;
  /** Tags or columns in the source's own words, text only. */
  tags: Record<string, string>;
  url?: string;
  /** The date of the data: when it was extracted, where the source says. */
  fetchedAt?: Date;
  /** What is odd about it although it was read, such as a key given twice. */
  warnings?: readonly string[];
}

/** A part of the input that could not be read or used, and why; the rest goes on. */
export interface Rejection {
  where: string;
  recordId?: string;
  reason: string;
  /** What was read of it, so that it can be corrected and imported again. */
  point?: { lon: number; lat: number };
  tags?: Record<string, string>;
}

export type ReadItem = { record: RawRecord } | { rejection: Rejection };

export interface ReadProgress {
  bytesRead: number;
  /** Undefined where the length is not known beforehand (an answer of the network). */
  totalBytes: number | undefined;
}

export interface DriverInput {
  /** The file to read. Undefined only for a driver that asks the network for an `area`. */
  file?: string;
  /** Name of a town or region, as OpenStreetMap writes it ("Torino"): overpass only. */
  area?: string;
  /** Address of the Overpass interpreter; default: the public main instance. */
  endpoint?: string;
  /** Sent as User-Agent where the network is asked: names the project and how to reach its operator. */
  userAgent?: string;
  /** From `readMapping(path)`: csv needs one, geojson may have one. */
  mapping?: Mapping;
  onProgress?: (progress: ReadProgress) => void;
  /** One-line notices while reading, such as "The server is busy; trying again in 30 s." */
  onNotice?: (message: string) => void;
}

/**
 * What a record becomes. `skip`: a sound record that is no circular place (the count matters, not the record).
 * `reject`: a place that cannot be used as it is. `fields` are validated; the pipeline adds `timezone`, a name where
 * there is none, and moves opening hours that cannot be parsed to `openingHoursNote`.
 */
export type MappedRecord = { fields: MappedFields; warnings: string[] } | { skip: string } | { reject: string };

/** `name` is absent where the source gives none: nothing is invented here. */
export type MappedFields = Pick<ListingFields, 'categories' | 'location'> & Partial<ListingFields>;

export interface Driver {
  /** The word after `import`: "osm", "overpass", "geojson", "csv". */
  name: string;
  /** Of the source row, where `--source` names a new one. */
  sourceKind: 'OSM' | 'OVERPASS' | 'GEOJSON' | 'CSV';
  extensions: readonly string[];
  /**
   * Streams: memory does not grow with the input's length. Throws OperatorError when the input cannot be read at all,
   * or not to its end (truncated, corrupt, wrong encoding): it says at which byte or line.
   */
  read(input: DriverInput): AsyncIterable<ReadItem>;
  /** Column names or tags → fields, checked. */
  map(record: RawRecord, mapping: Mapping | undefined): MappedRecord;
}
