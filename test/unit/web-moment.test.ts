import { expect, test } from 'vitest';
import { momentIn, readMoment, wallIn } from '../../web/lib/moment.ts';

test.each([
  ['Europe/Rome', '2026-12-05', '10:00', '2026-12-05T10:00:00+01:00'],
  ['Europe/Rome', '2026-07-04', '10:00', '2026-07-04T10:00:00+02:00'],
  ['America/St_Johns', '2026-12-05', '10:00', '2026-12-05T10:00:00-03:30'],
  ['Etc/UTC', '2026-12-05', '10:00', '2026-12-05T10:00:00+00:00'],
  // On both sides of the night in which clocks go forward.
  ['Europe/Rome', '2027-03-28', '01:30', '2027-03-28T01:30:00+01:00'],
  ['Europe/Rome', '2027-03-28', '03:30', '2027-03-28T03:30:00+02:00'],
])('in %s, %s at %s is %s', (timezone, day, time, moment) => {
  expect(momentIn(timezone, day, time)).toBe(moment);
  expect(wallIn(timezone, new Date(moment))).toEqual({ day, time });
});

test.each([
  '',
  'tomorrow',
  '2026-12-05',
  '2026-13-01T10:00Z',
  '2026-02-31T10:00Z',
  '2026-12-05T25:00Z',
  '2026-12-05T10:00',
])('%o is no moment', (text) => {
  expect(readMoment(text)).toBeNull();
});
