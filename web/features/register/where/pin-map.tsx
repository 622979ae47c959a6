import './where.css';
import { MapPin } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Position } from '../../../lib/geometry.ts';
import type { Camera } from '../../../lib/url.ts';
import type { PersonEvents } from '../../map/map-view.tsx';
import { SmallMap } from '../../map/small-map.tsx';
import { useForm } from '../form.ts';

/** Without a position: most of Europe. */
const europe: Camera = { lon: 10, lat: 48, zoom: 3 };
const closeZoom = 16;

interface Props {
  position: Position | null;
  /** Where the place was said to be until now. */
  before: Position | null;
  /** Where to look while there is none. */
  around: Camera | null;
  onPosition: (position: Position) => void;
}

/** A small map: a tap or Enter sets the pin, which can be dragged. */
export function PinMap({ position, before, around, onPosition }: Props) {
  const { words } = useForm();
  const [pin, old] = useState(() => [pinElement('pin-to-drag'), pinElement('pin-before')] as const)[0];
  const [moved, setMoved] = useState<Camera | null>(null);
  const aim = useMemo(() => (position ? { ...position, zoom: closeZoom } : around), [position, around]);
  // A new position or town is looked at; from there the person moves on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is aimed at, not what it moves from
  useEffect(() => {
    if (aim) setMoved((before) => (before && position ? { ...aim, zoom: Math.max(before.zoom, 14) } : aim));
  }, [aim]);
  const latest = useRef(onPosition);
  latest.current = onPosition;
  const pins = useMemo(
    () => [
      { element: old, position: before },
      { element: pin, position, onDragged: (to: Position) => latest.current(to) },
    ],
    [pin, old, position, before],
  );
  const events: PersonEvents = {
    moved: setMoved,
    tapped: (place, at) => onPosition(place ?? at),
    tappedSpot: ([place]) => place && onPosition(place),
    hovered: () => undefined,
  };
  const gestures = useMemo(
    () => ({ wheel: words.where.wheelToZoom, wheelMac: words.where.wheelToZoomMac, touch: words.where.twoFingers }),
    [words],
  );
  return (
    <>
      <SmallMap camera={moved ?? aim ?? europe} pins={pins} events={events} gestures={gestures} />
      {createPortal(<MapPin size={40} aria-hidden />, pin)}
      {createPortal(<span>{words.where.before}</span>, old)}
    </>
  );
}

function pinElement(name: string): HTMLElement {
  const element = document.createElement('div');
  element.className = name;
  return element;
}
