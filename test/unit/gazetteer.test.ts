import { describe, expect, test } from 'vitest';
import { europeanCodes, readCountries } from '../../api/features/regions/countries.ts';
import { exonyms } from '../../api/features/regions/exonyms.ts';
import { placeSearchText } from '../../api/features/regions/model.ts';
import { countryCodeOf, countryName } from '../../api/features/regions/names.ts';
import { readComuni, readTowns } from '../../api/features/regions/towns.ts';
import { languages } from '../../api/features/taxonomy/model.ts';

describe('the towns of the packages', async () => {
  const towns = await readTowns();
  const named = (name: string, country: string) =>
    towns.filter((town) => town.name === name && town.country === country);

  test('hold every Italian municipality that GeoNames knows, once, under its Italian name', async () => {
    const italian = new Set(towns.filter(({ country }) => country === 'IT').map(({ name }) => name));
    const missing = (await readComuni()).map(({ nome }) => nome).filter((name) => !italian.has(name));
    expect(missing.sort()).toEqual(["Borgo d'Anaunia", 'Novella', 'Presicce-Acquarica', 'Ville di Fiemme']);
  });

  test('are known by their names in eight languages', () => {
    expect(named('Torino', 'IT')).toHaveLength(1);
    expect(named('Torino', 'IT')[0]).toMatchObject({
      names: { en: 'Turin', es: 'Turín', bg: 'Торино' },
      context: 'Piemonte',
      postcodes: expect.arrayContaining(['10121']),
    });
    expect(named('Turin', 'IT')).toEqual([]);
  });

  test('tell namesakes apart by province and region', () => {
    expect(named('Chieri', 'IT')[0]?.context).toBe('Torino, Piemonte');
  });

  test('include every town whose names we wrote down', () => {
    const found = new Set(towns.map(({ country, name, names }) => `${country} ${name} ${names.bg}`));
    expect(exonyms.filter(({ country, name, names }) => !found.has(`${country} ${name} ${names.bg}`))).toEqual([]);
  });
});

test('names in other languages differ from the own one, and the Bulgarian are in Cyrillic', () => {
  for (const { name, names } of exonyms) {
    expect(names.bg).toMatch(/^[\p{Script=Cyrillic} '-]+$/u);
    expect(Object.values(names)).not.toContain(name);
  }
});

describe('countries', async () => {
  const countries = await readCountries(3e-4);
  const of = (wanted: string) => countries.find(({ code }) => code === wanted);

  test('are there for all of Europe, but for the Vatican, which is smaller than the grid', () => {
    const missing = [...europeanCodes].filter((code) => !of(code));
    expect(missing).toEqual(['VA']);
  });

  test('keep small ones small but there', () => {
    expect(of('MT')?.boundary.coordinates.flat(2).length).toBeGreaterThan(20);
    expect(of('MC')?.boundary.coordinates.flat(2).length).toBeGreaterThan(4);
  });

  test('have the borders that the United Nations know', () => {
    const reaches = (code: string, lon: number, lat: number) =>
      of(code)?.boundary.coordinates.some(([ring = []]) =>
        ring.some(([x = 0, y = 0]) => Math.hypot(x - lon, y - lat) < 0.3),
      );
    expect(reaches('UA', 33.55, 44.45)).toBe(true);
    expect(reaches('RU', 33.55, 44.45)).toBe(false);
    expect(reaches('CY', 34.58, 35.68)).toBe(true);
  });
});

describe('names of countries', () => {
  test('are known in every language', () => {
    for (const code of europeanCodes) {
      for (const language of languages) expect(countryName(code, language)).not.toBe(code);
    }
  });

  test('are recognised, their codes only where those are allowed', () => {
    expect(countryCodeOf('cechia', { abbreviated: false })).toBe('CZ');
    expect(countryCodeOf('it', { abbreviated: false })).toBeUndefined();
    expect(countryCodeOf('uk', { abbreviated: true })).toBe('GB');
  });
});

test('a place is searched by its names between bars and the words of its context after commas', () => {
  expect(placeSearchText(['Torino', 'Turín', 'Turin'], ['Emilia-Romagna', 'TO'])).toBe(
    '|torino|turin|,emilia,romagna,to',
  );
});
