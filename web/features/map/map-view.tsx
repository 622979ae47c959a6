import { useEffect, useRef, useState } from 'react';
import type { Insets, Position } from '../../lib/geometry.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import type { Camera } from '../../lib/url.ts';
import type { Engine, EngineEvents, Scene } from './engine.ts';

const cameraMs = 600;
const engineModule = import('./engine.ts');

interface Props {
  scene: Scene;
  camera: Camera;
  insets: Insets;
  /** Elements that stand on the map. */
  pins: { element: HTMLElement; position: Position | null }[];
  events: EngineEvents;
  onEngine: (engine: Engine) => void;
}

/** Keeps the map what the props say; the map itself speaks only through `events`. */
export function MapView({ scene, camera, insets, pins, events, onEngine }: Props) {
  const { t } = useI18n();
  const container = useRef<HTMLElement>(null);
  const [engine, setEngine] = useState<Engine | null>(null);
  const [failed, setFailed] = useState(false);
  /** The latest of everything, for the map's own callbacks. */
  const latest = useRef({ scene, camera, insets, events });
  latest.current = { scene, camera, insets, events };
  /** Where the map is by its own account: no need to tell it. */
  const at = useRef<{ camera: Camera; insets: Insets } | null>(null);

  useEffect(() => {
    let made: Engine | undefined;
    let gone = false;
    const relay: EngineEvents = {
      moved(moved) {
        // MapLibre reports the end of our own moves too; those are in the address already.
        if (at.current) at.current = { ...at.current, camera: moved };
        latest.current.events.moved(moved);
      },
      tapped: (place) => latest.current.events.tapped(place),
      hovered: (place) => latest.current.events.hovered(place),
    };
    engineModule
      .then(({ createEngine }) => {
        if (gone || !container.current) return undefined;
        at.current = { camera: latest.current.camera, insets: latest.current.insets };
        return createEngine(container.current, latest.current, relay);
      })
      .then((engine) => {
        if (gone) return engine?.destroy();
        made = engine;
        if (engine) {
          setEngine(engine);
          onEngine(engine);
        }
      })
      .catch((error: unknown) => {
        console.error(error);
        setFailed(true);
      });
    return () => {
      gone = true;
      made?.destroy();
    };
  }, [onEngine]);

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
    for (const { element, position } of pins) engine?.pin(element, position);
  }, [engine, pins]);

  return (
    <>
      <section ref={container} className="map" aria-label={t.map} />
      {failed && (
        <p className="map-failed" role="status">
          {t.mapFailed}
        </p>
      )}
    </>
  );
}

/** Equal to the precision that the address keeps. */
function sameCamera(a: Camera, b: Camera): boolean {
  const degrees = 2 / 2 ** a.zoom;
  return Math.abs(a.zoom - b.zoom) < 0.01 && Math.abs(a.lon - b.lon) < degrees && Math.abs(a.lat - b.lat) < degrees;
}

const sameInsets = (a: Insets, b: Insets) =>
  a.left === b.left && a.right === b.right && a.top === b.top && a.bottom === b.bottom;
