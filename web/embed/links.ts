import { cameraOn, type Position } from '../lib/geometry.ts';
import { type Filters, type PageState, pageUrl } from '../lib/url.ts';
import type { Place } from './use-area.ts';

const whole = { width: 900, height: 700 };
const none = { left: 0, right: 0, top: 0, bottom: 0 };

/** The same search in the application. */
export function searchAddress(language: string, filters: Filters, place: Place): string {
  const camera = cameraOn(place.circle, place.circle.radiusMeters, whole, none);
  const state: PageState = { filters, near: place.near, order: null, place: null, saved: false, camera };
  return pageUrl(home(language), state).href;
}

/** A place in the application, with the streets around it. */
export function placeAddress(language: string, slug: string, { lon, lat }: Position): string {
  const url = home(language);
  url.searchParams.set('place', slug);
  url.hash = `16/${lat.toFixed(5)}/${lon.toFixed(5)}`;
  return url.href;
}

function home(language: string): URL {
  const url = new URL('/', window.location.href);
  url.searchParams.set('lang', language);
  return url;
}
