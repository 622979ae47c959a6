import { openDatabase } from '/work/main/api/platform/database.ts';
import { migrate } from '/work/main/api/platform/migrate.ts';
import { taxonomy } from '/work/main/api/features/taxonomy/data.ts';
import { saveTaxonomy } from '/work/main/api/features/taxonomy/store.ts';
import { createListings } from '/work/main/api/features/listings/create.ts';
import { coalesceListings, assignRegions } from '/work/main/api/features/listings/coalesce.ts';
import * as store from '/work/main/api/features/imports/store.ts';
import { openStreetMap } from '/work/main/api/features/imports/sources.ts';
const db = await openDatabase({databaseUrl: process.env.DB, dataDir: process.env.DIR ?? ''});
await migrate(db); await saveTaxonomy(db, taxonomy);
await db.pool.query('truncate listing, source, import_run, schedule, tile_cell, review cascade');
await store.saveSource(db, openStreetMap);
const at = new Date();
const run = await store.startRun(db, 'osm', 'x', at);
for (let round = 0; round < 3; round++) {
 for (let b = 0; b < 3; b++) {
  const t0 = performance.now();
  const recs = Array.from({length: 1000}, (_, i) => ({ recordId: `node/${b*1000+i}`, url: null, licence: 'ODbL-1.0', attribution: 'x', fetchedAt: new Date(at.getTime() + round*1000),
    fields: { name: `Shop ${i%50} x`, categories: ['second-hand-shop','repair-shop'], location: {lon: 9+Math.random(), lat: 44+Math.random()}, timezone:'Europe/Rome', openingHours: `Mo 0${i%9}:00-1${i%9}:00`, phone: round > 1 ? '1' : '2' }, payload: {a:'b', c:'d'} }));
  await db.transaction(async t => {
    const m = (l: string) => { if (process.env.V) console.log('   ', l, (performance.now()-t0).toFixed(0)); };
    await store.lockImports(t); const c = await store.compareRecords(t, run, recs); m('compare');
    const fresh = recs.filter((_, i) => c[i]!.state === 'NEW');
    const ids = await createListings(t, fresh.map(r => ({slugBase: 'shop', name: r.fields.name, categories: r.fields.categories, location: r.fields.location})), at); m('create');
    await store.saveRecords(t, run, [...fresh.map((r,i) => ({...r, listingId: ids[i]!})), ...recs.flatMap((r,i)=> c[i]!.state==='CHANGED' ? [{...r, listingId: c[i]!.listingId!}] : [])]); m('save');
    const all = [...ids, ...c.flatMap(x => x.listingId ?? [])];
    const r = await coalesceListings(t, all, {actorRole:'IMPORT', sourceSlug:'osm', at: new Date()}); m('coalesce ' + r.created.length + ' ' + r.updated.length);
    await store.flagDuplicates(t, ids, at); m('dup');
  });
  console.log(round, b, (performance.now()-t0).toFixed(0));
 }
}
console.log((await db.pool.query('select slug, name, sources, schedule_id, updated_at from listing limit 3')).rows, (await db.pool.query('select count(*), max(changed_fields::text) from revision')).rows, (await db.pool.query('select * from offer limit 2')).rows);
const t=performance.now(); await assignRegions(db); console.log('assign', performance.now()-t);
await db.close();
