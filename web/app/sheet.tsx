import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { useI18n } from '../lib/i18n/i18n.tsx';
import type { Stop } from './layout.ts';
import { stepFrom } from './sheet-stops.ts';
import { useSheetDrag } from './use-sheet-drag.ts';

interface Props {
  stop: Stop;
  onStop: (stop: Stop) => void;
  children: ReactNode;
}

/** By how many stops a key moves the sheet. */
const steps: Record<string, number> = { ArrowUp: 1, ArrowDown: -1, Home: -2, End: 2 };

/** On a phone, what lies over the map and is drawn up; elsewhere only its content. */
export function Sheet({ stop, onStop, children }: Props) {
  const { t } = useI18n();
  const sheet = useRef<HTMLDivElement>(null);
  const { height, begin, move, end } = useSheetDrag(sheet, stop, onStop);
  /** A browser sends a click after a drag too. */
  const dragged = useRef(false);
  const grab = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    begin(event.clientX, event.clientY, event.timeStamp, true);
  };
  const letGo = ({ timeStamp }: PointerEvent<HTMLElement>) => {
    dragged.current = end(timeStamp);
  };
  const tap = () => {
    if (!dragged.current) onStop(stop === 'full' ? 'peek' : stepFrom(stop, 1));
    dragged.current = false;
  };
  const press = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onStop(stepFrom(stop, step));
  };
  return (
    <div ref={sheet} className="sheet" style={height === null ? undefined : { height, transition: 'none' }}>
      <button
        type="button"
        className="handle"
        aria-label={stop === 'full' ? t.sheetShorter : t.sheetTaller}
        aria-expanded={stop !== 'peek'}
        onPointerDown={grab}
        onPointerMove={({ clientX, clientY, timeStamp }) => move(clientX, clientY, timeStamp, false)}
        onPointerUp={letGo}
        onPointerCancel={letGo}
        onClick={tap}
        onKeyDown={press}
      />
      {children}
    </div>
  );
}
