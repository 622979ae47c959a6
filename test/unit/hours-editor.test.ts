import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openCalendar } from '../../api/features/hours/calendar.ts';
import {
  type Dates,
  type Group,
  type Hours,
  isBackward,
  isWhole,
  noHours,
  overlap,
  passesMidnight,
  problemOf,
  type Range,
  rangesOnDate,
  spanOf,
  tidied,
} from '../../web/features/register/hours/model.ts';
import { readHours } from '../../web/features/register/hours/read.ts';
import { writeHours } from '../../web/features/register/hours/write.ts';
import { syntheticHours, syntheticSeasons } from '../support/opening-hours.ts';

const minute = 60_000;
const day = 1440 * minute;
const start = Date.UTC(2026, 0, 1);
const days = 400;
/** What the API makes of a text: stretches of the wall clock, holidays of Italy included. */
const meaning = (osm: string) => openCalendar({ osm, country: 'IT' })(start, start + days * day);

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const ranges = (late: boolean): fc.Arbitrary<Range[]> =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: late ? 110 : 95 }), { minLength: 2, maxLength: 4 })
    .map((quarters) => quarters.toSorted((a, b) => a - b).map((quarter) => quarter * 15))
    .map((times) =>
      [times.slice(0, 2), times.slice(2, 4)]
        .filter(({ length }) => length === 2)
        .map(([from = 0, to = 0]) => ({ from: clock(from), to: clock(to) })),
    )
    .filter((list) => problemOf(list) === null && list.every(({ from }, index) => index === 0 || from !== '00:00'));

const week = (late: boolean): fc.Arbitrary<Group[]> =>
  fc
    .tuple(
      fc.array(ranges(late), { minLength: 1, maxLength: 3 }),
      fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 7, maxLength: 7 }),
    )
    .map(([sets, choice]) =>
      tidied(sets.map((ranges, set) => ({ ranges, days: [0, 1, 2, 3, 4, 5, 6].filter((day) => choice[day] === set) }))),
    );

const monthDay = fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) });
const dates: fc.Arbitrary<Dates> = fc.record({ from: monthDay, to: monthDay }).filter((part) => !isBackward(part));

const hours = (late: boolean): fc.Arbitrary<Hours> =>
  fc
    .record({
      week: week(late),
      // Two that overlap: the later one is not read back into the editor, so they are left to the test of meaning.
      seasons: fc.array(fc.record({ dates, week: week(late) }), { maxLength: 2 }),
      holidays: fc.constantFrom<Hours['holidays']>('usual', 'closed', 'own'),
      own: ranges(false),
      closures: fc.array(dates, { maxLength: 2 }),
      otherwiseByAppointment: fc.boolean(),
    })
    .map(({ own, ...said }) => ({
      ...noHours,
      ...said,
      kind: 'weekly' as const,
      seasons: said.seasons.filter(({ week }) => week.length > 0),
      holidayRanges: said.holidays === 'own' ? own : [],
    }))
    .filter(({ week, seasons }) => week.length + seasons.length > 0);

const apart = ({ seasons, closures }: Hours) => {
  const all = [...seasons.map(({ dates }) => dates), ...closures];
  return all.every((one, index) => all.slice(index + 1).every((other) => !overlap(one, other)));
};

describe('hours from the editor', () => {
  test('mean to the API what the editor shows', () => {
    fc.assert(
      fc.property(hours(false), (said) => {
        const expected = Array.from({ length: days }, (_, ahead) => {
          const date = new Date(start + ahead * day);
          return rangesOnDate(
            said,
            { month: date.getUTCMonth() + 1, day: date.getUTCDate() },
            (date.getUTCDay() + 6) % 7,
          ).map((range) => {
            const [from = 0, to = 0] = spanOf(range) ?? [];
            return [date.getTime() + from * minute, date.getTime() + to * minute];
          });
        }).flat();
        const ordinary = writeHours({ ...said, holidays: 'usual', otherwiseByAppointment: false });
        expect(joined(meaning(ordinary).map(({ from, to }) => [from, to])), ordinary).toEqual(joined(expected));
      }),
      { numRuns: 40 },
    );
  });

  test('come back into the editor as they were', () => {
    fc.assert(
      fc.property(fc.boolean().chain(hours).filter(apart), (said) => {
        const written = writeHours(said);
        expect(readHours(written), written).toEqual(said);
      }),
      { numRuns: 300 },
    );
  });

  test.each<[string, Partial<Hours>]>([
    ['', { kind: 'unknown' }],
    ['24/7', { kind: 'always' }],
    ['"by appointment"', { kind: 'appointment' }],
    ['"by appointment"', { kind: 'weekly', otherwiseByAppointment: true }],
    ['', { kind: 'weekly' }],
    ['', { kind: 'weekly', week: [{ days: [0], ranges: [{ from: '09:00', to: '' }] }] }],
    ['Fr off', { kind: 'raw', raw: ' Fr off ' }],
  ])('are %j', (osm, said) => {
    expect(writeHours({ ...noHours, ...said })).toBe(osm);
  });

  test('with breaks, an evening past midnight, a summer, holidays and closures', () => {
    const evening = { from: '20:00', to: '02:00' };
    expect(
      writeHours({
        ...noHours,
        kind: 'weekly',
        week: [
          {
            days: [1, 2, 3],
            ranges: [
              { from: '09:00', to: '12:30' },
              { from: '15:00', to: '18:30' },
            ],
          },
          { days: [4, 5], ranges: [evening] },
        ],
        seasons: [
          {
            dates: { from: { month: 6, day: 1 }, to: { month: 8, day: 31 } },
            week: [{ days: [0, 1], ranges: [{ from: '18:00', to: '00:00' }] }],
          },
        ],
        holidays: 'closed',
        closures: [
          { from: { month: 8, day: 10 }, to: { month: 8, day: 24 } },
          { from: { month: 12, day: 24 }, to: { month: 1, day: 6 } },
        ],
      }),
    ).toBe(
      'Tu-Th 09:00-12:30,15:00-18:30, Fr,Sa 20:00-02:00; Jun-Aug off; Jun-Aug Mo,Tu 18:00-24:00; PH off; Aug 10-24,Dec 24-Jan 06 off',
    );
  });
});

describe('hours into the editor', () => {
  const seed = join(import.meta.dirname, '../../prisma/seed');
  const real = readdirSync(seed)
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => [...readFileSync(join(seed, file), 'utf8').matchAll(/"openingHours":("(?:[^"\\]|\\.)*")/g)])
    .map(([, text = '""']): string => JSON.parse(text));
  const texts = [
    ...new Set([
      ...real,
      ...syntheticHours,
      ...syntheticSeasons,
      'mo-fr 9:00 - 12:30 , 15:00 - 19:00 ; sa 9:00-13:00; su,ph off;',
      'Fr 22:00-04:00; Sa 10:00-12:00',
      'Fr 22:00-04:00, Sa 10:00-12:00',
      'Fr,Sa 22:00-04:00; Su off',
      'Mo-Sa,PH 10:00-20:00; Su 10:00-13:00',
      'Su 10:00-13:00; Mo-Sa,PH 10:00-20:00',
      'PH off; Mo-Fr 09:00-18:00',
      'Mo-Fr 09:00-18:00, PH off',
      'Mo-Fr 09:00-18:00, PH 10:00-12:00',
      'Mo-Fr 09:00-18:00; Jun-Aug Mo-Fr 08:00-14:00; Dec 25,Jan 01 off',
      'Mo-Fr 09:00-18:00; Aug 15 off; PH 10:00-12:00',
      'Mo-Fr 09:00-18:00; Aug off; Aug Mo 10:00-12:00',
      'Mo-Fr 22:00-02:00; Aug Mo 10:00-12:00',
      'Jun-Aug Mo 22:00-04:00; Sep 10:00-12:00',
      'Mo-Fr 09:00-18:00; Jun-Aug Mo 08:00-14:00; Jul Tu 08:00-14:00',
      'Mo 18:00-00:00',
      'Mo 18:00-26:00',
      'Mo 00:00-24:00',
      'Mo 05:00-05:00',
      'Fr-Mo 10:00-12:00',
      'Mo 10:00-12:00, Mo 14:00-16:00',
      'Mo-Fr 10:00-12:00; We off',
      'Mo-Fr 10:00-12:00, We off',
      'Jan 15-Feb 29 Mo 10:00-12:00',
      'Feb 29 10:00-12:00',
      'Mo-Su 10:00-12:00; Feb 10-28 off',
      'Mo-Su 10:00-12:00; Feb 10-Feb 28 off',
      'off',
    ]),
  ];

  test.each(texts)('%s', (text) => {
    const said = readHours(text);
    if (said.kind === 'raw') expect(said.raw).toBe(text);
    else expect(meaning(writeHours(said))).toEqual(meaning(text));
  });

  test('nearly all that people write can be edited', () => {
    const raw = new Set(real.filter((text) => readHours(text).kind === 'raw'));
    expect([...raw].length).toBeLessThan(new Set(real).size / 8);
  });

  test('a text that only OpenStreetMap can say stays as it is', () => {
    for (const text of [
      'Mo-Fr sunrise-sunset',
      'Sa[1] 10:00-12:00',
      'Tu 10:00-12:00 "ring the bell"',
      '  nonsense  ',
    ]) {
      expect(readHours(text)).toMatchObject({ kind: 'raw', raw: text });
    }
  });

  test('never fails, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'Mo',
            'Sa',
            'PH',
            'Jun',
            'Aug 10',
            '-',
            ',',
            ';',
            ' ',
            '09:00',
            '26:00',
            'off',
            '24/7',
            '||',
            '"',
            'x',
          ),
        ),
        (parts) => {
          const text = parts.join('');
          const said = readHours(text);
          expect(said.kind === 'raw' ? said.raw : readHours(writeHours(said))).toEqual(
            said.kind === 'raw' ? text : said,
          );
        },
      ),
      { numRuns: 2000 },
    );
  });
});

test('faults of typed times are told', () => {
  expect(problemOf([{ from: '09:00', to: '' }])).toBe('missing');
  expect(
    problemOf([
      { from: '09:00', to: '12:00' },
      { from: '11:00', to: '13:00' },
    ]),
  ).toBe('overlap');
  expect(problemOf([{ from: '22:00', to: '02:00' }])).toBeNull();
  expect([isWhole({ from: '', to: '10:00' }), passesMidnight({ from: '22:00', to: '00:00' })]).toEqual([false, false]);
});

/** Stretches that touch are one. */
function joined(stretches: number[][]): number[][] {
  const all: number[][] = [];
  for (const [from = 0, to = 0] of stretches) {
    const last = all.at(-1);
    if (last?.[1] === from) last[1] = to;
    else all.push([from, to]);
  }
  return all;
}
