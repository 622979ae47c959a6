import { describe, expect, test } from 'vitest';
import { ageText, distanceText } from '../../web/lib/format.ts';
import { barsOn, clockText, isoDay, localClock, weekday } from '../../web/lib/hours.ts';

const rome = localClock('Europe/Rome');
const day = (date: string) => rome(new Date(date)).day;

describe('hours in the place’s own time', () => {
  test('fall on the day that it is there', () => {
    expect(rome(new Date('2026-06-30T22:30:00Z'))).toEqual({ day: day('2026-07-01T10:00:00Z'), minutes: 30 });
  });

  test('past midnight belong to both days', () => {
    const night = [{ from: '2026-11-20T20:00:00Z', to: '2026-11-21T01:00:00Z', state: 'OPEN' as const }];
    expect(barsOn(day('2026-11-20T12:00:00Z'), night, rome)).toEqual([{ from: 21 * 60, to: 1440, state: 'OPEN' }]);
    expect(barsOn(day('2026-11-21T12:00:00Z'), night, rome)).toEqual([{ from: 0, to: 120, state: 'OPEN' }]);
    expect(barsOn(day('2026-11-22T12:00:00Z'), night, rome)).toEqual([]);
  });

  test('that end at midnight leave the next day empty', () => {
    const evening = [{ from: '2026-11-20T17:00:00Z', to: '2026-11-20T23:00:00Z', state: 'OPEN' as const }];
    expect(barsOn(day('2026-11-21T12:00:00Z'), evening, rome)).toEqual([]);
  });

  test('count weeks from Monday', () => {
    const sunday = day('2026-11-22T12:00:00Z');
    expect([weekday(sunday), weekday(sunday + 1)]).toEqual([6, 0]);
    expect(isoDay(20_795)).toBe('2026-12-08');
    expect(weekday(-4)).toBe(6);
  });

  test('are written without a leading zero', () => {
    expect([clockText(540), clockText(1440)]).toEqual(['9:00', '24:00']);
  });
});

describe('measures in words', () => {
  test('round distances as people say them', () => {
    expect([4, 163, 949, 1240, 9600, 2000].map((meters) => distanceText(meters, 'en').replace('\u00a0', ' '))).toEqual([
      '10 m',
      '160 m',
      '950 m',
      '1.2 km',
      '10 km',
      '2 km',
    ]);
  });

  test('give ages in their largest round unit', () => {
    const now = new Date('2026-11-22T00:00:00Z');
    expect(['2026-11-21', '2026-10-18', '2026-03-01', '2024-10-01'].map((date) => ageText(date, now, 'it'))).toEqual([
      '1 giorno',
      '5 settimane',
      '8 mesi',
      '2 anni',
    ]);
  });
});
