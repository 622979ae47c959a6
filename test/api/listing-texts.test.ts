/** Whatever people write stays text: in the served page, in what the API answers, and in letters. */
import sql from 'sql-template-tag';
import { beforeAll, expect, it, vi } from 'vitest';
import { testApp } from '../support/app.ts';
import { insertRegion, mutate, publishPlace, registerPlace, signInModerator } from '../support/moderation.ts';
import { type Browser, lettersTo, openBrowser, signInByMail } from '../support/people.ts';

const test = await testApp({ mail: true });
let anna: Browser;
let moderator: Browser;

beforeAll(async () => {
  await insertRegion(test);
  [anna, moderator] = await Promise.all([
    signInByMail(test, 'anna@synthetic.example'),
    signInModerator(test, 'moderator@synthetic.example'),
  ]);
}, 120_000);

const hostile = [
  '<script>alert(1)</script>',
  '</script><script>alert(2)</script>',
  '"><img src=x onerror=alert(3)>',
  "' onmouseover='alert(4)",
  '</title><svg/onload=alert(5)>',
  '<!--<script>alert(6)',
  '{{constructor.constructor("alert(7)")()}}<b>',
  ']]><iframe srcdoc="<script>alert(8)">',
  '\u202e<script>\u0000alert(9)</script>',
];

it.each(hostile)('%j stays text in the page of a place', async (words) => {
  const texts = [{ language: 'en', text: words }];
  const place = await publishPlace(moderator, anna, {
    name: `Texts ${words}`,
    address: { street: words, houseNumber: words.slice(0, 20), postcode: words.slice(0, 20), city: words },
    labels: [words],
    description: texts,
    accessNotes: texts,
    offers: [{ action: 'REPAIR', note: texts }],
    website: 'https://synthetic.example/?a="<script>alert(1)</script>',
  });
  const { status, body } = await openBrowser(test).request('GET', `/listings/${place.slug}`);
  expect(status).toBe(200);
  const visible = words.replaceAll('\u0000', '').replaceAll('\u202e', '');
  const [, data = '<'] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body) ?? [];
  expect(data).not.toContain('<');
  const page = body.replace(data, '');
  expect(page).not.toContain(visible);
  expect(page).not.toMatch(/<(img|svg|iframe|script)[^>]*(alert|srcdoc|onerror|onload)/);
  expect(body).not.toMatch(/(src|href)="javascript:/);
  const answer = await openBrowser(test).ask('query ($id: ID!) { listing(id: $id) { name description } }', {
    id: place.id,
  });
  expect(answer.data.listing).toEqual({ name: `Texts ${visible}`, description: visible });
});

it('keeps a name that would be a header out of the headers of letters', async () => {
  const name = 'Officina\r\nBcc: all@synthetic.example\r\n\r\n<b>';
  const boris = await signInByMail(test, 'boris@synthetic.example');
  const place = await publishPlace(moderator, boris, { name });
  expect(place.name).toBe('Officina Bcc: all@synthetic.example <b>');
  const letter = await vi.waitFor(
    () => {
      const found = lettersTo(test, 'boris@synthetic.example').find(({ raw }) => raw.includes(place.slug));
      if (!found)
        throw new Error(
          `no letter yet: ${place.slug} ${lettersTo(test, 'anna@synthetic.example')
            .map(({ raw }) => raw.slice(0, 300))
            .slice(-2)
            .join('|')}`,
        );
      return found;
    },
    { timeout: 20_000, interval: 50 },
  );
  const [headers = ''] = letter.raw.split('\r\n\r\n');
  expect(headers).toContain('Subject: Officina Bcc: all@synthetic.example <b> is on the map');
  expect(headers).not.toMatch(/^Bcc:/m);
  expect(letter.raw.slice(letter.raw.indexOf('<!doctype'))).not.toContain('<b>');
});

it('registers once for one key, however many ask at the same time', async () => {
  const input = { name: 'Once', categories: ['repair-cafe'], location: { lon: 0.1, lat: 0.1 } };
  const results = await Promise.all(
    Array.from({ length: 4 }, () =>
      mutate(
        anna,
        'createListing(input: $input, submit: true, distinct: true, idempotencyKey: "once")',
        '... on ListingCreated { listing { id } }',
        { input: ['ListingInput!', input] },
      ),
    ),
  );
  expect(new Set(results.map(({ listing }) => listing.id)).size).toBe(1);
  expect(await test.database.query(sql`select from listing where name = 'Once'`)).toHaveLength(1);
});

it('gives two of one name that are handed in at once addresses of their own', async () => {
  const both = await Promise.all([registerPlace(anna, { name: 'Twins' }), registerPlace(anna, { name: 'Twins' })]);
  expect(both.map(({ slug }) => slug).sort()).toEqual(['twins', 'twins-2']);
});
