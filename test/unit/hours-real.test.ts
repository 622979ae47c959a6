import { describe, expect, test } from 'vitest';
import { expand, openTimetable, typicalWeek } from '../../api/features/hours/expansion.ts';
import { validateHours } from '../../api/features/hours/service.ts';
import { realHours } from '../support/opening-hours.ts';
import { requirements } from '../support/requirements.ts';

describe.skipIf(!requirements.sharedData.met && !process.env.CI)('hours as people write them', () => {
  const from = new Date('2026-11-21T00:00:00Z');
  const until = new Date(from.getTime() + 63 * 86_400_000);

  test('nearly all are valid, and what is valid can be worked out in every country', { timeout: 120_000 }, () => {
    const all = realHours();
    const valid = all.filter((osm) => validateHours(osm).valid);
    expect(all.length).toBeGreaterThan(200);
    expect(valid.length / all.length).toBeGreaterThan(0.9);
    const countries = ['IT', 'FI', 'GB', 'MT', 'FR', ''];
    for (const [index, osm] of valid.entries()) {
      const timetable = openTimetable({
        osm,
        timezone: 'Europe/Rome',
        country: countries[index % countries.length] ?? '',
      });
      expect(expand(timetable, from, until).length, osm).toBeLessThan(1000);
      expect(typicalWeek(timetable, until).length, osm).toBeLessThan(100);
    }
  });
});
