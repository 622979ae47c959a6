import type { Camera } from './url.ts';

/** WGS 84 degrees. */
export interface Position {
  lon: number;
  lat: number;
}

/** Pixels of the window that something covers on each side of the map. */
export interface Insets {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** `west` is greater than `east` where the box crosses the antimeridian. */
export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** What the map shows between its insets. */
export interface View {
  centre: Position;
  zoom: number;
  box: Box;
  /** Metres from the centre to a corner. */
  reachMeters: number;
}

const earthRadiusMeters = 6_371_008.8;
const radians = Math.PI / 180;

/** Great-circle distance in metres (haversine), on a sphere of the Earth's mean radius. */
export function distanceMeters(from: Position, to: Position): number {
  const x = Math.sin(((to.lat - from.lat) * radians) / 2) ** 2;
  const y = Math.sin(((to.lon - from.lon) * radians) / 2) ** 2;
  const h = x + Math.cos(from.lat * radians) * Math.cos(to.lat * radians) * y;
  return 2 * earthRadiusMeters * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Web Mercator, the world as the unit square, y down. */
function project({ lon, lat }: Position): [x: number, y: number] {
  const sine = Math.sin(Math.max(-85.0511, Math.min(85.0511, lat)) * radians);
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

function unproject(x: number, y: number): Position {
  const lat = Math.atan(Math.sinh(Math.PI * (1 - 2 * Math.max(0, Math.min(1, y))))) / radians;
  return { lon: ((((x % 1) + 1) % 1) - 0.5) * 360, lat };
}

/**
 * What a camera shows in a window of `width` by `height` pixels, computed without a map, so that the list need not wait
 * for one. The camera's centre is the middle of what the insets leave free.
 */
export function viewOf(camera: Camera, window: { width: number; height: number }, insets: Insets): View {
  const worldPixels = 512 * 2 ** camera.zoom;
  const halfX = Math.max(1, window.width - insets.left - insets.right) / 2 / worldPixels;
  const halfY = Math.max(1, window.height - insets.top - insets.bottom) / 2 / worldPixels;
  const [x, y] = project(camera);
  const northWest = unproject(x - halfX, y - halfY);
  const southEast = unproject(x + halfX, y + halfY);
  const all = halfX >= 0.5;
  return {
    centre: { lon: camera.lon, lat: camera.lat },
    zoom: camera.zoom,
    box: {
      west: all ? -180 : northWest.lon,
      east: all ? 180 : southEast.lon,
      north: northWest.lat,
      south: southEast.lat,
    },
    reachMeters: all
      ? Number.POSITIVE_INFINITY
      : Math.max(distanceMeters(camera, northWest), distanceMeters(camera, southEast)),
  };
}

/** Pixels from the window's top left at which a position is drawn. */
export function screenPoint(
  position: Position,
  camera: Camera,
  window: { width: number; height: number },
  insets: Insets,
) {
  const worldPixels = 512 * 2 ** camera.zoom;
  const [x, y] = project(position);
  const [centreX, centreY] = project(camera);
  return {
    x: (insets.left + window.width - insets.right) / 2 + (x - centreX) * worldPixels,
    y: (insets.top + window.height - insets.bottom) / 2 + (y - centreY) * worldPixels,
  };
}

/** The camera moved by pixels: positive `x` shows more of the east, positive `y` more of the south. */
export function shifted(camera: Camera, x: number, y: number): Camera {
  const worldPixels = 512 * 2 ** camera.zoom;
  const [centreX, centreY] = project(camera);
  return { ...unproject(centreX + x / worldPixels, centreY + y / worldPixels), zoom: camera.zoom };
}

/** The camera that shows a circle whole in the free part of the window. */
export function cameraOn(
  centre: Position,
  radiusMeters: number,
  window: { width: number; height: number },
  insets: Insets,
): Camera {
  const free = Math.min(window.width - insets.left - insets.right, window.height - insets.top - insets.bottom) - 24;
  const metersAtZoom0 = (2 * Math.PI * earthRadiusMeters * Math.cos(centre.lat * radians)) / 512;
  const zoom = Math.log2((metersAtZoom0 * Math.max(80, free)) / (2 * radiusMeters));
  return { lon: centre.lon, lat: centre.lat, zoom: Math.max(1, Math.min(17, zoom)) };
}

/** A circle as a GeoJSON ring of 97 points, lon first. */
export function circle({ lon, lat }: Position, radiusMeters: number): [number, number][] {
  const dLat = radiusMeters / earthRadiusMeters / radians;
  const dLon = dLat / Math.cos(lat * radians);
  return Array.from({ length: 97 }, (_, step) => {
    const angle = (step / 96) * 2 * Math.PI;
    return [lon + dLon * Math.cos(angle), lat + dLat * Math.sin(angle)];
  });
}
