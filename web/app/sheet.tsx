import { type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { useI18n } from '../lib/i18n/i18n.tsx';
import { type Stop, sheetHeight } from './layout.ts';

const stops: Stop[] = ['peek', 'half', 'full'];
/** Less than this is a tap. */
const tapPixels = 6;
/** A flick this fast goes to the next stop whatever its length. */
const flickPixelsPerMs = 0.5;

interface Props {
  stop: Stop;
  onStop: (stop: Stop) => void;
  children: ReactNode;
}

/** On a phone, what lies over the map and is drawn up by its handle; elsewhere only its content. */
export function Sheet({ stop, onStop, children }: Props) {
  const { t } = useI18n();
  const drag = useRef<{ y: number; at: number; height: number } | null>(null);
  /** A browser sends a click after a drag too. */
  const dragged = useRef(false);
  const [height, setHeight] = useState<number | null>(null);

  const start = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    dragged.current = false;
    drag.current = { y: event.clientY, at: event.timeStamp, height: sheetHeight(stop, window.innerHeight) };
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    if (!drag.current) return;
    const pulled = drag.current.height + drag.current.y - event.clientY;
    setHeight(
      Math.max(sheetHeight('peek', window.innerHeight), Math.min(sheetHeight('full', window.innerHeight), pulled)),
    );
  };
  const end = (event: PointerEvent<HTMLElement>) => {
    const from = drag.current;
    drag.current = null;
    setHeight(null);
    if (!from) return;
    const up = from.y - event.clientY;
    if (Math.abs(up) < tapPixels) return; // a tap: the click that follows moves the sheet
    dragged.current = true;
    const speed = up / Math.max(1, event.timeStamp - from.at);
    const position = stops.indexOf(stop);
    if (Math.abs(speed) > flickPixelsPerMs) onStop(stops[Math.max(0, Math.min(2, position + Math.sign(up)))] ?? stop);
    else onStop(nearest(from.height + up));
  };
  const tap = () => {
    if (!dragged.current) onStop(stop === 'full' ? 'peek' : stop === 'half' ? 'full' : 'half');
    dragged.current = false;
  };
  return (
    <div className="sheet" style={height === null ? undefined : { height, transition: 'none' }}>
      <button
        type="button"
        className="handle"
        aria-label={stop === 'full' ? t.sheetShorter : t.sheetTaller}
        aria-expanded={stop !== 'peek'}
        onPointerDown={start}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
        onClick={tap}
      />
      {children}
    </div>
  );
}

const nearest = (height: number): Stop =>
  stops.reduce(
    (best, stop) =>
      Math.abs(sheetHeight(stop, window.innerHeight) - height) <
      Math.abs(sheetHeight(best, window.innerHeight) - height)
        ? stop
        : best,
    'half' as Stop,
  );
