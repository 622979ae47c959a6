/** Rings of polygons as the map needs them, whatever the antimeridian, a pole or simplification did to them. */
import type { MultiPolygon, Position } from 'geojson';

/** Without the parts that enclose nothing; every ring sound. */
export function soundPolygons(polygons: readonly Position[][][]): MultiPolygon['coordinates'] {
  return polygons.flatMap((polygon) => {
    const [outline, ...holes] = polygon.map(soundRing);
    return outline ? [[outline, ...holes.filter((hole) => hole !== undefined)]] : [];
  });
}

/**
 * The ring closed, without repeated positions, and in one piece across the antimeridian: it begins between -180 and 180
 * degrees and may go on beyond 180, so that no seam is drawn. A ring around a pole is led along it. Undefined where it
 * encloses nothing. A jump of more than 180 degrees of longitude is read as the short way round.
 */
function soundRing(ring: readonly Position[]): Position[] | undefined {
  const jump = ring.findIndex(([lon = 0], index) => Math.abs(lon - (ring[index - 1]?.[0] ?? lon)) > 180);
  const start = Math.max(jump, 0); // a ring around a pole is cut where the map is
  let turn = 0;
  const path = [...ring.slice(start), ...ring.slice(0, start + 1)].map(([lon = 0, lat = 0], index, all) => {
    const [before = lon] = all[index - 1] ?? [];
    if (Math.abs(lon - before) > 180) turn += lon < before ? 360 : -360;
    return [lon + turn, lat] as const;
  });
  const [first = [0, 0], last = first] = [path[0], path.at(-1)];
  if (Math.abs(last[0] - first[0]) > 180) {
    const pole = last[1] < 0 ? -90 : 90;
    path.push([last[0], pole], [(first[0] + last[0]) / 2, pole], [first[0], pole], first);
  }
  const west = path.reduce((least, [lon]) => Math.min(least, lon), Number.POSITIVE_INFINITY);
  const shift = west < -180 ? 360 : 0;
  const sound = path
    .filter(([lon, lat], index) => lon !== path[index - 1]?.[0] || lat !== path[index - 1]?.[1])
    .map(([lon, lat]) => [lon + shift, lat]);
  return sound.length >= 4 && ringArea(sound) > 0 ? sound : undefined;
}

/** Of a closed ring, in square degrees. */
export function ringArea(ring: readonly Position[]): number {
  let twice = 0;
  for (const [index, [lon = 0, lat = 0]] of ring.entries()) {
    const [nextLon = 0, nextLat = 0] = ring[index + 1] ?? ring[0] ?? [];
    twice += lon * nextLat - nextLon * lat;
  }
  return Math.abs(twice / 2);
}
