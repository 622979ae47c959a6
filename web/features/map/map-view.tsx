import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Insets, Position } from '../../lib/geometry.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import type { Camera } from '../../lib/url.ts';
import type { Engine, EngineEvents, GestureWords, MapTrouble, Scene } from './engine.ts';
import { MapNotice } from './map-notice.tsx';

const cameraMs = 600;

/** What a person does on the map; of its own state the view tells by itself. */
export type PersonEvents = Omit<EngineEvents, 'trouble' | 'drawn'>;

interface Props {
  /** Whether the map may start; it takes the browser's whole attention for a moment. */
  wanted: boolean;
  scene: Scene;
  camera: Camera;
  insets: Insets;
  /** Elements that stand on the map. */
  pins: { element: HTMLElement; position: Position | null; onDragged?: (position: Position) => void }[];
  events: PersonEvents;
  onEngine: (engine: Engine) => void;
  /** Stands in the map's place until it has drawn. */
  sketch?: ReactNode;
  /** In a page that scrolls: what the map says to a finger or wheel that it leaves to the page. */
  gestures?: GestureWords;
}

/** Keeps the map what the props say; the map itself speaks only through `events`. */
export function MapView({ wanted, scene, camera, insets, pins, events, onEngine, sketch, gestures }: Props) {
  const { t } = useI18n();
  const container = useRef<HTMLElement>(null);
  const [engine, setEngine] = useState<Engine | null>(null);
  const [drawn, setDrawn] = useState(false);
  const [trouble, setTrouble] = useState<MapTrouble | 'failed' | null>(null);
  /** The latest of everything, for the map's own callbacks. */
  const latest = useRef({ scene, camera, insets, events, gestures });
  latest.current = { scene, camera, insets, events, gestures };
  /** Where the map is by its own account: no need to tell it. */
  const at = useRef<{ camera: Camera; insets: Insets } | null>(null);

  useEffect(() => {
    if (!wanted) return undefined;
    let made: Engine | undefined;
    let gone = false;
    const relay: EngineEvents = {
      moved(moved) {
        // MapLibre reports the end of our own moves too; those are in the address already.
        if (at.current) at.current = { ...at.current, camera: moved };
        latest.current.events.moved(moved);
      },
      tapped: (place, at) => latest.current.events.tapped(place, at),
      tappedSpot: (places, pixel) => latest.current.events.tappedSpot(places, pixel),
      hovered: (place) => latest.current.events.hovered(place),
      drawn: () => setDrawn(true),
      trouble: setTrouble,
    };
    start(container, latest, at, relay, () => gone)
      .then((engine) => {
        if (gone) return engine?.destroy();
        made = engine;
        if (engine) {
          setEngine(engine);
          onEngine(engine);
        }
      })
      .catch((error: unknown) => {
        console.warn(error);
        setTrouble('failed');
      });
    return () => {
      gone = true;
      made?.destroy();
      setEngine(null);
    };
  }, [wanted, onEngine]);

  useEffect(() => engine?.show(scene), [engine, scene]);
  useEffect(() => {
    if (!engine || (at.current && sameCamera(at.current.camera, camera) && sameInsets(at.current.insets, insets)))
      return;
    const first = at.current === null;
    at.current = { camera, insets };
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    engine.look(camera, insets, first || still ? 0 : cameraMs);
  }, [engine, camera, insets]);
  useEffect(() => {
    for (const { element, position, onDragged } of pins) engine?.pin(element, position, onDragged);
  }, [engine, pins]);

  const middle: CSSProperties = {
    left: `calc(50% + ${(insets.left - insets.right) / 2}px)`,
    top: `calc(50% + ${(insets.top - insets.bottom) / 2}px)`,
  };
  return (
    <>
      <section ref={container} className="map" aria-label={t.map} aria-busy={!drawn && trouble !== 'failed'} />
      <span className="map-cross" style={middle} aria-hidden="true" />
      {!drawn && sketch}
      <MapNotice trouble={trouble} style={{ left: middle.left }} onRetry={() => engine?.retry()} />
    </>
  );
}

interface Latest {
  scene: Scene;
  camera: Camera;
  insets: Insets;
  gestures: GestureWords | undefined;
}

async function start(
  container: { current: HTMLElement | null },
  latest: { current: Latest },
  at: { current: { camera: Camera; insets: Insets } | null },
  events: EngineEvents,
  gone: () => boolean,
): Promise<Engine | undefined> {
  const { createEngine } = await import('./engine.ts');
  if (gone() || !container.current) return undefined;
  at.current = { camera: latest.current.camera, insets: latest.current.insets };
  return createEngine(container.current, latest.current, events);
}

/** Equal to the precision that the address keeps. */
function sameCamera(a: Camera, b: Camera): boolean {
  const degrees = 2 / 2 ** a.zoom;
  return Math.abs(a.zoom - b.zoom) < 0.01 && Math.abs(a.lon - b.lon) < degrees && Math.abs(a.lat - b.lat) < degrees;
}

const sameInsets = (a: Insets, b: Insets) =>
  a.left === b.left && a.right === b.right && a.top === b.top && a.bottom === b.bottom;
