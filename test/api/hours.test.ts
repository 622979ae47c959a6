import fc from 'fast-check';
import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Hours, OpenState } from '../../api/features/hours/model.ts';
import {
  expandSchedules,
  keepSchedulesExpanded,
  openingHoursView,
  validateHours,
} from '../../api/features/hours/service.ts';
import { createLog } from '../../api/platform/log.ts';
import { testDatabase } from '../support/database.ts';
import { realHours, syntheticHours, syntheticSeasons } from '../support/opening-hours.ts';
import { requirements } from '../support/requirements.ts';

const database = await testDatabase();
const now = new Date('2026-10-10T12:34:56Z'); // the expansion spans the end of summer time
const minute = 60_000;
const day = 1440 * minute;
const [from, until] = [new Date('2026-10-09T00:00:00Z'), new Date('2026-12-11T00:00:00Z')];
const places = [
  { timezone: 'Europe/Rome', country: 'IT' },
  { timezone: 'Europe/Helsinki', country: 'FI' },
  { timezone: 'Europe/London', country: 'GB' },
  { timezone: 'Atlantic/Azores', country: 'PT' },
  { timezone: 'Asia/Kathmandu', country: '' },
];

async function save(schedules: Hours[]): Promise<void> {
  await database.query(sql`/* test.schedules */
    insert into schedule (osm, timezone, country)
    select osm, timezone, country from jsonb_to_recordset(${JSON.stringify(schedules)}::jsonb)
      as given (osm text, timezone text, country text)`);
}

/** What SQL says of each of the instants. */
async function statesInSql(questions: { hours: Hours; at: Date }[]): Promise<OpenState[]> {
  const rows = questions.map(({ hours, at }, position) => ({ position, at, ...hours }));
  const answers = await database.query<{ state: OpenState }>(sql`/* test.states */
    select schedule_state(schedule, question.at) as state
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as question (position integer, at timestamptz, osm text, timezone text, country text)
    join schedule using (osm, timezone, country)
    order by position`);
  return answers.map(({ state }) => state);
}

const everywhere = (strings: string[]) => strings.flatMap((osm) => places.map((place) => ({ osm, ...place })));
const real = requirements.sharedData.met || process.env.CI ? realHours().filter((osm) => validateHours(osm).valid) : [];
// Spread over the alphabet, so that each kind of text has its share; all of them would take the embedded engine long.
const sample = real
  .filter((_, index) => index % 10 === 0)
  .filter((osm) => ![...syntheticHours, ...syntheticSeasons].includes(osm));
const ordinary = everywhere(syntheticHours);
const schedules = [
  ...ordinary,
  ...everywhere(syntheticSeasons),
  ...sample.map((osm, index) => ({ osm, ...(places[index % places.length] ?? { timezone: 'UTC', country: '' }) })),
];
const unreadable = [
  { osm: 'when we feel like it', timezone: 'Europe/Rome', country: 'IT' },
  { osm: '24/7', timezone: 'Nowhere/Land', country: '' },
];

test('public holidays are named as they are there, day by day on the clock there', () => {
  const holidays = (country: string, timezone: string, start: string, end: string) =>
    openingHoursView({ osm: 'Mo-Fr 09:00-18:00', timezone, country }).holidays(new Date(start), new Date(end));
  expect(holidays('IT', 'Europe/Rome', '2026-12-07T00:00:00Z', '2026-12-27T00:00:00Z')).toEqual([
    { date: '2026-12-08', name: 'Immacolata Concezione' },
    { date: '2026-12-25', name: 'Natale di Gesù' },
    { date: '2026-12-26', name: 'Santo Stefano' },
  ]);
  // In Rome the eighth begins at 23:00 of the seventh in UTC.
  expect(holidays('IT', 'Europe/Rome', '2026-12-07T23:30:00Z', '2026-12-07T23:40:00Z')).toHaveLength(1);
  expect(holidays('IT', 'Europe/Rome', '2026-12-08T23:00:00Z', '2026-12-09T22:00:00Z')).toEqual([]);
  expect(holidays('', 'Europe/Rome', '2026-12-07T00:00:00Z', '2026-12-27T00:00:00Z')).toEqual([]);
  expect(holidays('AD', 'Europe/Andorra', '2026-12-07T00:00:00Z', '2026-12-27T00:00:00Z')).toEqual([]);
  expect(() => holidays('IT', 'Europe/Rome', '2026-12-08T00:00:00Z', '2026-12-08T00:00:00Z')).toThrow('to:');
  expect(() => holidays('IT', 'Europe/Rome', '2026-12-08T00:00:00Z', '2028-12-08T00:00:00Z')).toThrow('370 days');
});

describe('schedules in the database', () => {
  beforeAll(async () => {
    await save([...schedules, ...unreadable.slice(0, 1)]);
  });

  test('are expanded in batches up to the limit, then all, then none until they run short', async () => {
    expect(await expandSchedules(database, { now, limit: 33 })).toMatchObject({ expanded: 33 });
    expect(await expandSchedules(database, { now })).toEqual({ expanded: schedules.length + 1 - 33, unreadable: 1 });
    expect(await expandSchedules(database, { now })).toEqual({ expanded: 0, unreadable: 0 });
    const [known] = await database.query(sql`select distinct expanded_from, expanded_until from schedule`);
    expect(known).toEqual({ expanded_from: from, expanded_until: until });
    expect(await expandSchedules(database, { now: new Date(until.getTime() - 28 * day), limit: 1 })).toMatchObject({
      expanded: 0,
    });
  });

  test('what cannot be read is unknown at any time', async () => {
    const [hours] = unreadable;
    const instants = ['2026-10-10T12:00Z', '2027-10-10T12:00Z'].map((text) => new Date(text));
    expect(await statesInSql(instants.flatMap((at) => (hours ? [{ hours, at }] : [])))).toEqual(['UNKNOWN', 'UNKNOWN']);
  });

  const agree = (among: Hours[], first: Date, last: Date) =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            hours: fc.constantFrom(...among),
            at: fc
              .integer({ min: first.getTime() / 1000, max: last.getTime() / 1000 - 1 })
              .map((seconds) => new Date(seconds * 1000)),
          }),
          { minLength: 1, maxLength: 200, size: 'max' },
        ),
        async (questions) => {
          const inSql = await statesInSql(questions);
          expect(questions.map(({ hours, at }, index) => ({ ...hours, at, state: inSql[index] }))).toEqual(
            questions.map(({ hours, at }) => ({ ...hours, at, state: openingHoursView(hours).state(at) })),
          );
        },
      ),
      { numRuns: 15 },
    );

  test('say the same as the view at any instant of the expansion', () => agree(schedules, from, until));

  test('say the same on the quarter hours around the end of summer time', async () => {
    const quarters = Array.from(
      { length: 24 },
      (_, index) => new Date(Date.UTC(2026, 9, 24, 22) + index * 15 * minute),
    );
    const nights = ['Su 02:15-02:45', 'Sa 22:00-02:30', 'Su 00:00-01:30', '24/7'].flatMap((osm) =>
      places.map((place) => ({ osm, ...place })),
    );
    await save(nights.filter(({ osm }) => osm !== '24/7'));
    await expandSchedules(database, { now });
    const questions = nights.flatMap((hours) => quarters.map((at) => ({ hours, at })));
    expect(await statesInSql(questions)).toEqual(questions.map(({ hours, at }) => openingHoursView(hours).state(at)));
  });

  test('without seasons, holidays and clock changes they say the same in later weeks', () =>
    agree(ordinary, until, new Date(until.getTime() + 200 * day)));

  test('are kept expanded from the start until the end', async () => {
    const late = { osm: 'Mo 12:00-13:00', timezone: 'Europe/Rome', country: 'IT' };
    const at = new Date('2026-10-12T10:30Z');
    await save([late]);
    expect(await statesInSql([{ hours: late, at }])).toEqual(['UNKNOWN']);
    const end = keepSchedulesExpanded(database, createLog('silent'), () => now);
    await vi.waitFor(async () => expect(await statesInSql([{ hours: late, at }])).toEqual(['OPEN']), 10_000);
    await end();
  });
});
