import type { StyleSpecification } from 'maplibre-gl';
import { openFreeMapOrigin } from './basemap-host.ts';
import { embeddedStyle } from './embedded-style.ts';
import type { Theme } from './palette.ts';
import { streetStyle } from './street-style.ts';

const openFreeMap: Record<Theme, string> = {
  light: `${openFreeMapOrigin}/styles/positron`,
  dark: `${openFreeMapOrigin}/styles/dark`,
};
/** Longer than a healthy answer takes; a reader without network has the embedded map already. */
const patienceMs = 2500;

export interface Basemap {
  style: StyleSpecification;
  /** False: land and towns only, and the map says so where streets would be expected. */
  streets: boolean;
}

export function embeddedBasemap(theme: Theme, language: string): Basemap {
  return { style: embeddedStyle(theme, language), streets: false };
}

/**
 * The basemap that the instance is set up with (`BASEMAP_STYLE_URL`): empty for OpenFreeMap, `embedded`, the address of
 * a .pmtiles archive, or that of a style. Null where it is the embedded one or cannot be reached in time.
 */
export async function configuredBasemap(setting: string, theme: Theme, language: string): Promise<Basemap | null> {
  if (setting === 'embedded') return null;
  if (setting.endsWith('.pmtiles')) {
    return { style: streetStyle(theme, language, new URL(setting, window.location.href).href), streets: true };
  }
  try {
    const response = await fetch(setting || openFreeMap[theme], { signal: AbortSignal.timeout(patienceMs) });
    if (!response.ok) return null;
    const style: StyleSpecification = await response.json();
    return style.version === 8 && Array.isArray(style.layers) ? { style, streets: true } : null;
  } catch {
    return null; // no network, too slow or not a style: the embedded map stays
  }
}
