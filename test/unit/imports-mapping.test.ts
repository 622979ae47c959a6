import { describe, expect, test } from 'vitest';
import { mapOsmRecord } from '../../api/features/imports/mapping/osm.ts';
import { categoryRules, nameRules } from '../../api/features/imports/mapping/osm-categories.ts';
import { recycledObjects, repairedObjects, shopObjects } from '../../api/features/imports/mapping/osm-objects.ts';
import { classify, isCandidate, type Tags } from '../../api/features/imports/mapping/osm-rules.ts';
import { taxonomy } from '../../api/features/taxonomy/data.ts';

const point = { lon: 7.68, lat: 45.07 };

function fieldsOf(tags: Tags) {
  const mapped = mapOsmRecord({ tags, point });
  if (!('fields' in mapped)) throw new Error(JSON.stringify(mapped));
  return mapped.fields;
}

function warningsOf(tags: Tags, fetchedAt?: Date) {
  const mapped = mapOsmRecord({ tags, point, ...(fetchedAt && { fetchedAt }) });
  return 'warnings' in mapped ? mapped.warnings : [];
}

describe('categories', () => {
  test.each<[Tags, ...string[]]>([
    [{ repair: 'assisted_self_service' }, 'repair-cafe'],
    [{ amenity: 'workshop', repair: 'yes' }, 'repair-cafe'],
    [{ amenity: 'community_centre', name: 'Repair Café Centrum' }, 'repair-cafe'],
    [{ amenity: 'social_centre', name: 'Restart Party' }, 'repair-cafe'],
    [{ name: 'Ciclofficina popolare', amenity: 'social_centre' }, 'bicycle-workshop'],
    [{ shop: 'bicycle', 'service:bicycle:diy': 'yes' }, 'bicycle-workshop'],
    [{ shop: 'repair', repair: 'phone' }, 'electronics-repair'],
    [{ craft: 'electronics_repair' }, 'electronics-repair'],
    [{ shop: 'computer', 'service:computer:repair': 'yes' }, 'electronics-repair'],
    [{ shop: 'computer', 'computer:repair': 'yes' }, 'electronics-repair'],
    [{ shop: 'mobile_phone', repair: 'yes' }, 'electronics-repair'],
    [{ craft: 'shoemaker' }, 'shoe-repair'],
    [{ craft: 'shoemaker; key_cutter' }, 'shoe-repair'],
    [{ shop: 'shoe_repair' }, 'shoe-repair'],
    [{ craft: 'tailor' }, 'tailor'],
    [{ craft: 'dressmaker' }, 'tailor'],
    [{ shop: 'tailor' }, 'tailor'],
    [{ craft: 'watchmaker' }, 'watch-repair'],
    [{ shop: 'watches', repair: 'yes' }, 'watch-repair'],
    [{ craft: 'upholsterer' }, 'upholsterer'],
    [{ shop: 'bicycle', 'service:bicycle:repair': 'yes' }, 'bicycle-repair'],
    [{ shop: 'bicycle', 'bicycle:repair': 'yes' }, 'bicycle-repair'],
    [{ shop: 'bicycle' }, 'bicycle-repair'],
    [{ amenity: 'bicycle_repair_station' }, 'bicycle-repair-station'],
    [{ shop: 'repair' }, 'repair-shop'],
    [{ craft: 'saddler', repair: 'yes' }, 'repair-shop'],
    [{ amenity: 'tool_library' }, 'tool-library'],
    [{ amenity: 'toy_library' }, 'toy-library'],
    [{ amenity: 'bicycle_library' }, 'bicycle-library'],
    [{ name: 'Library of Things', amenity: 'community_centre' }, 'library-of-things'],
    [{ name: 'Leila Leihladen' }, 'library-of-things'],
    [{ amenity: 'library' }, 'library'],
    [{ amenity: 'public_bookcase' }, 'public-bookcase'],
    [{ leisure: 'hackerspace' }, 'makerspace'],
    [{ amenity: 'bicycle_rental' }, 'bicycle-sharing'],
    [{ amenity: 'bicycle_rental', shop: 'bicycle' }, 'bicycle-repair', 'rental-shop'],
    [{ amenity: 'car_sharing' }, 'car-sharing'],
    [{ shop: 'rental' }, 'rental-shop'],
    [{ amenity: 'give_box' }, 'give-box'],
    [{ amenity: 'givebox' }, 'give-box'],
    [{ amenity: 'freeshop' }, 'free-shop'],
    [{ shop: 'free' }, 'free-shop'],
    [{ shop: 'clothes', second_hand: 'yes', fee: 'no' }, 'free-shop'],
    [{ amenity: 'food_sharing' }, 'food-sharing'],
    [{ shop: 'second_hand' }, 'second-hand-shop'],
    [{ shop: 'charity', second_hand: 'only' }, 'charity-shop'],
    [{ shop: 'books', second_hand: 'yes' }, 'second-hand-books'],
    [{ shop: 'clothes', second_hand: 'only' }, 'second-hand-clothes'],
    [{ shop: 'bicycle', second_hand: 'only' }, 'second-hand-bicycles'],
    [{ shop: 'bicycle', second_hand: 'yes' }, 'bicycle-repair', 'second-hand-bicycles'],
    [{ shop: 'antiques', second_hand: 'yes' }, 'antiques'],
    [{ shop: 'furniture', second_hand: 'yes' }, 'second-hand-shop'],
    [{ amenity: 'marketplace', second_hand: 'yes' }, 'flea-market'],
    [{ amenity: 'recycling', recycling_type: 'centre', second_hand: 'yes' }, 'reuse-centre'],
    [{ shop: 'convenience', zero_waste: 'only' }, 'zero-waste-shop'],
    [{ shop: 'supermarket', bulk_purchase: 'yes' }, 'zero-waste-shop'],
    [{ shop: 'deli', 'reusable_packaging:accept': 'yes' }, 'zero-waste-shop'],
    [{ amenity: 'drinking_water' }, 'drinking-water'],
    [{ amenity: 'recycling', recycling_type: 'centre', 'recycling:clothes': 'yes' }, 'recycling-centre'],
    [{ amenity: 'recycling', 'recycling:glass': 'yes', 'recycling:clothes': 'yes' }, 'recycling-point'],
    [{ amenity: 'recycling', 'recycling:clothes': 'yes', 'recycling:shoes': 'yes' }, 'textile-container'],
    [{ amenity: 'recycling', 'recycling:green_waste': 'yes' }, 'compost'],
    [{ amenity: 'community_centre', 'bicycle:repair': 'yes' }, 'bicycle-repair', 'community-space'],
    [{ leisure: 'garden', 'garden:type': 'community' }, 'community-garden'],
  ])('%j is %s', (tags, ...categories) => {
    expect(classify(tags)).toEqual({ categories });
    expect(isCandidate(tags)).toBe(true);
  });

  test.each<[Tags, RegExp]>([
    [{ shop: 'books', second_hand: 'no' }, /shop=books/],
    [{ 'disused:shop': 'second_hand' }, /no shop/],
    [{ 'abandoned:amenity': 'library' }, /no shop/],
    [{ 'was:amenity': 'library', shop: 'supermarket' }, /shop=supermarket/],
    [{ shop: 'second_hand', disused: 'yes' }, /no longer exists/],
    [{ amenity: 'recycling', access: 'private' }, /not open to the public/],
    [{ shop: 'bicycle', 'service:bicycle:retail': 'yes' }, /without repair/],
    [{ amenity: 'fast_food', bulk_purchase: 'yes' }, /fast_food with bulk_purchase=yes/],
    [{ amenity: 'restaurant', name: 'Repair Café' }, /amenity=restaurant/],
    [{ amenity: 'cafe', name: 'Leila' }, /amenity=cafe/],
    [{ amenity: 'community_centre' }, /community_centre/],
    [{ leisure: 'garden' }, /leisure=garden/],
    [{}, /no shop/],
  ])('%j is no circular place', (tags, reason) => {
    expect(classify(tags)).toEqual({ skip: expect.stringMatching(reason) });
  });

  test('every category and every object type of the tables is a word of the field', () => {
    const categories = new Set(taxonomy.categories.map(({ slug }) => slug));
    const objects = new Set(taxonomy.objectTypes.map(({ slug }) => slug));
    for (const { category } of [...categoryRules, ...nameRules]) expect(categories).toContain(category);
    const slugs = [recycledObjects, repairedObjects, shopObjects].flatMap((table) => Object.values(table).flat());
    expect(slugs.length).toBeGreaterThan(150);
    for (const slug of slugs) expect(objects).toContain(slug);
  });

  test('every category can come from OpenStreetMap', () => {
    const reached = new Set([...categoryRules, ...nameRules].map(({ category }) => category));
    reached.add('textile-container').add('compost'); // by what a recycling point takes
    expect(taxonomy.categories.map(({ slug }) => slug).filter((slug) => !reached.has(slug))).toEqual([]);
  });
});

describe('fields', () => {
  test('a name falls back to the brand, but a bottle bank is not called like the town that keeps it', () => {
    expect(fieldsOf({ shop: 'charity', brand: 'Humana' }).name).toBe('Humana');
    expect(fieldsOf({ amenity: 'recycling', operator: 'Comune' })).not.toHaveProperty('name');
    expect(fieldsOf({ amenity: 'public_bookcase' })).not.toHaveProperty('name');
  });

  test('address, contact and access are read under either way of tagging', () => {
    const fields = fieldsOf({
      shop: 'second_hand',
      name: 'Synthetic shop',
      'addr:street': 'Test street',
      'addr:housenumber': '7',
      'addr:postcode': '10100',
      'addr:city': 'Testville',
      'addr:country': 'it',
      'contact:phone': '+39 011 0000000;+39 1',
      email: 'test@example.org',
      'contact:website': 'www.example.org/a b',
      'contact:facebook': 'testpage',
      wheelchair: 'limited',
      'wheelchair:description': 'a step',
      'description:fr': 'Bonjour',
      opening_hours: 'Mo-Fr 09:00-12:00',
      'language:it': 'yes',
      'language:en': 'no',
      organic: 'yes',
      by_appointment: 'yes',
    });
    expect(fields).toMatchObject({
      address: { street: 'Test street', houseNumber: '7', postcode: '10100', city: 'Testville', country: 'IT' },
      phone: '+39 011 0000000',
      email: 'test@example.org',
      website: 'https://www.example.org/a',
      social: { facebook: 'https://www.facebook.com/testpage' },
      wheelchair: 'LIMITED',
      accessNotes: { en: 'a step' },
      description: { fr: 'Bonjour' },
      openingHours: 'Mo-Fr 09:00-12:00',
      languages: ['it'],
      labels: ['organic'],
      byAppointment: true,
    });
  });

  test.each<[Tags, string[] | undefined]>([
    [{ 'payment:cash': 'yes', 'payment:cards': 'no' }, ['CASH']],
    [{ 'payment:coins': 'yes', 'payment:visa': 'yes', 'payment:contactless': 'yes' }, ['CASH', 'CARDS', 'CONTACTLESS']],
    [{ 'payment:debit_cards': 'only', 'payment:bitcoin': 'yes' }, ['CARDS']],
    [{ 'payment:cash': 'no', 'payment:notes': 'maybe' }, undefined],
  ])('payment of %j is %j', (tags, payment) => {
    expect(fieldsOf({ shop: 'second_hand', ...tags }).payment).toEqual(payment);
  });

  test.each<[Tags, string]>([
    [{ wikimedia_commons: 'File:Synthetic shop?.jpg' }, 'File:Synthetic_shop%3F.jpg'],
    [{ wikimedia_commons: 'Category:Città' }, 'Category:Citt%C3%A0'],
    [{ image: 'https://commons.wikimedia.org/wiki/File:Citt%C3%A0.jpg' }, 'File:Citt%C3%A0.jpg'],
  ])('photographs of %j are shown at Wikimedia Commons, which tells their licences', (tags, page) => {
    expect(fieldsOf({ shop: 'second_hand', ...tags }).photosPage).toBe(`https://commons.wikimedia.org/wiki/${page}`);
  });

  test.each<Tags>([
    { image: 'https://photos.example/1.jpg' },
    { image: 'javascript:alert(1)' },
    { wikimedia_commons: 'javascript:alert(1)' },
    { wikimedia_commons: 'File:' },
  ])('an address without a licence is no page of photographs: %j', (tags) => {
    expect(fieldsOf({ shop: 'second_hand', ...tags })).not.toHaveProperty('photosPage');
  });

  test('the latest date of a check counts, and a date that is none is told and left out', () => {
    const shop = { shop: 'second_hand' };
    expect(fieldsOf({ ...shop, check_date: '2021-05-03', 'survey:date': '2020-01' }).verifiedAt).toBe(
      '2021-05-03T00:00:00.000Z',
    );
    expect(fieldsOf({ ...shop, check_date: '2021-02-30' })).not.toHaveProperty('verifiedAt');
    expect(warningsOf({ ...shop, check_date: '2021-02-30' })).toEqual(['check_date: not a date']);
    expect(warningsOf({ ...shop, check_date: '2022-01-01' }, new Date('2021-01-01'))).toEqual([
      'check_date: a date after that of the data',
    ]);
  });

  test('what cannot be a web address, an e-mail or a telephone number is told and left out', () => {
    const tags = { shop: 'second_hand', website: 'javascript:alert(1)', email: 'none', phone: 'ask' };
    expect(fieldsOf(tags)).not.toHaveProperty('website');
    expect(warningsOf(tags)).toEqual([
      'phone: not a telephone number',
      'email: not an e-mail address',
      'website: not a web address',
    ]);
  });
});

describe('offers', () => {
  test.each<[string, Tags, object[] | undefined]>([
    ['nothing is said without a tag', { amenity: 'library' }, undefined],
    [
      'a shop for second-hand clothes',
      { shop: 'clothes', second_hand: 'yes' },
      [{ action: 'BUY_SECOND_HAND', objects: ['clothes'] }],
    ],
    [
      'a bicycle shop that repairs and rents',
      { shop: 'bicycle', 'service:bicycle:repair': 'yes', 'service:bicycle:rental': 'yes' },
      [
        { action: 'REPAIR', objects: ['bicycle'] },
        { action: 'RENT', objects: ['bicycle'] },
      ],
    ],
    [
      'a workshop to repair in',
      { 'service:bicycle:diy': 'yes' },
      [{ action: 'REPAIR_YOURSELF', objects: ['bicycle'] }],
    ],
    [
      'a recycling point',
      { amenity: 'recycling', 'recycling:glass': 'yes', 'recycling:cans': 'yes', 'recycling:paper': 'no' },
      [{ action: 'RECYCLE', objects: ['glass-packaging', 'metal-packaging'] }],
    ],
    ['a free library', { amenity: 'toy_library', fee: 'no' }, [{ action: 'BORROW', objects: [], priceKind: 'FREE' }]],
    [
      'a shop where everything is free',
      { shop: 'clothes', second_hand: 'only', fee: 'no' },
      [{ action: 'TAKE', objects: ['clothes'], priceKind: 'FREE' }],
    ],
    ['a shop that refills', { shop: 'convenience', bulk_purchase: 'yes' }, [{ action: 'REFILL', objects: [] }]],
  ])('%s', (_, tags, offers) => {
    expect(fieldsOf(tags).offers).toEqual(offers);
  });
});

describe('hostile input', () => {
  const shop = { shop: 'second_hand' };
  const rejected = (tags: Tags, at: typeof point | undefined = point) =>
    mapOsmRecord({ tags: { ...shop, ...tags }, point: at });

  test.each([
    ['a name of 10 MB', { name: 'x'.repeat(10_000_000) }, /name of 10000000 characters/],
    ['a name of 201 characters', { name: 'x'.repeat(201) }, /name of 201 characters/],
    ['HTML in a name', { name: 'Shop <img src=x onerror=alert(1)>' }, /HTML in the name/],
  ])('%s is refused', (_, tags, reason) => {
    expect(rejected(tags)).toEqual({ reject: expect.stringMatching(reason) });
  });

  test.each([
    ['0/0', { lon: 0, lat: 0 }, 'position 0/0'],
    [
      'swapped coordinates',
      { lon: 45.07, lat: 107.68 },
      'latitude 107.68 is out of range: longitude and latitude look swapped',
    ],
    ['a latitude beyond the pole', { lon: 170, lat: 91 }, 'latitude 91 is out of range'],
    ['a longitude beyond the antimeridian', { lon: 181, lat: 45 }, 'longitude 181 is out of range'],
    ['not a number', { lon: Number.NaN, lat: 45 }, 'the position is not a pair of numbers'],
  ])('%s is refused', (_, at, reason) => {
    expect(rejected({ name: 'Synthetic shop' }, at)).toEqual({ reject: reason });
  });

  test('control characters and marks that turn the reading direction leave a name', () => {
    expect(fieldsOf({ ...shop, name: ' Syn\u0000the\u202etic\n  shop\u0007 ' }).name).toBe('Synthetic shop');
  });

  test('a name with a sign for "less" is no HTML', () => {
    expect(fieldsOf({ ...shop, name: 'Prices < 5 & more' }).name).toBe('Prices < 5 & more');
  });

  test('HTML leaves a description, with a warning', () => {
    const tags = { ...shop, 'description:en': 'One<br>two <b>three</b>' };
    expect(fieldsOf(tags).description).toEqual({ en: 'One\ntwo three' });
    expect(warningsOf(tags)).toEqual(['description:en: HTML taken out of a text']);
  });
});
