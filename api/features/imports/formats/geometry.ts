/** One point that stands for a line or an area. Plain longitudes and latitudes: places are small. */
import polylabel from 'polylabel';

export type Position = readonly [lon: number, lat: number];
export interface LonLat {
  lon: number;
  lat: number;
}

/** Half a metre, in degrees of latitude. */
const precision = 0.000005;

/**
 * A point inside a polygon, given as rings (the outer first) closed or not: its pole of inaccessibility, because the
 * centroid of a bent building lies outside. Longitudes are shrunk by the latitude meanwhile, so that "far from the edge"
 * means metres. Falls back to the middle of the outline where the area is nothing. Undefined without positions.
 */
export function pointInPolygon(rings: readonly (readonly Position[])[]): LonLat | undefined {
  const outer = rings[0] ?? [];
  const first = outer[0];
  if (!first) return undefined;
  const shrink = Math.max(0.01, Math.cos((first[1] * Math.PI) / 180));
  const flat = rings.map((ring) => ring.map(([lon, lat]): [number, number] => [lon * shrink, lat]));
  const [x = Number.NaN, y = Number.NaN] = polylabel(flat, precision);
  const found = { lon: x / shrink, lat: y };
  return contains(rings, found) ? found : middleOfLine(outer);
}

/** The largest of several polygons gives the point. */
export function pointInPolygons(polygons: readonly (readonly (readonly Position[])[])[]): LonLat | undefined {
  const [largest] = polygons.toSorted((a, b) => Math.abs(areaOf(b[0] ?? [])) - Math.abs(areaOf(a[0] ?? [])));
  return largest && pointInPolygon(largest);
}

/** The vertex in the middle of a line, which lies on it. */
export function middleOfLine(line: readonly Position[]): LonLat | undefined {
  const vertex = line[Math.floor((line.length - 1) / 2)];
  return vertex && { lon: vertex[0], lat: vertex[1] };
}

/** By the parity of crossed edges: a point in a hole is outside. */
export function contains(rings: readonly (readonly Position[])[], { lon, lat }: LonLat): boolean {
  let inside = false;
  for (const ring of rings) {
    let previous = ring.at(-1);
    for (const current of ring) {
      if (previous && current[1] > lat !== previous[1] > lat) {
        const crossing = ((previous[0] - current[0]) * (lat - current[1])) / (previous[1] - current[1]) + current[0];
        if (lon < crossing) inside = !inside;
      }
      previous = current;
    }
  }
  return inside;
}

/** Twice would do for comparing, but this is the area, in square degrees, negative where clockwise. */
function areaOf(ring: readonly Position[]): number {
  let sum = 0;
  let previous = ring.at(-1);
  for (const current of ring) {
    if (previous) sum += previous[0] * current[1] - current[0] * previous[1];
    previous = current;
  }
  return sum / 2;
}

/** Joins lines end to end into rings, whatever their direction. Lines that do not close are left out. */
export function joinRings<Id>(lines: readonly (readonly Id[])[]): Id[][] {
  const rings: Id[][] = [];
  const open = lines.filter((line) => line.length > 1).map((line) => [...line]);
  for (let ring = open.pop(); ring; ring = open.pop()) {
    while (ring.length > 1 && ring[0] !== ring.at(-1)) {
      const end = ring.at(-1);
      const next = open.findIndex((line) => line[0] === end || line.at(-1) === end);
      if (next < 0) break;
      const [line = []] = open.splice(next, 1);
      ring.push(...(line[0] === end ? line : line.reverse()).slice(1));
    }
    if (ring.length > 3 && ring[0] === ring.at(-1)) rings.push(ring);
  }
  return rings;
}

/** Outer rings with the inner rings that lie in them. */
export function polygonsOf(outers: readonly Position[][], inners: readonly Position[][]): Position[][][] {
  return outers.map((outer) => [
    outer,
    ...inners.filter(([first]) => first && contains([outer], { lon: first[0], lat: first[1] })),
  ]);
}
