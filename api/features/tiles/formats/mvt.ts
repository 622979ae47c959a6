/** Mapbox Vector Tile 2.1. */
import { fromVectorTileJs, GeoJSONWrapper } from '@maplibre/vt-pbf';
import { encodeGlobalID } from '@pothos/plugin-relay';
import type { Category } from '../../taxonomy/model.ts';
import { extent, type TileAddress, type TileContent, toTile } from '../model.ts';

/** What each attribute of each layer says; TileJSON publishes it. */
export const layers = {
  listings: {
    description: 'Single places: one point each. The feature id is the number of the listing.',
    fields: {
      gid: 'String. Global id of the listing in the GraphQL API',
      slug: 'String. Address of its page: /listings/{slug}',
      name: 'String',
      category: 'String. Slug of its main category',
      group: 'String. Slug of the group of that category',
      rank: 'Number. 1 keeps its icon when marks collide, 2 yields, 3 is drawn as a dot',
      state: 'String. open, closed or unknown at openAt, else when the tile was made',
    },
  },
  clusters: {
    description: 'Places that would crowd, counted: a point where most of them lie.',
    fields: {
      count: 'Number. How many places',
      expansionZoom:
        'Number. Zoom to show next: where it falls apart, or nearer to it under filters other than categories',
    },
  },
};

/** The tile as bytes; empty layers are left out. `categoryOf` finds a category by its slug. */
export function encodeTile(
  address: TileAddress,
  { places, clusters }: TileContent,
  categoryOf: (slug: string) => Category,
): Uint8Array {
  const singles = places.map((place) => {
    const { group, rank } = categoryOf(place.category);
    const { id, slug, name, category, state } = place;
    return point(
      toTile(address, place),
      { gid: encodeGlobalID('Listing', id), slug, name, category, group, rank, state },
      id,
    );
  });
  const discs = clusters.map((cluster) => {
    const { count, expansionZoom, groups } = cluster;
    return point(toTile(address, cluster), { count, expansionZoom, ...groups });
  });
  const encoded = Object.entries({ listings: singles, clusters: discs })
    .filter(([, features]) => features.length > 0)
    .map(([name, features]) => {
      const layer = new GeoJSONWrapper(features, { version: 2, extent });
      layer.name = name;
      return [name, layer];
    });
  return fromVectorTileJs({ layers: Object.fromEntries(encoded) });
}

interface PointFeature {
  id?: number;
  type: 1;
  geometry: [number, number][];
  tags: Record<string, string | number>;
}

function point({ x, y }: { x: number; y: number }, tags: PointFeature['tags'], id?: number): PointFeature {
  return { ...(id === undefined ? {} : { id }), type: 1, geometry: [[x, y]], tags };
}
