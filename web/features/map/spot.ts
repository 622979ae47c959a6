/** Which of the marks under a finger is meant, and when they are several that only a list can tell apart. */

/** Pixels of the window. */
export interface Pixel {
  x: number;
  y: number;
}

/** A mark that was hit. */
export interface Hit<Place> {
  place: Place;
  /** Where its middle is drawn. */
  at: Pixel;
}

/** Marks whose middles are nearer than this cover each other. */
const coverPixels = 10;
/** Marks at the same place of the ground, whatever the zoom; a tile's grid is about as fine. */
const samePixels = 1.5;
/** From here on zooming in parts little more than a house does. */
const closeZoom = 16;

/**
 * The places that a tap asks for: the nearest to it; with it, nearest first, those which lie at the same spot, or which
 * cover it when the map is as close as helps. Empty without hits.
 */
export function meantBy<Place extends { slug: string }>(
  hits: readonly Hit<Place>[],
  tap: Pixel,
  zoom: number,
): Place[] {
  const distance = (from: Pixel, to: Pixel) => Math.hypot(from.x - to.x, from.y - to.y);
  // A place is drawn twice, as a dot and as an icon.
  const single = [...new Map(hits.map((hit) => [hit.place.slug, hit])).values()];
  const sorted = single.sort((a, b) => distance(a.at, tap) - distance(b.at, tap));
  const nearest = sorted[0];
  if (!nearest) return [];
  const within = zoom >= closeZoom ? coverPixels : samePixels;
  return sorted.filter(({ at }) => distance(at, nearest.at) <= within).map(({ place }) => place);
}
