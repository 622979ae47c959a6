import { openDatabase } from '../api/platform/database.ts';
import { prepare } from '../api/prepare.ts';
import { importPlaces, syntheticPlace, emptyListings } from './support/imports.ts';
const db = await openDatabase({databaseUrl: process.env.DB, dataDir: process.env.DIR ?? ''});
await prepare(db, {seed:'none'}, () => new Date(), console.log);
await emptyListings(db);
const n = Number(process.env.N);
let seed = 1; const rnd = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
const make = (v: string) => { seed = 1; return Array.from({length: n}, (_, i) => syntheticPlace('node/'+i, { name: 'Synthetic '+(i%9973), phone: i % 10 === 0 ? v : 'x', location: {lon: 7+rnd()*6, lat: 43+rnd()*3}, address: {street: 'Via '+i%100, city: 'Synth '+i%300}, openingHours: i%4 ? undefined : `Mo-Fr 0${i%9}:00-1${i%8}:00` }, { payload: {a:'b', name: 'Synthetic '+i, shop: 'second_hand', opening_hours: 'x'} })); };
for (const [label, v, now] of [['first','1','2026-11-01'],['same','1','2026-11-02'],['10% changed','2','2026-11-03']] as const) {
  const places = make(v); let last = performance.now(); let k=0; const t=performance.now();
  const r = await importPlaces(db, places, { now: new Date(now), onProgress: () => { if (++k % 10 === 0) { console.log('   ', k, (performance.now()-last).toFixed(0)); last = performance.now(); } } });
  const s=(performance.now()-t)/1000;
  console.log(label, r.created, r.updated, r.unchanged, r.possibleDuplicates, s.toFixed(1)+' s', Math.round(n/s)+'/s');
}
await db.close();
