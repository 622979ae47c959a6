import { describe, expect, it } from 'vitest';
import { languages } from '../../api/features/taxonomy/model.ts';
import { chooseLanguage, languageNames, loadCatalogue } from '../../web/lib/i18n/i18n.tsx';
import type { WordFiles } from '../../web/lib/i18n/words.ts';

type Text = string | ((...values: unknown[]) => string);

/** Every text of a catalogue with its path, `kind.repair` for a nested one. */
function textsOf(words: object, path = ''): [key: string, text: Text][] {
  return Object.entries(words).flatMap(([key, word]) =>
    typeof word === 'object' && word ? textsOf(word, `${path}${key}.`) : [[path + key, word] as [string, Text]],
  );
}

const counts = [0, 1, 2, 5, 21, 1_000_000];
const marks = ['⟦first⟧', '⟦second⟧', '⟦third⟧'];
/** What a text says for a count, without the count itself. */
const around = (text: (...values: unknown[]) => string, count: number) =>
  text(count).replace(/\d[\d\s.,\u00a0\u202f]*/g, '#');
/** Places of a text's values that are said back. */
const kept = (text: (...values: unknown[]) => string) =>
  marks.slice(0, text.length).filter((mark) => text(...marks).includes(mark));

/** The words that are loaded with a page or dialog of their own: what each `words.ts` exports for every language. */
const parts = import.meta.glob<Record<string, unknown>>(['../../web/**/words.{ts,tsx}', '!../../web/lib/**'], {
  eager: true,
});
const isWordFiles = (exported: unknown): exported is WordFiles<object> =>
  typeof exported === 'object' && exported !== null && languages.some((language) => language in exported);
const lazy = Object.entries(parts).flatMap(([file, exported]) =>
  Object.entries(exported).flatMap(([name, files]) => (isWordFiles(files) ? { name: `${file} ${name}`, files } : [])),
);

async function allTexts(language: (typeof languages)[number]): Promise<[key: string, text: Text][]> {
  const { t } = await loadCatalogue(language);
  const others = await Promise.all(lazy.map(async ({ name, files }) => textsOf(await files[language](), `${name}.`)));
  return [...textsOf(t), ...others.flat()];
}

const english = await allTexts('en');
const catalogues = await Promise.all(
  languages.map(async (language) => ({ language, texts: new Map(await allTexts(language)) })),
);

it('knows the words of parts that are loaded later', () => {
  expect(lazy.length).toBe(Object.keys(parts).length);
  expect(lazy.length).toBeGreaterThan(1);
});

it('offers every language of the vocabulary by its own name', () => {
  expect(Object.keys(languageNames)).toEqual([...languages]);
  expect(new Set(Object.values(languageNames)).size).toBe(languages.length);
});

it('chooses the language of the address, then of the browser, then Italian', () => {
  expect(chooseLanguage('cs', ['en'])).toBe('cs');
  expect(chooseLanguage('FR-ca', ['en'])).toBe('fr');
  expect(chooseLanguage(null, ['de-AT', 'bg-BG', 'en'])).toBe('bg');
  expect(chooseLanguage('xx', ['nl'])).toBe('nl');
  // Filipino is not Finnish.
  expect(chooseLanguage('fil', ['constructor', 'de'])).toBe('it');
});

describe.each(catalogues)('in $language', ({ language, texts }) => {
  it('has the same texts as English, none empty', () => {
    expect([...texts.keys()].sort()).toEqual(english.map(([key]) => key).sort());
    for (const [key, text] of texts) {
      const said = typeof text === 'string' ? text : text(...marks);
      expect(said.trim(), key).not.toBe('');
      expect(said, key).not.toMatch(/\b(undefined|null|NaN)\b|!/);
    }
  });

  it('says back what English says back', () => {
    for (const [key, original] of english) {
      const text = texts.get(key);
      expect(typeof text, key).toBe(typeof original);
      if (typeof text !== 'function' || typeof original !== 'function') continue;
      expect(text.length, key).toBe(original.length);
      expect(kept(text), key).toEqual(kept(original));
      for (const count of counts)
        expect(text(count, count, count), `${key} of ${count}`).not.toMatch(/\b(undefined|NaN)\b/);
    }
  });

  it('changes its words with a count where the rules of the language do, and only there', () => {
    const formOf = (count: number) => new Intl.PluralRules(language).select(count);
    for (const [key, text] of texts) {
      if (typeof text !== 'function' || text.length !== 1) continue;
      for (const one of counts)
        for (const other of counts)
          if (formOf(one) === formOf(other)) expect(around(text, one), key).toBe(around(text, other));
    }
    const place = texts.get('placeCount');
    if (typeof place !== 'function') throw new Error('placeCount does not count');
    // "Many" is for fractions in Czech, and reads as "other" where it stands for millions.
    const forms = new Set(counts.map(formOf).filter((form) => form !== 'many'));
    expect(new Set([0, 1, 2, 5, 21].map((count) => around(place, count))).size).toBe(forms.size);
  });
});

/** The words of parts that are loaded when they are wanted. */
describe.each(['tell', 'place'])('the words of %s', (part) => {
  const wordsIn = async (language: string): Promise<Map<string, Text>> =>
    new Map(textsOf((await import(`../../web/features/${part}/words/${language}.ts`)).words));

  it.each(languages)('are whole in %s', async (language) => {
    const [original, texts] = [await wordsIn('en'), await wordsIn(language)];
    expect([...texts.keys()]).toEqual([...original.keys()]);
    for (const [key, text] of texts) {
      const said = typeof text === 'string' ? text : text(...marks);
      expect(said.trim(), key).not.toBe('');
      expect(said, key).not.toMatch(/!/);
      const first = original.get(key);
      if (typeof text === 'function' && typeof first === 'function') expect(kept(text), key).toEqual(kept(first));
      else expect(typeof text, key).toBe(typeof first);
    }
  });
});
