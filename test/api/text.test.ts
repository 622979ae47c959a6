import fc from 'fast-check';
import sql from 'sql-template-tag';
import { expect, it } from 'vitest';
import { normalizeText } from '../../api/platform/text.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();

async function inSql(texts: string[]): Promise<string[]> {
  const rows = await database.query<{ normalized: string }>(sql`
    select normalize_text(value) as normalized from unnest(${texts}::text[]) with ordinality t(value, i) order by i`);
  return rows.map(({ normalized }) => normalized);
}

it('finds Torino however it is written', async () => {
  expect(await inSql(['Torino', 'TORINO', 'Торино', ' torino!'])).toEqual(Array(4).fill('torino'));
});

it('is the same in SQL as in JavaScript, for any text', async () => {
  // Letters of our eight languages and their neighbours, signs between words, and anything else.
  const alphabet = [
    ...("abzAZ019 .-'’“«éÈñçßøØłŁđĐðþÞæÆœŒħıİąčďěňřšťůžőűşğ" +
      'абвгдежзийклмнопрстуфхцчшщъыьэюяАБЖЦЧШЩЮЯЙЁёїє' +
      'αΩλό'),
  ];
  const word = fc.oneof(
    fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 40 }),
    // Newer planes decompose by whichever Unicode version an engine was built with.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among what people paste
    fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replace(/[^\u0000-\u2fff]/g, '')),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 50 }), async (words) => {
      const texts = words.map((text) => text.replaceAll('\0', '').toWellFormed());
      expect(await inSql(texts)).toEqual(texts.map(normalizeText));
    }),
    { numRuns: 60 },
  );
});
