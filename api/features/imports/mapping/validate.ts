/** What a source says is checked here, before anything is stored: texts, positions, addresses of the network, dates. */

import { isEmailAddress, oneLine, severalLines } from '../../../platform/plain-text.ts';

/** Longest name kept; OpenStreetMap's own limit is 255 characters, and real names stay far below. */
const maxNameLength = 200;
const maxTextLength = 5000;

type Checked<Value> = { value: Value } | { problem: string };

const markup = /<\/?[a-z!][^>]*>/i;

/** A name of at most `maxNameLength` characters without markup; empty where nothing readable is left. */
export function checkName(text: string): Checked<string> {
  // The rest is not looked at: a name may be megabytes long.
  if (text.length > maxNameLength * 10)
    return { problem: `name of ${text.length} characters (at most ${maxNameLength})` };
  const value = oneLine(text);
  if (value.length > maxNameLength) return { problem: `name of ${value.length} characters (at most ${maxNameLength})` };
  if (markup.test(value)) return { problem: 'HTML in the name' };
  return { value };
}

/** A longer text: markup is taken out, line breaks stay. */
export function checkText(text: string): { value: string; problem?: string } {
  const cut = text.slice(0, maxTextLength * 2);
  const plain = cut.replace(/<br\s*\/?>|<\/p>/gi, '\n').replace(new RegExp(markup, 'gi'), '');
  const value = severalLines(plain);
  if (text.length > maxTextLength) {
    return { value: value.slice(0, maxTextLength), problem: `text cut to ${maxTextLength} characters` };
  }
  return plain === cut ? { value } : { value, problem: 'HTML taken out of a text' };
}

/** WGS 84 degrees on Earth, and not the 0/0 that stands for "unknown" in spreadsheets. */
export function checkPosition(point: { lon: number; lat: number } | undefined): Checked<{ lon: number; lat: number }> {
  if (!point) return { problem: 'no position' };
  const { lon, lat } = point;
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) return { problem: 'the position is not a pair of numbers' };
  if (lon === 0 && lat === 0) return { problem: 'position 0/0' };
  if (Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(lon) <= 90) {
    return { problem: `latitude ${lat} is out of range: longitude and latitude look swapped` };
  }
  if (Math.abs(lat) > 90) return { problem: `latitude ${lat} is out of range` };
  if (Math.abs(lon) > 180) return { problem: `longitude ${lon} is out of range` };
  // Seven decimals are a centimetre, and what OpenStreetMap keeps.
  return { value: { lon: Number(lon.toFixed(7)), lat: Number(lat.toFixed(7)) } };
}

/** An http(s) address; a bare domain gets "https://". */
export function checkUrl(text: string): Checked<string> {
  const first = oneLine(text).split(/\s*;\s*|\s+/)[0] ?? '';
  const address = /^[a-z][a-z0-9+.-]*:/i.test(first) && !/^[a-z0-9.-]+:\d/i.test(first) ? first : `https://${first}`;
  const url = URL.parse(address);
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    !/\.\p{L}{2,}$|\.xn--[a-z0-9-]+$/u.test(url.hostname) ||
    address.length > 1000
  ) {
    return { problem: 'not a web address' };
  }
  return { value: url.href };
}

export function checkEmail(text: string): Checked<string> {
  const value = oneLine(text).split(/\s*[;,]\s*/)[0] ?? '';
  return isEmailAddress(value) ? { value } : { problem: 'not an e-mail address' };
}

export function checkPhone(text: string): Checked<string> {
  const value = oneLine(text).split(/\s*;\s*/)[0] ?? '';
  const digits = value.replace(/\D/g, '').length;
  return digits >= 3 && digits <= 20 && value.length <= 60 ? { value } : { problem: 'not a telephone number' };
}

/**
 * ISO 8601 instant of "2021-05-03", "2021-05" or "2021" (then the first day). Not before OpenStreetMap began (2004) and
 * not after `latest`, the date of the data, where that is known.
 */
export function checkDate(text: string, latest?: Date): Checked<string> {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(text.trim());
  if (!parts) return { problem: 'not a date' };
  const [, year, month = '01', day = '01'] = parts;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day)) return { problem: 'not a date' };
  if (date.getUTCFullYear() < 2004) return { problem: 'a date before 2004' };
  if (latest && date.getTime() > latest.getTime() + 86_400_000) return { problem: 'a date after that of the data' };
  return { value: date.toISOString() };
}
