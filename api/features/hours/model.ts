/** When a place is open, as OpenStreetMap writes it, and what can be said of it at an instant. */

export const openStates = ['OPEN', 'CLOSED', 'UNKNOWN'] as const;
/** UNKNOWN is not CLOSED: nobody said, or it depends ("by appointment"). */
export type OpenState = (typeof openStates)[number];

/** What a place's hours depend on: places that share all three share a row of `schedule`. */
export interface Hours {
  /** OSM opening_hours syntax, at most 1,000 characters. */
  osm: string;
  /** IANA name of the time zone. */
  timezone: string;
  /** ISO 3166-1 alpha-2: whose public holidays count. Empty: not known, no day is a holiday. */
  country: string;
}

/** A stretch of time, `from` included, `to` not, in which a place is open or may be. */
export interface Interval {
  from: Date;
  to: Date;
  state: Exclude<OpenState, 'CLOSED'>;
  /** What the hours say beside the time: "by appointment". */
  comment?: string;
}

/** A public holiday where a place is. */
export interface Holiday {
  /** ISO 8601, there: "2026-12-08". */
  date: string;
  /** As it is called there, such as "Immacolata Concezione". */
  name: string;
}

/** A stretch of wall-clock time that is open or unknown, in milliseconds as if the wall clock showed UTC. */
export interface Stretch {
  from: number;
  to: number;
  state: Interval['state'];
  comment?: string;
}

/** Minutes from Monday 00:00 on the wall clock, 0 to 10080, `to` not included. */
export interface WeekRange {
  from: number;
  to: number;
  state: Interval['state'];
}
