import { type Stop, sheetHeight } from './layout.ts';

const stops: readonly Stop[] = ['peek', 'half', 'full'];
/** A flick this fast goes on to the next stop whatever its length. */
const flickPixelsPerMs = 0.5;
/** The last part of a drag, which tells its speed. */
const recentMs = 100;

export interface Moment {
  y: number;
  at: number;
}

/** Pixels a millisecond upward at the end of a drag; `moments` in the order of time. */
export function speedUp(moments: readonly Moment[]): number {
  const last = moments.at(-1);
  const first = last && moments.find(({ at }) => last.at - at <= recentMs);
  if (!first || first.at === last.at) return 0;
  return (first.y - last.y) / (last.at - first.at);
}

/** Where a sheet comes to rest that is let go at a height: the nearest stop, or with a flick the next one that way. */
export function stopAfter(height: number, speed: number, windowHeight: number): Stop {
  const heightOf = (stop: Stop) => sheetHeight(stop, windowHeight);
  if (speed > flickPixelsPerMs) return stops.find((stop) => heightOf(stop) > height) ?? 'full';
  if (speed < -flickPixelsPerMs) return stops.findLast((stop) => heightOf(stop) < height) ?? 'peek';
  return stops.reduce((best, stop) =>
    Math.abs(heightOf(stop) - height) < Math.abs(heightOf(best) - height) ? stop : best,
  );
}

/** The stop that a number of steps up, or down, leads to. */
export const stepFrom = (stop: Stop, steps: number): Stop =>
  stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(stop) + steps))] ?? stop;
