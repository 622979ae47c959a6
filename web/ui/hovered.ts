import { useState, useSyncExternalStore } from 'react';
import type { Position } from '../lib/geometry.ts';
import type { MarkState } from './glyph.tsx';

/** A place as its mark tells it. */
export interface MarkedPlace extends Position {
  slug: string;
  name: string;
  category: string;
  group: string;
  state: MarkState;
}

/**
 * The place under the pointer or with the focus, on the map or in the list: what links the two. Not a state of the
 * page, because a pointer that crosses the map would draw all of it anew; only who asks is told.
 */
export interface Hovered {
  get: () => MarkedPlace | null;
  set: (place: MarkedPlace | null) => void;
  subscribe: (notify: () => void) => () => void;
}

function createHovered(): Hovered {
  let hovered: MarkedPlace | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => hovered,
    set(place) {
      if (place?.slug === hovered?.slug) return;
      hovered = place;
      for (const notify of listeners) notify();
    },
    subscribe(notify) {
      listeners.add(notify);
      return () => listeners.delete(notify);
    },
  };
}

export const useHoverLink = (): Hovered => useState(createHovered)[0];

export const useHoveredPlace = ({ subscribe, get }: Hovered) => useSyncExternalStore(subscribe, get);

export const useIsHovered = ({ subscribe, get }: Hovered, slug: string) =>
  useSyncExternalStore(subscribe, () => get()?.slug === slug);
