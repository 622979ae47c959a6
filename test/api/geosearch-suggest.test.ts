import sql from 'sql-template-tag';
import { expect, it } from 'vitest';
import { testApp } from '../support/app.ts';
import { insertListings } from '../support/listings.ts';

const { ask, database } = await testApp();

await insertListings(database, [
  { name: 'Torneria sintetica', slug: 'torneria', location: { lon: 7.68, lat: 45.07 }, city: 'Torino' },
  { name: 'Tornio lontano', slug: 'tornio', location: { lon: 20, lat: 40 } },
  { name: 'Biblioteca', slug: 'senza-nome', location: { lon: 7.69, lat: 45.07 }, categories: ['library'] },
  { name: 'Bozza di torneria', location: { lon: 7.68, lat: 45.07 }, status: 'DRAFT' },
]);
await database.query(sql`insert into place (kind, name, names, context, country, population, position, search_text, source,
    source_id, licence)
  values ('TOWN', 'Torino', '{"en": "Turin", "bg": "Торино"}', 'Piemonte', 'IT', 850000,
    'POINT(7.68 45.07)', '|torino|turin|', 'synthetic', '1', 'CC0-1.0')`);

interface Suggestion {
  kind: string;
  label: string;
  detail: string | null;
  slug: string | null;
}

async function suggestionsFor(text: string, more: Record<string, unknown> = {}): Promise<Suggestion[]> {
  const { data, errors } = await ask(
    `query ($text: String!, $near: PointInput, $language: Language, $first: Int) {
      suggest(text: $text, near: $near, language: $language, first: $first) { kind label detail slug } }`,
    { text, language: 'it', ...more },
  );
  expect(errors).toBeUndefined();
  return data.suggest;
}

it('mixes towns, words of the field and listings, and says what each is', async () => {
  const suggestions = await suggestionsFor('tor');
  expect(suggestions).toContainEqual({ kind: 'PLACE', label: 'Torino', detail: 'Piemonte, Italia', slug: null });
  expect(suggestions).toContainEqual({
    kind: 'LISTING',
    label: 'Torneria sintetica',
    detail: expect.stringContaining('Torino'),
    slug: 'torneria',
  });
});

it('puts the town that is named in full first', async () => {
  expect((await suggestionsFor('torino'))[0]).toMatchObject({ kind: 'PLACE', label: 'Torino' });
  expect((await suggestionsFor('turin', { language: 'en' }))[0]).toMatchObject({ kind: 'PLACE', label: 'Turin' });
});

it('finds the toaster in other languages and with typing errors, and says it in the one asked for', async () => {
  for (const text of ['toaster', 'grille-pain', 'toastr']) {
    expect((await suggestionsFor(text))[0]).toMatchObject({ kind: 'OBJECT', slug: 'toaster', label: 'tostapane' });
  }
});

it('does not offer a place that is called by its kind beside the kind itself', async () => {
  const suggestions = await suggestionsFor('biblioteca');
  expect(suggestions).toContainEqual(expect.objectContaining({ kind: 'CATEGORY', slug: 'library' }));
  expect(suggestions.filter(({ slug }) => slug === 'senza-nome')).toEqual([]);
});

it('finds actions and categories', async () => {
  expect(await suggestionsFor('ripar')).toContainEqual(expect.objectContaining({ kind: 'ACTION', slug: 'REPAIR' }));
  expect(await suggestionsFor('biblioteca')).toContainEqual(
    expect.objectContaining({ kind: 'CATEGORY', slug: 'library' }),
  );
});

it('puts nearer listings first among equals', async () => {
  const near = async (lon: number, lat: number) =>
    (await suggestionsFor('torni', { near: { lon, lat } })).filter(({ kind }) => kind === 'LISTING')[0]?.slug;
  const everywhere = (await suggestionsFor('torn')).filter(({ kind }) => kind === 'LISTING');
  expect(everywhere.map(({ slug }) => slug).sort()).toEqual(['torneria', 'tornio']);
  expect(await near(20, 40)).toBe('tornio');
});

it('never tells of what is not public', async () =>
  expect(JSON.stringify(await suggestionsFor('bozza di torneria'))).not.toContain('Bozza'));

it('answers one letter, and as many as are asked for', async () => {
  expect((await suggestionsFor('t')).length).toBe(8);
  expect((await suggestionsFor('t', { first: 3 })).length).toBe(3);
  expect(await suggestionsFor('?')).toEqual([]);
});

it('no kind takes more than half while others have something to say', async () => {
  const suggestions = await suggestionsFor('t', { first: 6 });
  const kinds = new Set(suggestions.map(({ kind }) => kind));
  expect(kinds.size).toBeGreaterThan(1);
});

it.each([
  ['first', { text: 'a', first: 21 }],
  ['first', { text: 'a', first: 0 }],
  ['text', { text: 'a'.repeat(201) }],
  ['near.lat', { text: 'a', near: { lon: 0, lat: 91 } }],
])('refuses a bad %s', async (argument, variables) => {
  const { errors } = await ask(
    'query ($text: String!, $near: PointInput, $first: Int) { suggest(text: $text, near: $near, first: $first) { label } }',
    variables,
  );
  expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument });
});
