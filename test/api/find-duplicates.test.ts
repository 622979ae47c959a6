import sql from 'sql-template-tag';
import { expect, it } from 'vitest';
import { duplicatesCommand } from '../../api/features/moderation/cli.ts';
import { testDatabase } from '../support/database.ts';
import { emptyListings, importPlaces, syntheticPlace, testSource } from '../support/imports.ts';

const database = await testDatabase();

async function find(...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  await duplicatesCommand({ database, now: () => new Date('2026-11-10Z'), print: (line) => lines.push(line) }, args);
  return lines;
}

const pairs = () =>
  database.query<{ one: string; other: string }>(sql`
    select younger.name as one, elder.name as other from review
      join listing younger on younger.id = listing_id join listing elder on elder.id = other_listing_id
    where kind = 'POSSIBLE_DUPLICATE' order by 1, 2`);

/** Degrees of latitude, so many metres to the north. */
const north = (meters: number) => ({ lon: 9, lat: 44 + meters / 111_195 });

it('asks about pairs of different sources that are alike and near, once, and not again when they were judged', async () => {
  await importPlaces(database, [
    syntheticPlace('1', { name: 'Bottega del Riuso' }),
    syntheticPlace('2', { name: 'Bottega del Riuso', location: north(20) }), // one source: two places
    syntheticPlace('3', { name: 'Sartoria Aghi', location: north(2000), phone: '+39 011 5550100' }),
  ]);
  await importPlaces(
    database,
    [
      syntheticPlace('a', { name: 'La bottega del riuso', location: north(400) }), // too far
      syntheticPlace('b', { name: 'Mercatino Lilla', location: north(2030), phone: '011 5550100' }),
      syntheticPlace('c', { name: 'Emporio Verde', location: north(2010) }), // near, not alike
      syntheticPlace('d', { name: 'Bottega Riuso', location: north(90) }),
    ],
    { source: { ...testSource, slug: 'other', name: 'Another source' }, dataset: 'other' },
  );
  await database.query(sql`delete from review`); // what the import itself asked
  expect(await find('find')).toEqual(['3 pairs for moderators to look at.']);
  const found = [
    { one: 'Bottega Riuso', other: 'Bottega del Riuso' },
    { one: 'Bottega Riuso', other: 'Bottega del Riuso' },
    { one: 'Mercatino Lilla', other: 'Sartoria Aghi' },
  ];
  expect(await pairs()).toEqual(found);
  await database.query(sql`update review set resolved_at = now(), decision = 'REJECTED'`);
  expect(await find('find')).toEqual(['0 pairs for moderators to look at.']);
  expect(await pairs()).toEqual(found);
});

it('compares telephone numbers and websites as one means them, and knows the first of a street from the second', async () => {
  await emptyListings(database);
  await importPlaces(database, [
    syntheticPlace('1', { name: 'Via Alba 1', location: north(5000) }),
    syntheticPlace('2', { name: 'Rigenera', location: north(6000), website: 'https://www.synthetic.example/negozio/' }),
    syntheticPlace('3', { name: 'Cassonetto', location: north(7000), phone: '+39 011 5550199' }),
  ]);
  await importPlaces(
    database,
    [
      syntheticPlace('a', { name: 'Via Alba 2', location: north(5040) }),
      syntheticPlace('b', {
        name: 'Usato e bello',
        location: north(6010),
        website: 'http://synthetic.example/negozio',
      }),
      syntheticPlace('c', {
        name: 'Boutique',
        location: north(7001),
        phone: '011 5550199',
        categories: ['recycling-point'],
      }),
    ],
    { source: { ...testSource, slug: 'other', name: 'Another source' }, dataset: 'other' },
  );
  await database.query(sql`delete from review`);
  await find('find');
  expect(await pairs()).toEqual([
    { one: 'Boutique', other: 'Cassonetto' },
    { one: 'Usato e bello', other: 'Rigenera' },
  ]);
});

it('tells how it is used', async () => {
  await expect(find()).rejects.toThrow('Usage: npm run cli -- duplicates find');
});
