import { useEffect, useState } from 'react';
import type { Insets } from '../lib/geometry.ts';

/** `wide`: list and detail side by side. `panel`: the detail takes the list's place. `sheet`: a phone, or nearly. */
export type Layout = 'wide' | 'panel' | 'sheet';
export type Stop = 'peek' | 'half' | 'full';

export interface Size {
  width: number;
  height: number;
}

const panel = 416;
const detail = 396 + 24;
/** Of the search at the top of a phone. */
const searchHeight = 72;
const peekHeight = 88;

export const layoutOf = (width: number): Layout => (width >= 1280 ? 'wide' : width >= 900 ? 'panel' : 'sheet');

/** Height in pixels of the phone's sheet at a stop; the stylesheet says the same in its own units. */
export const sheetHeight = (stop: Stop, height: number) =>
  stop === 'peek' ? peekHeight : stop === 'half' ? height * 0.54 : height - 76;

/** What covers the map. A sheet at full height counts as half: nobody sees the map then, and it should not move. */
export function insetsOf({ width, height }: Size, stop: Stop): Insets {
  if (width >= 900) return { left: panel, right: 0, top: 0, bottom: 0 };
  if (width >= 640) return { left: panel + 24, right: 0, top: 0, bottom: 0 };
  return {
    left: 0,
    right: 0,
    top: searchHeight,
    bottom: Math.round(sheetHeight(stop === 'full' ? 'half' : stop, height)),
  };
}

/** The insets with the detail open, in which a chosen place must be seen. */
export function insetsWithDetail(size: Size, stop: Stop): Insets {
  const insets = insetsOf(size, stop);
  return layoutOf(size.width) === 'wide' ? { ...insets, left: insets.left + detail } : insets;
}

const windowSize = (): Size => ({ width: window.innerWidth, height: window.innerHeight });

export function useWindowSize(): Size {
  const [size, setSize] = useState(windowSize);
  useEffect(() => {
    const resized = () => setSize(windowSize());
    window.addEventListener('resize', resized);
    return () => window.removeEventListener('resize', resized);
  }, []);
  return size;
}
