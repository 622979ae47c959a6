/** Other ways to read a text of which something is not known here: where the sun stands, which days are holidays. */
import type { Stretch } from './model.ts';

/** In quotes: a comment, left as it is. */
const comment = '"[^"]*"';
const sun = new RegExp(`${comment}|\\(?\\b(sunrise|sunset|dawn|dusk)\\b(?:\\s*[+-]\\s*\\d+:\\d+)?\\)?`, 'gi');

/**
 * The text itself; or, where it names sunrise or the like, the text for the shortest and for the longest day between
 * the Mediterranean and the Arctic circle. Places far apart share their hours, so what differs is not known.
 */
export function daylightReadings(osm: string): string[] {
  const withSun = (rise: string, set: string) =>
    osm.replace(sun, (match, event?: string) => (!event ? match : /sunrise|dawn/i.test(event) ? rise : set));
  return [...new Set([withSun('11:00', '13:00'), withSun('02:00', '23:59')])];
}

/** The stretches of one and the other as far as they agree, UNKNOWN where they differ. */
export function agreement(one: Stretch[], other: Stretch[]): Stretch[] {
  const edges = [...new Set([...one, ...other].flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  return edges.slice(1).flatMap((to, index): Stretch[] => {
    const from = edges[index] ?? to;
    const [a, b] = [one, other].map((list) => list.find((stretch) => stretch.from <= from && to <= stretch.to));
    if (!a && !b) return [];
    return a?.state === b?.state && a ? [{ ...a, from, to }] : [{ ...(a ?? b), from, to, state: 'UNKNOWN' }];
  });
}

const weekday = '(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)\\b(?:\\[[^\\]]*\\])?';

/** The text as if no day were a holiday of these kinds. A rule for such holidays only gets a date that is past. */
export function withoutHolidays(osm: string, kinds: 'SH' | 'SH|PH'): string {
  const holiday = `\\b(?:${kinds})\\b(?:\\s*[+-]\\d+ days?)?`;
  const pattern = new RegExp(
    `${comment}|(?<listed>${holiday}\\s*,\\s*(?=${weekday})|(?<=${weekday})\\s*,\\s*${holiday})|(?<alone>${holiday}(?:\\s+${holiday})*)`,
    'g',
  );
  return osm.replace(pattern, (match, ...groups) => {
    const { listed, alone } = groups.at(-1);
    return listed ? '' : alone ? '1970 Jan 1' : match;
  });
}
