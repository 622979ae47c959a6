/** Boundaries out of GeoJSON and TopoJSON files. */
import { readFile } from 'node:fs/promises';
import type { Feature, FeatureCollection, MultiPolygon } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { messageOf, OperatorError } from '../../../platform/errors.ts';
import type { RegionLevel, RegionRow } from '../model.ts';

export interface BoundaryMapping {
  level: RegionLevel;
  /** ISO 3166-1 alpha-2. */
  country: string;
  codeProperty: string;
  nameProperty: string;
  /** Written before each code, such as `IT-ISTAT-P`. */
  codePrefix: string;
  parentProperty: string | undefined;
  parentPrefix: string;
  source: string;
  licence: string;
}

/** Reads a file's polygons as regions. Throws an OperatorError that says which feature lacks what. */
export async function readBoundaries(file: string, mapping: BoundaryMapping): Promise<RegionRow[]> {
  const features = featuresOf(file, await parse(file));
  return features.map(({ geometry, properties }, index): RegionRow => {
    const property = (name: string): string => {
      const value: unknown = properties?.[name];
      if (typeof value === 'string' || typeof value === 'number') return String(value);
      throw new OperatorError(
        `Feature ${index + 1} of ${file} has no property "${name}"; it has: ${Object.keys(properties ?? {}).join(', ')}.`,
      );
    };
    if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') {
      throw new OperatorError(`Feature ${index + 1} of ${file} is no polygon but ${geometry?.type ?? 'nothing'}.`);
    }
    const boundary: MultiPolygon =
      geometry.type === 'Polygon' ? { type: 'MultiPolygon', coordinates: [geometry.coordinates] } : geometry;
    const { level, country, source, licence } = mapping;
    return {
      code: mapping.codePrefix + property(mapping.codeProperty),
      level,
      parent: mapping.parentProperty
        ? mapping.parentPrefix + property(mapping.parentProperty)
        : level === 0
          ? null
          : country,
      name: property(mapping.nameProperty),
      names: {},
      country,
      population: null,
      boundary,
      source,
      licence,
    };
  });
}

async function parse(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new OperatorError(`The file ${file} cannot be read as JSON: ${messageOf(error)}.`);
  }
}

function featuresOf(file: string, content: unknown): Feature[] {
  const type = typeof content === 'object' && content !== null && 'type' in content ? content.type : undefined;
  // What follows is checked feature by feature; the two formats are told apart by their type.
  if (type === 'FeatureCollection') return (content as FeatureCollection).features;
  if (type === 'Topology') {
    const topology = content as Topology;
    return Object.values(topology.objects).flatMap((object) => {
      const collection = feature(topology, object);
      return collection.type === 'FeatureCollection' ? collection.features : [collection];
    });
  }
  throw new OperatorError(`The file ${file} is neither a GeoJSON feature collection nor TopoJSON.`);
}
