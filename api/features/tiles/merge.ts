/** Keeps discs readable: those that would overlap within a tile become one. */
import {
  type Cluster,
  type Place,
  type TileAddress,
  type TileContent,
  type TilePoint,
  tileUnits,
  toTile,
} from './model.ts';

/** Radius in CSS pixels of the disc of a cluster, its paper-coloured edge included; the web map draws the same steps. */
export function discRadius(count: number): number {
  return (count < 10 ? 16 : count < 50 ? 19 : count < 200 ? 23 : 28) + 2;
}

/** Radius in CSS pixels of the dot that every place is at least. */
const dotRadius = 4;

/**
 * The clusters of a tile with those that overlap merged, and the places under a disc counted in it, where `mayMerge`
 * lets them. Counts are kept; the same input in any order gives the same clusters.
 *
 * A merged cluster stays where its largest part is (non-maximum suppression): it marks where most of it lies, and does
 * not slide into its neighbours.
 */
export function mergeOverlapping(
  address: TileAddress,
  { clusters, places }: TileContent,
  groupOf: (place: Place) => string,
  mayMerge: (place: Place) => boolean,
): TileContent {
  const discs = mergeDiscs(address, clusters);
  const left = places.filter((place) => {
    const disc = mayMerge(place) ? nearestOverlap(address, discs, toTile(address, place), dotRadius) : undefined;
    if (disc) absorb(address, disc, 1, { [groupOf(place)]: 1 });
    return disc === undefined;
  });
  return { clusters: discs, places: left };
}

function mergeDiscs(address: TileAddress, clusters: readonly Cluster[]): Cluster[] {
  const largestFirst = [...clusters].sort((a, b) => b.count - a.count || a.worldX - b.worldX || a.worldY - b.worldY);
  const discs: Cluster[] = [];
  for (const cluster of largestFirst) {
    const disc = nearestOverlap(address, discs, toTile(address, cluster), discRadius(cluster.count));
    if (disc) absorb(address, disc, cluster.count, cluster.groups);
    else discs.push({ ...cluster, groups: { ...cluster.groups } });
  }
  // What grew may reach a neighbour that it did not reach before.
  return discs.length < clusters.length ? mergeDiscs(address, discs) : discs;
}

/** The nearest of the discs that one of `radius` CSS pixels at a point would overlap. */
function nearestOverlap(
  address: TileAddress,
  discs: readonly Cluster[],
  point: TilePoint,
  radius: number,
): Cluster | undefined {
  let nearest: Cluster | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const disc of discs) {
    const { x, y } = toTile(address, disc);
    const distance = Math.hypot(x - point.x, y - point.y);
    if (distance < tileUnits(discRadius(disc.count) + radius) && distance < least) {
      nearest = disc;
      least = distance;
    }
  }
  return nearest;
}

function absorb({ z }: TileAddress, disc: Cluster, count: number, groups: Record<string, number>): void {
  disc.count += count;
  disc.expansionZoom = z + 1;
  for (const [group, added] of Object.entries(groups)) disc.groups[group] = (disc.groups[group] ?? 0) + added;
}
