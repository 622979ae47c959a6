import { test } from 'vitest';
import sql from 'sql-template-tag';
import { testDatabase } from '../support/database.ts';
const db = await testDatabase();
test('x', async () => {
  for (let round = 0; round < 20; round++) {
  const r = await Promise.allSettled([1,2,3,4].map((n) => n % 2 ? db.query(sql`select 1 / ${n - n}::integer as x`) : db.query(sql`select ${n}::integer as x, pg_sleep(0.001)`)));
  if (round < 2) console.log(r.map((x) => x.status === 'fulfilled' ? x.value : x.reason.message));
  const t = await Promise.allSettled([1,2,3,4].map((n) => db.transaction(async (q) => { await q.query(sql`select 1`); return n % 2 ? q.query(sql`select 1 / ${n - n}::integer as x`) : q.query(sql`select ${n}::integer as x`)})));
  if (round < 2) console.log(t.map((x) => x.status === 'fulfilled' ? x.value : x.reason.message));
  const u = await Promise.allSettled([1,2,3,4].map((n) => n % 2 ? db.query(sql`select l.position <-> st_makepoint(0,0)::geography + 0 from listing l`) : db.query(sql`select ${n}::integer as x`)));
  if (round < 2) console.log(u.map((x) => x.status === 'fulfilled' ? x.value : x.reason.message));
  }
});
