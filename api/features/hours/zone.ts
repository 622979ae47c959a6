/** Time zones: which part of time a wall clock runs how far ahead of UTC. From the ICU data inside Node. */

const hour = 3_600_000;
/** No zone changes its offset twice within so short a time. */
const stride = 7 * 24 * hour;

/** A part of time, in milliseconds since 1970, in which the wall clock stays `offset` milliseconds ahead of UTC. */
interface ZonePart {
  from: number;
  to: number;
  offset: number;
}

/** How a zone's wall clock runs. Throws a RangeError for a name that is no IANA time zone. */
export interface Zone {
  /** Milliseconds that the wall clock is ahead of UTC at an instant. */
  offsetAt(instant: number): number;
  /** `from` to `to` in parts of one offset each, in order. */
  parts(from: number, to: number): ZonePart[];
}

export function openZone(timezone: string): Zone {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const offsetAt = (instant: number) => {
    const shown = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
    for (const { type, value } of format.formatToParts(instant))
      if (type in shown) Object.assign(shown, { [type]: +value });
    const wall = Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute, shown.second);
    return wall - Math.floor(instant / 1000) * 1000;
  };
  return {
    offsetAt,
    parts(from, to) {
      const parts: ZonePart[] = [];
      let start = from;
      let offset = offsetAt(from);
      for (let known = from; known < to; ) {
        const next = Math.min(known + stride, to);
        const nextOffset = offsetAt(next);
        if (nextOffset !== offset) {
          const change = firstWith((instant) => offsetAt(instant) !== offset, known, next);
          parts.push({ from: start, to: change, offset });
          start = change;
          offset = nextOffset;
        }
        known = next;
      }
      if (start < to) parts.push({ from: start, to, offset });
      return parts;
    },
  };
}

/** The first millisecond after `low`, up to `high`, for which `holds`; it must hold from there to `high`. */
function firstWith(holds: (instant: number) => boolean, low: number, high: number): number {
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
