import { useEffect, useReducer, useRef } from 'react';
import { distanceMeters, type Insets, screenPoint } from '../lib/geometry.ts';
import type { Camera, Near } from '../lib/url.ts';
import type { Size } from './layout.ts';

/** A map moved by less than this, or zoomed by less, still shows what the list lists. */
const nudgePixels = 60;
const nudgeZoom = 0.4;

interface SearchArea {
  /** Where the list searches. */
  camera: Camera;
  /** Whether the map shows somewhere else by now. */
  moved: boolean;
  /** Searches where the map looks when it next looks somewhere, or where it does now. */
  adopt: () => void;
}

/** Which part of the map the list speaks of: what is seen, or where the list does not follow, what was last searched. */
export function useSearchArea(
  camera: Camera,
  near: Near | null,
  follows: boolean,
  { size, insets }: { size: Size; insets: Insets },
): SearchArea {
  const searched = useRef<Camera | null>(null);
  const [, refresh] = useReducer((count: number) => count + 1, 0);
  if (follows || searched.current === null) searched.current = camera;
  const area = searched.current;
  const adopt = () => {
    searched.current = null;
    refresh();
  };
  // An address that was left is gone back to with its own part of the map.
  useEffect(() => {
    const back = () => {
      searched.current = null;
    };
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, []);
  const moved = near ? distanceMeters(camera, near) > near.radiusMeters : !isNearly(area, camera, size, insets);
  return { camera: area, moved, adopt };
}

function isNearly(area: Camera, camera: Camera, size: Size, insets: Insets): boolean {
  const from = screenPoint(area, camera, size, insets);
  const to = screenPoint(camera, camera, size, insets);
  return Math.hypot(from.x - to.x, from.y - to.y) < nudgePixels && Math.abs(area.zoom - camera.zoom) < nudgeZoom;
}
