import { useSyncExternalStore } from 'react';
import type { Place } from '../place/queries.ts';

/** A place as it was when it was saved or last seen, for when there is no network. */
export interface SavedPlace {
  place: Place;
  /** ISO 8601: when this was said of it. */
  savedAt: string;
}

const key = 'ricircolo:saved';
const changed = 'ricircolo:saved-changed';

/** What was read last, so that equal contents are one value. */
let remembered: { text: string; places: SavedPlace[] } = { text: '', places: [] };

function read(): SavedPlace[] {
  let text: string;
  try {
    text = localStorage.getItem(key) ?? '[]';
  } catch {
    return remembered.places; // the browser keeps its storage shut
  }
  if (text !== remembered.text) remembered = { text, places: parse(text) };
  return remembered.places;
}

/** Another version of this page may have written something else: what has no place in it is left out. */
function parse(text: string): SavedPlace[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter((entry) => entry?.place?.slug && entry.place.category?.group) : [];
  } catch {
    return [];
  }
}

/** False where the device has no room, or keeps its storage shut. */
function write(places: SavedPlace[]): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(places));
    window.dispatchEvent(new Event(changed));
    return true;
  } catch {
    return false;
  }
}

function subscribe(notify: () => void): () => void {
  for (const event of ['storage', changed]) window.addEventListener(event, notify);
  return () => {
    for (const event of ['storage', changed]) window.removeEventListener(event, notify);
  };
}

/** Saves a place, last saved first, or what is newly known of a saved one in its position. */
export function savePlace(place: Place, savedAt = new Date().toISOString()): boolean {
  const entry = { place, savedAt };
  const places = read();
  const known = places.some(({ place: { slug } }) => slug === place.slug);
  return write(known ? places.map((saved) => (saved.place.slug === place.slug ? entry : saved)) : [entry, ...places]);
}

export const removePlace = (slug: string) => write(read().filter(({ place }) => place.slug !== slug));

/** The places somebody saved on this device, the last saved first. */
export const useSavedPlaces = (): SavedPlace[] => useSyncExternalStore(subscribe, read);
