import { type RefObject, useEffect, useRef, useState } from 'react';
import { type Stop, sheetHeight } from './layout.ts';
import { type Moment, speedUp, stopAfter } from './sheet-stops.ts';

/** Less than this is a tap, and tells nothing of a direction. */
const tapPixels = 6;

interface Drag {
  x: number;
  y: number;
  height: number;
  moments: Moment[];
  /** Undefined until the finger has told: ours, or the list's own scrolling. */
  ours: boolean | undefined;
}

/**
 * Lets a finger move the sheet by its handle or by its content. Below full height the content moves with the sheet
 * before it scrolls; at full height it scrolls, and a pull down from its top takes the sheet along.
 *
 * Touch events, because only they can be taken from the browser's scrolling after they have begun; a mouse drags by the
 * handle, see `sheet.tsx`.
 */
export function useSheetDrag(sheet: RefObject<HTMLElement | null>, stop: Stop, onStop: (stop: Stop) => void) {
  const [height, setHeight] = useState<number | null>(null);
  const latest = useRef({ stop, onStop });
  latest.current = { stop, onStop };
  const drag = useRef<Drag | null>(null);

  const begin = (x: number, y: number, at: number, ours?: true) => {
    const height = sheetHeight(latest.current.stop, window.innerHeight);
    drag.current = { x, y, height, moments: [{ y, at }], ours };
  };
  /** True when the move is the sheet's. */
  const move = (x: number, y: number, at: number, scrolled: boolean): boolean => {
    const from = drag.current;
    if (!from) return false;
    const up = from.y - y;
    if (Math.hypot(x - from.x, up) < tapPixels && height === null && !from.ours) return false;
    from.ours ??= Math.abs(up) > Math.abs(x - from.x) && (latest.current.stop === 'full' ? up < 0 && !scrolled : true);
    if (!from.ours) return false;
    from.moments.push({ y, at });
    const bounds = (['peek', 'full'] as const).map((end) => sheetHeight(end, window.innerHeight));
    setHeight(Math.max(bounds[0] ?? 0, Math.min(bounds[1] ?? 0, from.height + up)));
    return true;
  };
  /** True when it was a drag and not a tap. A finger that rests before it lets go flicks nothing, though it tells of no move. */
  const end = (at: number): boolean => {
    const from = drag.current;
    drag.current = null;
    setHeight(null);
    const last = from?.moments.at(-1);
    if (!from?.ours || !last || Math.abs(from.y - last.y) < tapPixels) return false;
    const speed = speedUp([...from.moments, { y: last.y, at }]);
    latest.current.onStop(stopAfter(from.height + from.y - last.y, speed, window.innerHeight));
    return true;
  };
  const hands = useRef({ begin, move, end });
  hands.current = { begin, move, end };

  useEffect(() => {
    const element = sheet.current;
    if (!element) return undefined;
    /** What scrolls under the finger. */
    let scroller: Element | null = null;
    const isPhone = () => getComputedStyle(element).position === 'fixed';
    const start = (event: TouchEvent) => {
      const touch = event.touches[0];
      if (!touch || event.touches.length > 1 || !isPhone()) return;
      scroller = event.target instanceof Element ? event.target.closest('.found, .detail') : null;
      if (scroller) hands.current.begin(touch.clientX, touch.clientY, event.timeStamp);
    };
    const moved = (event: TouchEvent) => {
      const touch = event.touches[0];
      if (!touch || !scroller) return;
      if (hands.current.move(touch.clientX, touch.clientY, event.timeStamp, scroller.scrollTop > 0))
        event.preventDefault();
    };
    const ended = ({ timeStamp }: TouchEvent) => {
      if (scroller) hands.current.end(timeStamp);
      scroller = null;
    };
    element.addEventListener('touchstart', start, { passive: true });
    element.addEventListener('touchmove', moved, { passive: false });
    element.addEventListener('touchend', ended);
    element.addEventListener('touchcancel', ended);
    return () => {
      element.removeEventListener('touchstart', start);
      element.removeEventListener('touchmove', moved);
      element.removeEventListener('touchend', ended);
      element.removeEventListener('touchcancel', ended);
    };
  }, [sheet]);
  return { height, begin, move, end };
}
