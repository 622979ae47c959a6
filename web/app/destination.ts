import type { Suggestion } from '../features/search/queries.ts';
import type { Position } from '../lib/geometry.ts';
import type { Near } from '../lib/url.ts';

/** Metres around a place of the gazetteer that a person who names it means. */
function radiusOf(kind: string | undefined, population: number): number {
  if (kind === 'COUNTRY') return 400_000;
  if (kind === 'REGION') return 80_000;
  if (kind === 'STREET' || kind === 'ADDRESS') return 1000;
  return population > 500_000 ? 10_000 : population > 50_000 ? 5000 : 2000;
}

/** Where a suggested town or street leads: the camera's circle, and the circle to search where it is a town or smaller. */
export function destinationOf({ label, location, place }: Pick<Suggestion, 'label' | 'location' | 'place'>): {
  position: Position;
  radiusMeters: number;
  near: Near | null;
} | null {
  if (!location) return null;
  const radiusMeters = radiusOf(place?.kind, place?.population ?? 0);
  const large = place?.kind === 'COUNTRY' || place?.kind === 'REGION';
  const position = { lon: location.lon, lat: location.lat };
  return { position, radiusMeters, near: large ? null : { ...position, radiusMeters, name: label } };
}
