import { useEffect, useRef } from 'react';
import { type Insets, type Position, screenPoint, shifted } from '../lib/geometry.ts';
import type { Go } from '../lib/location.ts';
import type { Camera, PageState } from '../lib/url.ts';
import { insetsWithDetail, type Size, type Stop } from './layout.ts';

/** Free pixels that a chosen place's mark and name need around them. */
const clearance = { side: 60, above: 90, below: 40 };
/** Close enough to know the street. */
const placeZoom = 15;

/** Brings a chosen place into the free part of the map, once, by no more than it takes. */
export function useInView(
  page: PageState,
  location: Position | undefined,
  shown: { camera: Camera; size: Size; insets: Insets; stop: Stop },
  go: Go,
) {
  const { camera, size, insets, stop } = shown;
  const broughtFor = useRef<string | null>(null);
  useEffect(() => {
    if (!page.place) broughtFor.current = null;
    if (!location || broughtFor.current === page.place) return;
    broughtFor.current = page.place;
    const free = insetsWithDetail(size, stop);
    const { x, y } = screenPoint(location, camera, size, insets);
    const dx = beyond(x, free.left + clearance.side, size.width - free.right - clearance.side);
    const dy = beyond(y, free.top + clearance.above, size.height - free.bottom - clearance.below);
    const far = Math.hypot(dx, dy) > 2 * Math.max(size.width, size.height);
    if (!page.camera || far) {
      const zoomed = { ...location, zoom: Math.max(placeZoom, camera.zoom) };
      // The detail covers more on one side than the list does: the middle of what is left is elsewhere.
      go({ camera: shifted(zoomed, (insets.left - free.left) / 2, 0) }, { replace: true });
    } else if (dx || dy) {
      go({ camera: shifted(camera, dx, dy) }, { replace: true });
    }
  }, [location, page.place, page.camera, camera, size, insets, stop, go]);
}

/** By how much a value lies outside a range; negative below it. */
const beyond = (value: number, low: number, high: number) => Math.min(0, value - low) + Math.max(0, value - high);
