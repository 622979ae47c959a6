import type { Position } from '../../../lib/geometry.ts';

const number = '[-+]?\\d{1,3}(?:\\.\\d+)?';
const degrees = new RegExp(`^(${number})°?\\s*([NSEWO])?\\s*[,;\\s]\\s*(${number})°?\\s*([NSEWO])?$`, 'i');
const decimalCommas = /^([-+]?\d{1,3},\d+)\s*[;\s]\s*([-+]?\d{1,3},\d+)$/;
const sexagesimal =
  /^(\d{1,3})°\s*(\d{1,2})[′']\s*(?:(\d{1,2}(?:[.,]\d+)?)[″"]\s*)?([NS])[,;\s]+(\d{1,3})°\s*(\d{1,2})[′']\s*(?:(\d{1,2}(?:[.,]\d+)?)[″"]\s*)?([EWO])$/i;

/**
 * A position out of what people copy: "43.77, 11.25" (latitude first, as maps show it), degrees and minutes, a geo: URI
 * (RFC 5870), a link of OpenStreetMap or Google Maps. Null where there is none, or it is out of range. Links are read,
 * never followed: a shortened one holds no position.
 */
export function readCoordinates(typed: string): Position | null {
  const text = typed.trim();
  return /^geo:/i.test(text) ? fromGeoUri(text) : /^https?:\/\//i.test(text) ? fromLink(text) : fromNumbers(text);
}

function fromNumbers(text: string): Position | null {
  const [, lat, lon] = decimalCommas.exec(text) ?? [];
  if (lat && lon) return position(lat.replace(',', '.'), lon.replace(',', '.'));
  const minutes = sexagesimal.exec(text);
  if (minutes) {
    const [, d1, m1, s1 = '0', side1, d2, m2, s2 = '0', side2] = minutes;
    return position(
      signed(Number(d1) + Number(m1) / 60 + Number(s1.replace(',', '.')) / 3600, side1),
      signed(Number(d2) + Number(m2) / 60 + Number(s2.replace(',', '.')) / 3600, side2),
    );
  }
  const [, first, firstSide, second, secondSide] = degrees.exec(text) ?? [];
  if (!first || !second || Boolean(firstSide) !== Boolean(secondSide)) return null;
  const one = signed(Number(first), firstSide);
  const other = signed(Number(second), secondSide);
  if (!firstSide || !secondSide) return position(one, other);
  const eastFirst = /[EWO]/i.test(firstSide);
  if (eastFirst === /[EWO]/i.test(secondSide)) return null;
  return eastFirst ? position(other, one) : position(one, other);
}

/** "O" is west in Romance languages. */
const signed = (value: number, side: string | undefined) => (/[SWO]/i.test(side ?? '') ? -value : value);

function fromGeoUri(text: string): Position | null {
  const [, lat, lon] = /^geo:([-+]?[\d.]+),([-+]?[\d.]+)/i.exec(text) ?? [];
  // Android writes "geo:0,0?q=43.77,11.25(Name)".
  const [, qLat, qLon] = /[?&]q=([-+]?[\d.]+),([-+]?[\d.]+)/i.exec(text) ?? [];
  return qLat && qLon ? position(qLat, qLon) : lat && lon ? position(lat, lon) : null;
}

function fromLink(text: string): Position | null {
  const url = URL.parse(text);
  if (!url) return null;
  const { searchParams, hash, hostname } = url;
  const path = decode(url.pathname);
  // OpenStreetMap: the marker before the view.
  const marker = position(searchParams.get('mlat'), searchParams.get('mlon'));
  if (marker) return marker;
  const [, , lat, lon] = /^#(?:.*&)?(map=)?[\d.]+\/(-?[\d.]+)\/(-?[\d.]+)/.exec(hash) ?? [];
  if (lat && lon) return position(lat, lon);
  // Google Maps: the place (!3d…!4d…) before the view (@…).
  const google = /(^|\.)google\.[a-z.]+$/.test(hostname);
  const [, placeLat, placeLon] = (google && /!3d(-?[\d.]+)!4d(-?[\d.]+)/.exec(path)) || [];
  if (placeLat && placeLon) return position(placeLat, placeLon);
  for (const name of ['q', 'query', 'll', 'destination', 'center', 'daddr']) {
    const found = fromNumbers((searchParams.get(name) ?? '').replace(/^loc:/, ''));
    if (found) return found;
  }
  const [, viewLat, viewLon] = /@(-?[\d.]+),(-?[\d.]+)/.exec(path) ?? [];
  return viewLat && viewLon ? position(viewLat, viewLon) : null;
}

/** Addresses that are not well encoded are read as they are. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function position(lat: string | number | null, lon: string | number | null): Position | null {
  if (lat === null || lon === null || lat === '' || lon === '') return null;
  const [y, x] = [Number(lat), Number(lon)];
  // Seven decimals are a centimetre.
  return Math.abs(y) <= 90 && Math.abs(x) <= 180 ? { lat: Number(y.toFixed(7)), lon: Number(x.toFixed(7)) } : null;
}
