/** What a search may ask for; every refusal names the argument. */
import { InvalidInput } from '../../platform/errors.ts';
import { checkPoint } from '../regions/policy.ts';
import type { Bbox, Circle, ListingOrder, Near, SearchInput } from './model.ts';

const defaultRadiusMeters = 5_000;
const greatestRadiusMeters = 200_000;
const defaultPageSize = 20;
const greatestPageSize = 100;

/** Fills in the radius. Throws InvalidInput unless point and radius are in range. */
export function parseNear(near: Near): Circle {
  checkPoint(near, 'near');
  const radiusMeters = near.radiusMeters ?? defaultRadiusMeters;
  if (!(radiusMeters > 0 && radiusMeters <= greatestRadiusMeters)) {
    throw new InvalidInput('near.radiusMeters', `a radius is more than 0 and at most ${greatestRadiusMeters} metres.`);
  }
  return { ...near, radiusMeters };
}

/** Throws InvalidInput unless the sides are where degrees can be and in their order; west may lie east of east. */
export function checkBbox(bbox: Bbox): void {
  for (const side of ['west', 'east'] as const) {
    if (!(Math.abs(bbox[side]) <= 180)) {
      throw new InvalidInput(`within.bbox.${side}`, 'a longitude lies between -180 and 180.');
    }
  }
  for (const side of ['south', 'north'] as const) {
    if (!(Math.abs(bbox[side]) <= 90)) {
      throw new InvalidInput(`within.bbox.${side}`, 'a latitude lies between -90 and 90.');
    }
  }
  if (bbox.south > bbox.north) throw new InvalidInput('within.bbox.south', 'south of the box lies north of its north.');
}

/** Which way a page is read, and how many listings it holds. */
export function parsePage({ first, last }: SearchInput): { backwards: boolean; size: number } {
  const backwards = typeof last === 'number';
  if (backwards && typeof first === 'number') throw new InvalidInput('last', 'give either first or last.');
  const size = last ?? first ?? defaultPageSize;
  if (size < 0 || size > greatestPageSize) {
    throw new InvalidInput(backwards ? 'last' : 'first', `a page holds 0 to ${greatestPageSize} listings.`);
  }
  return { backwards, size };
}

/** Distance where there is a point, relevance where there is a text, else the name. */
export function parseOrder({ near, orderBy }: SearchInput, hasText: boolean): ListingOrder {
  if (orderBy === 'DISTANCE' && !near) {
    throw new InvalidInput('orderBy', 'the order DISTANCE needs near: a point to measure from.');
  }
  if (orderBy && (orderBy !== 'RELEVANCE' || hasText)) return orderBy;
  if (near) return 'DISTANCE';
  return hasText ? 'RELEVANCE' : 'NAME';
}
