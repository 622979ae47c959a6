import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expand, openTimetable, typicalWeek } from '../../api/features/hours/expansion.ts';
import { openingHoursView, validateHours } from '../../api/features/hours/service.ts';
import { syntheticHours, syntheticSeasons } from '../support/opening-hours.ts';

const rome = { timezone: 'Europe/Rome', country: 'IT' };
const at = (text: string) => new Date(text);

/** The intervals as "11-30T09:00/11-30T12:00 OPEN", times in UTC. */
function written(osm: string, from: string, to: string, place = rome): string[] {
  return expand(openTimetable({ osm, ...place }), at(from), at(to)).map(({ from, to, state, comment }) =>
    [`${from.toISOString().slice(5, 16)}/${to.toISOString().slice(5, 16)}`, state, comment].filter(Boolean).join(' '),
  );
}

describe('clock changes', () => {
  const night = (timezone: string, osm: string, day: string) =>
    written(osm, `${day}T00:00Z`, `${day}T12:00Z`, { timezone, country: '' });
  const spring = '2026-03-29';
  const autumn = '2026-10-25';

  test.each([
    ['Europe/Rome', 'Su 01:30-04:00', '00:30', '02:00', '03:00'],
    ['Europe/Helsinki', 'Su 02:30-05:00', '00:30', '02:00', '03:00'],
    ['Europe/London', 'Su 00:30-03:00', '00:30', '02:00', '03:00'],
    ['Atlantic/Azores', 'Su 00:00-02:00', '01:00', '02:00', '03:00'],
  ])('in %s, %s loses an hour in spring', (timezone, osm, opens, closes) => {
    expect(night(timezone, osm, spring)).toEqual([`03-29T${opens}/03-29T${closes} OPEN`]);
  });

  test.each([
    ['Europe/Rome', 'Su 01:30-04:00', '10-24T23:30'],
    ['Europe/Helsinki', 'Su 02:30-05:00', '10-24T23:30'],
    ['Europe/London', 'Su 00:30-03:00', '10-24T23:30'],
    ['Atlantic/Azores', 'Su 00:00-02:00', '10-25T00:00'],
  ])('in %s, %s gains an hour in autumn', (timezone, osm, opens) => {
    expect(written(osm, '2026-10-24T12:00Z', '2026-10-25T12:00Z', { timezone, country: '' })).toEqual([
      `${opens}/10-25T03:00 OPEN`,
    ]);
  });

  test('what lies within the skipped hour does not happen, within the repeated hour it happens twice', () => {
    expect(night('Europe/Rome', 'Su 02:15-02:45', spring)).toEqual([]);
    expect(night('Europe/Rome', 'Su 02:15-02:45', autumn)).toEqual([
      '10-25T00:15/10-25T00:45 OPEN',
      '10-25T01:15/10-25T01:45 OPEN',
    ]);
  });

  test('the time zone of the process changes no answer', () => {
    const script = `
      import { openingHoursView } from ${JSON.stringify(join(import.meta.dirname, '../../api/features/hours/service.ts'))};
      const hours = { osm: 'Mo-Su 01:30-04:00; PH off; easter off', timezone: 'Europe/Rome', country: 'IT' };
      const year = openingHoursView(hours).intervals(new Date('2026-01-01T00:00Z'), new Date('2027-01-01T00:00Z'));
      console.log(new Date(0).getTimezoneOffset() + ' ' + JSON.stringify(year));`;
    const outputs = ['UTC', 'America/New_York', 'Pacific/Apia', 'Australia/Lord_Howe'].map((TZ) =>
      execFileSync(process.execPath, ['--input-type=module', '-e', script], { env: { ...process.env, TZ } }).toString(),
    );
    expect(new Set(outputs.map((output) => output.split(' ')[0])).size).toBe(4); // the zones did take effect
    expect(new Set(outputs.map((output) => output.slice(output.indexOf(' ')))).size).toBe(1);
  });
});

describe('what the text says', () => {
  test('24/7 is one interval', () => {
    expect(written('24/7', '2026-11-21T00:00Z', '2027-01-21T00:00Z')).toEqual(['11-21T00:00/01-21T00:00 OPEN']);
  });

  test('public holidays are those of the country', () => {
    const week = (country: string) =>
      written('Mo-Fr 09:00-18:00; PH off', '2026-12-07T00:00Z', '2026-12-09T00:00Z', { ...rome, country });
    expect(week('IT')).toEqual(['12-07T08:00/12-07T17:00 OPEN']); // 8 December
    expect(week('FR')).toHaveLength(2);
  });

  test('where the country is unknown or its school holidays are, such days are ordinary ones', () => {
    const monday = (osm: string, country: string) =>
      written(osm, '2026-12-07T00:00Z', '2026-12-08T00:00Z', { ...rome, country });
    const open = ['12-07T08:00/12-07T17:00 OPEN'];
    for (const country of ['', 'ZZ']) {
      expect(monday('Mo-Fr 09:00-18:00; PH off', country)).toEqual(open);
      expect(monday('Mo-Fr,PH 09:00-18:00', country)).toEqual(open);
      expect(monday('PH,Mo 09:00-18:00', country)).toEqual(open);
      expect(monday('Mo 09:00-18:00, PH,SH off', country)).toEqual(open);
      expect(monday('PH 09:00-18:00', country)).toEqual([]);
      expect(monday('Mo 09:00-18:00 open "not on PH"', country)).toEqual([`${open} not on PH`]);
    }
    expect(monday('Mo-Fr 09:00-18:00; SH off', 'MT')).toEqual(open);
  });

  test('seasons and weeks', () => {
    expect(written('Nov Mo 09:00-10:00; Dec Mo 11:00-12:00', '2026-11-29T00:00Z', '2026-12-08T00:00Z')).toEqual([
      '11-30T08:00/11-30T09:00 OPEN',
      '12-07T10:00/12-07T11:00 OPEN',
    ]);
    expect(written('week 1-53/2 Mo 10:00-12:00', '2026-11-22T00:00Z', '2026-12-08T00:00Z')).toEqual([
      '11-30T09:00/11-30T11:00 OPEN',
    ]);
  });

  test('a comment instead of a rule, "unknown" and an open end are unknown', () => {
    const monday = (osm: string) => written(osm, '2026-11-23T00:00Z', '2026-11-24T00:00Z');
    expect(monday('Mo 10:00-12:00 "by appointment"')).toEqual(['11-23T09:00/11-23T11:00 UNKNOWN by appointment']);
    expect(monday('Mo 10:00-12:00 unknown')).toEqual(['11-23T09:00/11-23T11:00 UNKNOWN']);
    expect(monday('Mo 10:00+')[0]).toMatch(/^11-23T09:00.* UNKNOWN/);
    expect(monday('Mo 10:00-12:00 open "ring the bell"')).toEqual(['11-23T09:00/11-23T11:00 OPEN ring the bell']);
  });

  test('daylight is open at noon, closed in the small hours and unknown between', () => {
    const noon = at('2026-11-23T11:00Z');
    const { state, intervals } = openingHoursView({ osm: 'sunrise-sunset "until sunset"', ...rome });
    expect(state(noon)).toBe('UNKNOWN'); // a comment alone makes it so
    expect(intervals(noon, at('2026-11-23T11:30Z'))[0]?.comment).toBe('until sunset');
    const states = ['00:30', '06:00', '11:00', '16:00', '23:30'].map((time) =>
      openingHoursView({ osm: '(sunrise+00:30)-sunset', ...rome }).state(at(`2026-11-23T${time}Z`)),
    );
    expect(states).toEqual(['CLOSED', 'UNKNOWN', 'OPEN', 'UNKNOWN', 'CLOSED']);
  });
});

describe('a typical week', () => {
  const week = (osm: string, after = '2026-11-22T00:00Z') => typicalWeek(openTimetable({ osm, ...rome }), at(after));

  test('is in minutes of the wall clock from Monday', () => {
    expect(week('Mo 09:00-10:00; Su 22:00-02:00')).toEqual([
      { from: 0, to: 120, state: 'OPEN' },
      { from: 540, to: 600, state: 'OPEN' },
      { from: 6 * 1440 + 22 * 60, to: 10_080, state: 'OPEN' },
    ]);
  });

  test('is not a week of holidays, of which Christmas has two', () => {
    const ordinary = Array.from({ length: 5 }, (_, day) => ({
      from: day * 1440 + 540,
      to: day * 1440 + 600,
      state: 'OPEN',
    }));
    expect(week('Mo-Fr 09:00-10:00; PH off; Dec 24-Jan 03 off', '2026-12-20T00:00Z')).toEqual(ordinary);
  });
});

describe('the view of one place', () => {
  const view = (osm: string) => openingHoursView({ osm, ...rome });

  test('tells the next change, past a change of comment, or none', () => {
    expect(view('Mo-Fr 09:00-18:00').nextChange(at('2026-11-23T08:00Z'))).toEqual(at('2026-11-23T17:00Z'));
    expect(view('Mo-Fr 09:00-18:00').nextChange(at('2026-11-23T17:00Z'))).toEqual(at('2026-11-24T08:00Z'));
    expect(view('Mo 09:00-10:00 open "a", Mo 10:00-11:00 open "b"').nextChange(at('2026-11-23T08:30Z'))).toEqual(
      at('2026-11-23T10:00Z'),
    );
    expect(view('Jun 10:00-12:00').nextChange(at('2026-11-23T08:30Z'))).toEqual(at('2027-06-01T08:00Z'));
    for (const osm of ['24/7', 'off', '"by appointment"'])
      expect(view(osm).nextChange(at('2026-11-23T08:30Z'))).toBeNull();
  });

  test('what cannot be read is unknown at any time', () => {
    const nonsense = openingHoursView({ osm: 'when we feel like it', ...rome });
    expect(nonsense.state(at('2026-11-23T08:00Z'))).toBe('UNKNOWN');
    expect(nonsense.nextChange(at('2026-11-23T08:00Z'))).toBeNull();
    expect(
      openingHoursView({ osm: '24/7', timezone: 'Nowhere/Land', country: '' }).state(at('2026-11-23T08:00Z')),
    ).toBe('UNKNOWN');
  });

  test('refuses a backward, a too long and a too busy question', () => {
    const [from, later] = [at('2026-11-23T00:00Z'), at('2027-11-29T00:00Z')];
    expect(() => view('24/7').intervals(from, from)).toThrow(/^to: must be after/);
    expect(() => view('24/7').intervals(from, later)).toThrow(/370 days/);
    expect(() => view('Mo-Su 09:00-10:00,11:00-12:00,13:00-14:00').intervals(from, at('2027-11-23T00:00Z'))).toThrow(
      /1000 intervals/,
    );
    expect(view('Mo-Su 09:00-10:00,11:00-12:00').intervals(from, at('2027-11-23T00:00Z'))).toHaveLength(730);
  });

  test('answers for any date there is, and its interval, state and next change agree', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...syntheticHours, ...syntheticSeasons),
        fc.date({ noInvalidDate: true }),
        (osm, instant) => {
          const { state } = view(osm);
          expect(['OPEN', 'CLOSED', 'UNKNOWN']).toContain(state(instant));
        },
      ),
    );
    const day = { min: at('2026-01-01T00:00Z'), max: at('2027-12-31T00:00Z'), noInvalidDate: true };
    fc.assert(
      fc.property(fc.constantFrom(...syntheticHours, ...syntheticSeasons), fc.date(day), (osm, instant) => {
        const { state, nextChange, intervals } = view(osm);
        const change = nextChange(instant);
        const end = change ?? new Date(instant.getTime() + 86_400_000);
        expect(state(new Date(end.getTime() - 1))).toBe(state(instant));
        if (change) expect(state(change)).not.toBe(state(instant));
        const states = new Set(intervals(instant, end).map((interval) => interval.state));
        expect([...states]).toEqual(state(instant) === 'CLOSED' ? [] : [state(instant)]);
      }),
    );
  });
});

describe('validation', () => {
  test.each([...syntheticHours, ...syntheticSeasons])('%s is valid', (osm) => {
    expect(validateHours(osm)).toEqual({ valid: true });
  });

  test('names of days may be in the language of the country', () => {
    expect(validateHours('Jan-Dez')).toMatchObject({ valid: false });
    expect(validateHours('Jan-Dez', 'DE')).toEqual({ valid: true });
  });

  test.each([
    ['', /nothing/],
    ['sometimes', /not valid/],
    ['Mo 10:00', /open end/],
    ['Feb 30 10:00-11:00', /28 or 29/],
    ['Mo-Fr 10:00-11:00 oops; PH off', /"o"/],
    [`Mo 10:00-12:00${' '.repeat(1000)}`, /longer than 1000/],
  ])('%j is not, and it says why', (osm, reason) => {
    expect(validateHours(osm)).toEqual({ valid: false, reason: expect.stringMatching(reason) });
  });

  test.each([
    ['blanks', `${' '.repeat(999)}x`],
    ['semicolons', `${'; '.repeat(499)}x`],
    ['holidays by the dozen', `${'PH,'.repeat(160)}Mo-Su ${busy(40)}`],
    ['holidays before many times', `${'PH off;'.repeat(60)}Mo-Su ${busy(45)}`],
    ['Easter by the dozen', `${'easter off;'.repeat(40)}Mo-Su ${busy(45)}`],
    ['eighty times a day', `Mo-Su ${busy(80)}`],
    ['letters', 'a'.repeat(1000)],
    ['digits', '9'.repeat(1000)],
    ['quotes', '"'.repeat(999)],
    ['brackets', '('.repeat(1000)],
    ['daylight', '(sunrise+01:00)-(sunset-01:00),'.repeat(32)],
    ['holidays to leave out', 'PH,SH '.repeat(166)],
  ])('a thousand characters of %s do not hold it up', { timeout: 5_000 }, (_, osm) => {
    expect(validateHours(osm)).toHaveProperty('valid');
  });

  test('no text makes it throw', () => {
    const token = fc.constantFrom(
      'Mo',
      'PH',
      'SH',
      'easter',
      'week',
      '1',
      '53',
      '10:00',
      '24:00',
      '-',
      '+',
      ',',
      ';',
      '||',
      '/',
      '[',
      ']',
      '"',
      '(',
      ')',
      ' ',
      'Jan',
      'sunset',
      'off',
      'days',
      '2026',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(token, { maxLength: 25 }).map((tokens) => tokens.join('')),
        ),
        (osm) => {
          expect(validateHours(osm)).toHaveProperty('valid');
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** So many opening times a day, each of four minutes. */
function busy(times: number): string {
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return Array.from({ length: times }, (_, index) => `${clock(index * 9)}-${clock(index * 9 + 4)}`).join(',');
}
