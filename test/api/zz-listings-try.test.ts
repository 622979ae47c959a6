import { expect, test } from 'vitest';
import sql from 'sql-template-tag';
import { testDatabase } from '../support/database.ts';
import { insertListings, strewListings } from '../support/listings.ts';
test('inserts', async () => {
  const db = await testDatabase();
  const d = (t: string) => new Date(t);
  const ids = await insertListings(db, [
    { location: { lon: 7, lat: 45 }, name: 'b', offers: [{ action: 'REPAIR', objects: ['toaster'], priceKind: 'FREE' }], schedule: { osm: 'Mo', timezone: 'Europe/Rome', open: [[d('2026-01-01T00:00:00Z'), d('2026-01-02T00:00:00Z')]], expanded: [d('2026-01-01T00:00:00Z'), d('2026-02-01T00:00:00Z')], weekOpen: [[0, 100]] } },
    { location: { lon: 8, lat: 45 }, name: 'a', verifiedAt: d('2026-01-01T00:00:00Z') },
  ]);
  console.log(ids, await db.query(sql`select l.id, name, verified_at, s.*, schedule_state(s, '2026-01-01T05:00:00Z') from listing l left join schedule s on s.id = l.schedule_id`), await db.query(sql`select * from offer`));
  const t = Date.now();
  await strewListings(db, 20000);
  console.log('strew', Date.now() - t);
  expect(ids.length).toBe(2);
});
