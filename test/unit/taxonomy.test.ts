import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { taxonomy } from '../../api/features/taxonomy/data.ts';
import { expandCategories, expandObjects } from '../../api/features/taxonomy/expand.ts';
import { actionCodes, groupSlugs, languages } from '../../api/features/taxonomy/model.ts';

// The Open Repair Data Standard v0.3: forty powered categories, six unpowered.
const openRepairCategories = [
  'Aircon/dehumidifier',
  'Battery/charger/adapter',
  'Coffee maker',
  'Decorative or safety lights',
  'Desktop computer',
  'Digital compact camera',
  'DSLR/video camera',
  'Fan',
  'Flat screen',
  'Food processor',
  'Games console',
  'Hair & beauty item',
  'Hair dryer',
  'Handheld entertainment device',
  'Headphones',
  'Hi-Fi integrated',
  'Hi-Fi separates',
  'Iron',
  'Kettle',
  'Lamp',
  'Laptop',
  'Large home electrical',
  'Misc',
  'Mobile',
  'Musical instrument',
  'Paper shredder',
  'PC accessory',
  'Portable radio',
  'Power tool',
  'Printer/scanner',
  'Projector',
  'Sewing machine',
  'Small home electrical',
  'Small kitchen item',
  'Tablet',
  'Toaster',
  'Toy',
  'TV and gaming-related accessories',
  'Vacuum',
  'Watch/clock',
  'Unpowered - Bicycle',
  'Unpowered - Furniture',
  'Unpowered - Household',
  'Unpowered - Jewellery',
  'Unpowered - Other',
  'Unpowered - Textile',
];

const categoriesOfTheVocabulary =
  `repair-cafe electronics-repair shoe-repair tailor watch-repair upholsterer bicycle-repair
  bicycle-repair-station bicycle-workshop repair-shop tool-library toy-library library-of-things bicycle-library library
  public-bookcase makerspace bicycle-sharing car-sharing rental-shop give-box free-shop food-sharing second-hand-shop
  charity-shop second-hand-books second-hand-clothes second-hand-bicycles antiques flea-market reuse-centre zero-waste-shop
  drinking-water recycling-centre recycling-point textile-container compost community-space community-garden`.split(
    /\s+/,
  );

const { groups, categories, actions, objectTypes } = taxonomy;
const everything = [...groups, ...categories, ...actions, ...objectTypes];
const slugs = [...groups, ...categories, ...objectTypes].map((item) => item.slug);

function iconFile(icon: string): string {
  const [set, name] = icon.split(':');
  const folder = set === 'maki' ? '@mapbox/maki' : '@rapideditor/temaki';
  return fileURLToPath(new URL(`../../node_modules/${folder}/icons/${name}.svg`, import.meta.url));
}

describe('the taxonomy', () => {
  it('has every group, action and category of the vocabulary once', () => {
    expect(groups.map((group) => group.slug)).toEqual([...groupSlugs]);
    expect(actions.map((action) => action.code)).toEqual([...actionCodes]);
    expect(categories.map((category) => category.slug).sort()).toEqual([...categoriesOfTheVocabulary].sort());
  });

  it('says which actions look for something: the first nine', () => {
    expect(actions.map((action) => action.direction)).toEqual([...Array(9).fill('LOOK_FOR'), ...Array(5).fill('HAVE')]);
  });

  it('has a label in each of the eight languages for everything, Bulgarian in Cyrillic', () => {
    for (const { labels } of everything) {
      expect(Object.keys(labels)).toEqual([...languages]);
      for (const language of languages) expect(labels[language].trim(), JSON.stringify(labels)).not.toBe('');
      expect(labels.bg).toMatch(/^[\p{Script=Cyrillic} ,()-]+$/u);
      for (const language of languages.slice(0, -1)) expect(labels[language]).not.toMatch(/\p{Script=Cyrillic}/u);
    }
  });

  it('has no empty or repeated synonym, and Bulgarian ones are Cyrillic but for abbreviations', () => {
    for (const item of [...categories, ...actions, ...objectTypes]) {
      for (const language of languages) {
        const words = item.synonyms[language] ?? [];
        expect(new Set(words).size, words.join()).toBe(words.length);
        for (const word of words) expect(word).toBe(word.trim());
        expect(words).not.toContain('');
        if (language === 'bg') for (const word of words) expect(word).toMatch(/\p{Script=Cyrillic}|^(cd|dvd)$/u);
        else for (const word of words) expect(word).not.toMatch(/\p{Script=Cyrillic}/u);
      }
    }
  });

  it('has unique slugs in kebab case', () => {
    expect(new Set(slugs).size).toBe(slugs.length);
    for (const slug of slugs) expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('has two levels of object types', () => {
    const parents = new Set(objectTypes.filter((type) => type.parent === null).map((type) => type.slug));
    for (const type of objectTypes) if (type.parent !== null) expect(parents).toContain(type.parent);
    for (const parent of parents) expect(objectTypes.some((type) => type.parent === parent)).toBe(true);
  });

  it('has each category of the Open Repair Data Standard once, as a leaf', () => {
    const leaves = objectTypes.filter((type) => type.openRepair !== undefined);
    expect(openRepairCategories).toHaveLength(46);
    expect(leaves.map((type) => type.openRepair).sort()).toEqual([...openRepairCategories].sort());
    expect(leaves.filter((type) => type.parent === null)).toEqual([]);
  });

  it('uses icons that exist', () => {
    expect(everything.map((item) => item.icon).filter((icon) => !existsSync(iconFile(icon)))).toEqual([]);
  });

  it('offers objects that exist, and only drinking water is off by default', () => {
    const known = new Set(objectTypes.map((type) => type.slug));
    for (const { typicalOffers } of categories) {
      for (const { objects } of typicalOffers) for (const object of objects) expect(known).toContain(object);
    }
    expect(categories.filter((category) => category.offByDefault).map((category) => category.slug)).toEqual([
      'drinking-water',
    ]);
  });
});

describe('expanding', () => {
  it('adds the parent of an object and the children of a parent, not the siblings', () => {
    expect(expandObjects(taxonomy, ['toaster'])).toEqual({ slugs: ['small-appliances', 'toaster'], unknown: [] });
    const small = expandObjects(taxonomy, ['small-appliances', 'small-appliances']).slugs;
    expect(small).toContain('toaster');
    expect(new Set(small).size).toBe(small.length);
  });

  it('returns what it does not know apart', () => {
    expect(expandObjects(taxonomy, ['toaster', 'spaceship', 'constructor']).unknown).toEqual([
      'spaceship',
      'constructor',
    ]);
    expect(expandCategories(taxonomy, ['library', 'casino'])).toEqual({ slugs: ['library'], unknown: ['casino'] });
  });

  it('turns a group into its categories, drinking water only by its own name', () => {
    expect(expandCategories(taxonomy, ['refill'])).toEqual({ slugs: ['zero-waste-shop'], unknown: [] });
    expect(expandCategories(taxonomy, ['refill', 'drinking-water']).slugs).toEqual([
      'zero-waste-shop',
      'drinking-water',
    ]);
    expect(expandCategories(taxonomy, ['give']).slugs).toEqual(['give-box', 'free-shop', 'food-sharing']);
  });
});
