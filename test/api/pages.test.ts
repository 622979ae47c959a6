import sql from 'sql-template-tag';
import { describe, expect, test } from 'vitest';
import { languages } from '../../api/features/taxonomy/model.ts';
import { testApp } from '../support/app.ts';
import { insertListings, type TestListing } from '../support/listings.ts';
import { schemaOrgProblems } from '../support/schema-org.ts';

const { app, database } = await testApp({ now: new Date('2026-11-30T12:00:00Z') });
const base = 'http://127.0.0.1:4000';

/** A town of the gazetteer, as the loader writes it. */
async function town(name: string, lon: number, lat: number, population: number, id: string) {
  await database.query(sql`insert into place (kind, name, names, country, population, position, search_text, source,
    source_id, licence) values ('TOWN', ${name}, ${JSON.stringify({ en: `${name} in English` })}, 'IT', ${population},
    st_point(${lon}::float8, ${lat}::float8)::geography, ${`|${name.toLowerCase()}|${name.toLowerCase()} abroad|`},
    'geonames', ${id}, 'CC-BY-4.0')`);
}
await town('Prova', 11, 44, 60_000, '1');
await town('Prova', 12, 45, 5000, '2');
await town('Vicina', 11.1, 44, 9000, '3');
await town('Vuota', 15, 38, 9000, '4');

/** A photo of the first place, without its files: pages name them only. */
const photographed = async (slug: string) => {
  const [photo] = await database.query<{ id: number }>(sql`insert into photo (listing_id, author_role, sort, width,
    height, alt, credit, licence, created_at) select id, 'OWNER', 0, 1600, 900,
    ${JSON.stringify({ it: `Il "banco" <b>` })}::jsonb, ${hostile}, 'CC-BY-4.0', now() from listing where slug = ${slug}
    returning id`);
  return photo?.id ?? 0;
};

const hostile = `</script><script>alert("1")</script> & 'Ciao' <b>`;
const here = { lon: 11.001, lat: 44.001 };
const hours = { osm: 'Mo-Fr 09:00-13:00,15:00-19:00; Sa 20:00-02:00', timezone: 'Europe/Rome', country: 'IT' };
const places: TestListing[] = [
  {
    slug: 'officina',
    name: 'Officina <Rossi> & figli',
    categories: ['bicycle-repair'],
    location: here,
    street: 'Via Roma',
    houseNumber: '12',
    postcode: '40100',
    city: 'Prova',
    country: 'IT',
    schedule: hours,
    description: { it: 'Ripara <tutto>', en: 'Repairs <everything>' },
    languages: ['it', 'de'],
    wheelchair: 'LIMITED',
    verifiedAt: new Date('2026-10-01T00:00:00Z'),
    offers: [
      { action: 'REPAIR', objects: ['bicycle'], priceKind: 'PAID', amountMin: 10, amountMax: 40, currency: 'EUR' },
    ],
  },
  {
    slug: 'fontana',
    name: 'Fontana',
    categories: ['drinking-water'],
    location: here,
    offers: [{ action: 'REFILL', objects: [], priceKind: 'FREE' }],
  },
  {
    slug: 'libreria',
    name: hostile,
    categories: ['public-bookcase'],
    location: { lon: 11.1, lat: 44 },
    street: hostile,
  },
  { slug: 'sartoria', name: 'Sartoria', categories: ['tailor'], location: here },
  { slug: 'chiuso', name: 'Chiuso', location: here, status: 'CLOSED' },
  { slug: 'archiviato', name: 'Archiviato', location: here, status: 'ARCHIVED' },
  { slug: 'bozza', name: 'Bozza', location: here, status: 'DRAFT' },
  { slug: 'rifiutato', name: 'Rifiutato', location: here, status: 'REJECTED' },
];
const ids = await insertListings(database, places);
await insertListings(database, [
  { slug: 'doppione', name: 'Doppione', location: here, status: 'MERGED', mergedIntoId: ids[0] ?? 0 },
  { slug: 'doppione-chiuso', name: 'Doppione', location: here, status: 'MERGED', mergedIntoId: ids[4] ?? 0 },
]);
await database.query(sql`update listing set website = 'javascript:alert(1)', phone = '+39 051 123', email = 'a@b.it',
  social = '{"facebook": "https://facebook.com/officina", "x": "javascript:alert(2)"}' where slug = 'officina'`);
await database.query(
  sql`insert into source (slug, kind, name, rank, open) values ('prova', 'CSV', 'Prova & C.', 500, true)`,
);
await database.query(sql`insert into source_record (source_slug, record_id, listing_id, dataset, url, licence,
  attribution, fetched_at, fields) values ('prova', '1', ${ids[0]}, 'prova', 'https://example.org/1', 'CC-BY-4.0',
  '© Prova', '2026-11-01Z', '{}')`);

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });
const unescaped = (text: string) =>
  text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name as string] ?? '',
  );

/** What stands in the head, read as a browser would. */
function headOf(page: string) {
  const [head = ''] = page.split('</head>');
  const attribute = (pattern: RegExp) => unescaped(pattern.exec(head)?.[1] ?? '');
  return {
    title: attribute(/<title>([^<]*)<\/title>/),
    description: attribute(/<meta name="description" content="([^"]*)"/),
    canonical: attribute(/<link rel="canonical" href="([^"]*)"/),
    alternates: Object.fromEntries(
      [...head.matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"/g)].map(([, code, to]) => [code, to]),
    ),
    meta: (name: string) => attribute(new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`)),
    data: JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(head)?.[1] ?? 'null'),
  };
}

describe('the page of a place', () => {
  test('tells what the place is, in HTML', async () => {
    const response = await get('/listings/officina?lang=it');
    expect(response.statusCode).toBe(200);
    expect(response.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'content-language': 'it' });
    expect(response.headers.vary).toContain('Accept-Language');
    const text = unescaped(response.body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '));
    for (const words of [
      'Officina <Rossi> & figli',
      'Ripara <tutto>',
      'Via Roma 12, 40100 Prova, Italia',
      'lunedì 09:00–13:00, 15:00–19:00',
      'sabato 20:00–02:00',
      'domenica chiuso',
      'In parte senza gradini',
      'italiano, tedesco',
      'Verificato sul posto il 1 ottobre 2026',
      '© Prova',
      'Sartoria Sart',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toMatch(/: bicicletta \(a pagamento; 10[^)]*40/);
    expect(response.body).toContain('<html lang="it">');
    expect(response.body).toContain('<a href="https://spdx.org/licenses/CC-BY-4.0.html" rel="license noopener">');
    expect(response.body).toContain('href="/?lang=it&amp;place=officina"');
  });

  test('has a head for search engines and for links shown elsewhere', async () => {
    const { title, description, canonical, alternates, meta } = headOf((await get('/listings/officina?lang=fr')).body);
    expect(title).toMatch(/^Officina <Rossi> & figli – .+ à Prova · Ricircolo$/);
    expect(description).toMatch(/Via Roma 12/);
    expect(description.length).toBeLessThanOrEqual(160);
    expect(canonical).toBe(`${base}/listings/officina?lang=fr`);
    expect(alternates).toEqual({
      ...Object.fromEntries(languages.map((language) => [language, `${base}/listings/officina?lang=${language}`])),
      'x-default': `${base}/listings/officina`,
    });
    expect(meta('og:title')).toBe(title);
    expect(meta('og:url')).toBe(canonical);
    expect(meta('og:locale')).toBe('fr_FR');
    expect(meta('og:image')).toBe(`${base}/listings/officina/card.png?lang=fr`);
    expect(meta('twitter:card')).toBe('summary_large_image');
    expect(headOf((await get('/listings/officina')).body).canonical).toBe(`${base}/listings/officina`);
  });

  test('shows its photos, in the head too', async () => {
    const id = await photographed('fontana');
    const { body } = await get('/listings/fontana?lang=it');
    const { meta, data } = headOf(body);
    expect(meta('og:image')).toBe(`${base}/photos/${id}-1200.jpg`);
    expect([meta('og:image:type'), meta('og:image:width'), meta('og:image:height')]).toEqual([
      'image/jpeg',
      '1200',
      '675',
    ]);
    expect(meta('og:image:alt')).toBe('Il "banco" <b>');
    expect(schemaOrgProblems(data)).toEqual([]);
    const place = data['@graph'].find((thing: { geo?: object }) => thing.geo);
    expect(place.image).toEqual([
      expect.objectContaining({
        '@type': 'ImageObject',
        url: `${base}/photos/${id}-1600.webp`,
        license: 'https://spdx.org/licenses/CC-BY-4.0.html',
      }),
    ]);
    const [image = ''] = /<img [^>]*>/.exec(body) ?? [];
    expect(image).toContain(
      `srcset="/photos/${id}-400.webp 400w, /photos/${id}-800.webp 800w, /photos/${id}-1600.webp 1600w"`,
    );
    expect(image).toContain('width="1600" height="900" alt="Il &quot;banco&quot; &lt;b&gt;" lang="it"');
    expect(body).not.toContain('<script>alert');
    await database.query(sql`update photo set hidden_at = now() where id = ${id}`);
    expect(headOf((await get('/listings/fontana?lang=it')).body).meta('og:image')).toContain('/card.png');
  });

  test("has data in schema.org's terms", async () => {
    for (const slug of ['officina', 'fontana', 'libreria']) {
      const { data } = headOf((await get(`/listings/${slug}?lang=en`)).body);
      expect(schemaOrgProblems(data)).toEqual([]);
    }
    const { data } = headOf((await get('/listings/officina?lang=en')).body);
    const place = data['@graph'].find((thing: { geo?: object }) => thing.geo);
    expect(place).toMatchObject({
      '@type': 'LocalBusiness',
      name: 'Officina <Rossi> & figli',
      geo: { latitude: here.lat, longitude: here.lon },
      address: { streetAddress: 'Via Roma 12', postalCode: '40100', addressLocality: 'Prova', addressCountry: 'IT' },
      telephone: '+39 051 123',
      email: 'a@b.it',
      isAccessibleForFree: false,
      sameAs: ['https://facebook.com/officina', 'https://example.org/1'],
    });
    const day = (name: string) => `https://schema.org/${name}`;
    expect(place.openingHoursSpecification).toEqual([
      {
        '@type': 'OpeningHoursSpecification',
        dayOfWeek: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map(day),
        opens: '09:00',
        closes: '13:00',
      },
      {
        '@type': 'OpeningHoursSpecification',
        dayOfWeek: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map(day),
        opens: '15:00',
        closes: '19:00',
      },
      { '@type': 'OpeningHoursSpecification', dayOfWeek: [day('Saturday')], opens: '20:00', closes: '02:00' },
    ]);
  });

  test('escapes what anybody wrote, and links to nothing but the web', async () => {
    const { body } = await get('/listings/libreria?lang=en');
    expect(body).not.toContain('<script>alert');
    expect(body).not.toContain('<b>');
    expect(headOf(body).title).toContain(hostile);
    expect(JSON.stringify(headOf(body).data)).toContain('alert(');
    expect((await get('/listings/officina')).body).not.toContain('href="javascript:');
  });

  test('answers the map’s own address of a place too, and names the page as the canonical one', async () => {
    const { canonical, title } = headOf((await get('/?place=officina&lang=en')).body);
    expect(canonical).toBe(`${base}/listings/officina?lang=en`);
    expect(title).toContain('Officina');
    expect((await get('/?place=doppione&lang=en')).headers.location).toBe('/?place=officina&lang=en');
  });

  test('is asked for again only when it has changed', async () => {
    const first = await get('/listings/fontana?lang=en');
    const again = await get('/listings/fontana?lang=en', { 'if-none-match': String(first.headers.etag) });
    expect(again.statusCode).toBe(304);
  });
});

describe('the language', () => {
  test.each([
    ['/listings/fontana?lang=cs', 'en', 'cs'],
    ['/listings/fontana', 'de, bg;q=0.8, en;q=0.5', 'bg'],
    ['/listings/fontana', '', 'it'],
    ['/listings/fontana?lang=xx', 'fi', 'fi'],
    ['/nowhere', 'nl', 'nl'],
  ])('of %s for a browser that reads %s is %s', async (url, accepted, language) => {
    const response = await get(url, { 'accept-language': accepted });
    expect(response.headers['content-language']).toBe(language);
    expect(response.body).toContain(`<html lang="${language}">`);
  });

  test('is one of eight on every kind of page', async () => {
    const titles = await Promise.all(
      languages.map(async (language) => {
        const pages = await Promise.all(
          ['/', '/about', '/in/it/prova', '/in/it/prova/bicycle-repair', '/listings/officina', '/nowhere'].map((path) =>
            get(`${path}?lang=${language}`),
          ),
        );
        return pages.map(({ body }) => headOf(body).title).join();
      }),
    );
    expect(new Set(titles).size).toBe(languages.length);
  });
});

describe('honest statuses', () => {
  test.each([
    ['/listings/nothing', 404],
    ['/listings/bozza', 404],
    ['/listings/rifiutato', 404],
    ['/listings/chiuso', 410],
    ['/listings/archiviato', 410],
    ['/listings/doppione-chiuso', 410],
    ['/listings/%00', 404],
    [`/listings/${'a'.repeat(290)}`, 404],
    ['/listings/x%0d%0aset-cookie:%20a=b', 404],
    ['/in/it/nowhere', 404],
    ['/in/xx/prova', 404],
    ['/in/it/prova/nothing', 404],
    ['/nowhere', 404],
    ['/sitemaps/nothing.xml', 404],
  ])('%s is %i, with a page that helps', async (url, status) => {
    const response = await get(`${url}?lang=en`);
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(response.body).toContain('name="robots" content="noindex"');
    expect(response.body).toContain('role="search"');
    expect(response.body).not.toContain('rel="canonical"');
    expect(Object.keys(response.headers)).not.toContain('set-cookie');
  });

  test.each([
    ['/listings/doppione', '/listings/officina'],
    ['/listings/doppione?lang=fr', '/listings/officina?lang=fr'],
    ['/listings/OFFICINA', '/listings/officina'],
    ['/listings/officina/', '/listings/officina'],
    ['/in/IT/Prova', '/in/it/prova'],
    ['/in/it/prova-abroad/repair?lang=en', '/in/it/prova/repair?lang=en'],
    ['/in/it/prova/', '/in/it/prova'],
  ])('%s moved to %s', async (url, location) => {
    const response = await get(url);
    expect(response.statusCode).toBe(301);
    expect(response.headers.location).toBe(location);
  });

  test('programs get a short answer', async () => {
    const response = await get('/tiles/nothing');
    expect(response.statusCode).toBe(404);
    expect(response.json()).toEqual({ error: 'There is nothing at this address.' });
  });
});

describe('the page of a town', () => {
  test('lists its places, kinds and neighbours, and tells the map what to ask for', async () => {
    const { body, statusCode } = await get('/in/it/prova?lang=en');
    expect(statusCode).toBe(200);
    expect(headOf(body).title).toBe('Repair, borrow and reuse in Prova in English · Ricircolo');
    expect(headOf(body).canonical).toBe(`${base}/in/it/prova?lang=en`);
    expect(body).toContain('href="/listings/officina?lang=en"');
    expect(body).toContain('href="/in/it/prova/bicycle-repair?lang=en"');
    expect(body).toContain('href="/in/it/vicina?lang=en"');
    expect(body).not.toContain('/listings/libreria');
    expect(schemaOrgProblems(headOf(body).data)).toEqual([]);
    const search = JSON.parse(/id="served-search">(.*?)<\/script>/.exec(body)?.[1] ?? '');
    expect(search).toMatchObject({
      path: '/in/it/prova',
      near: { lon: 11, lat: 44, radiusMeters: 5000 },
      categories: [],
    });
  });

  test('lists one kind, or one group of kinds', async () => {
    for (const kind of ['bicycle-repair', 'repair']) {
      const { body } = await get(`/in/it/prova/${kind}?lang=en`);
      expect(body).toContain('/listings/officina');
      expect(body).not.toContain('/listings/fontana');
    }
  });

  test('keeps apart two towns of one name', async () => {
    const { body, statusCode } = await get('/in/it/prova-2?lang=en');
    expect(statusCode).toBe(200);
    expect(headOf(body).canonical).toBe('');
    expect(body).toContain('"lon":12');
  });

  test('is passed by where there is no place, in search engines', async () => {
    const { body, statusCode } = await get('/in/it/vuota?lang=en');
    expect(statusCode).toBe(200);
    expect(headOf(body).meta('robots')).toBe('noindex');
    expect(headOf((await get('/in/it/prova')).body).meta('robots')).toBe('');
  });
});

describe('what crawlers are told', () => {
  test('the first page leads to the towns', async () => {
    const { body } = await get('/?lang=en');
    expect(headOf(body)).toMatchObject({ canonical: `${base}/?lang=en`, title: expect.stringContaining('Ricircolo') });
    expect(body).toContain('href="/in/it/prova?lang=en"');
    expect(schemaOrgProblems(headOf(body).data)).toEqual([]);
  });

  test('robots.txt names the sitemap, which leads to every public page and no other', async () => {
    expect((await get('/robots.txt')).body).toContain(`Sitemap: ${base}/sitemap.xml`);
    const index = await get('/sitemap.xml');
    expect(index.headers['content-type']).toBe('application/xml; charset=utf-8');
    const files = [...index.body.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, file = '']) => file.slice(base.length));
    const bodies = await Promise.all(files.map(async (file) => (await get(file)).body));
    const addresses = bodies.flatMap((body) => [...body.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, to]) => to));
    expect(addresses.sort()).toEqual(
      [
        '/',
        '/about',
        '/accessibility',
        '/embed/configure',
        '/in/it/prova',
        '/in/it/prova/bicycle-repair',
        '/in/it/prova/drinking-water',
        '/in/it/prova/tailor',
        '/in/it/vicina',
        '/in/it/vicina/public-bookcase',
        '/listings/fontana',
        '/listings/libreria',
        '/listings/officina',
        '/listings/sartoria',
        '/places/new',
        '/privacy',
        '/worklist',
      ].map((path) => base + path),
    );
    for (const address of addresses) expect((await get(address ?? '')).statusCode).toBe(200);
    const [listings = ''] = bodies.filter((body) => body.includes('/listings/officina<'));
    expect(listings).toContain('<lastmod>2026-01-01T00:00:00.000Z</lastmod>');
    expect(listings).toContain(`hreflang="bg" href="${base}/listings/officina?lang=bg"`);
  });
});

describe('pages that depend on who asks', () => {
  test.each(['/sign-in', '/account', '/account/delete?token=one', '/invitations/a-token', '/organizations/any'])(
    '%s answers anybody alike, in their language, and asks search engines to pass it by',
    async (url) => {
      const { body, statusCode, headers } = await get(url, { 'accept-language': 'cs' });
      expect([statusCode, headers['content-language']]).toEqual([200, 'cs']);
      expect(headOf(body)).toMatchObject({ canonical: '', title: expect.stringMatching(/^.+ · Ricircolo$/) });
      expect(headOf(body).meta('robots')).toBe('noindex');
      expect((await get(url, { 'accept-language': 'cs', cookie: 'ricircolo.session_token=any' })).body).toBe(body);
    },
  );
});

describe('the picture of a place', () => {
  const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

  test('is a PNG of 1200 by 630, kept by its ETag', async () => {
    for (const slug of ['officina', 'libreria']) {
      const response = await get(`/listings/${slug}/card.png?lang=bg`);
      expect(response.headers['content-type']).toBe('image/png');
      expect(response.rawPayload.subarray(1, 4).toString()).toBe('PNG');
      expect(sizeOf(response.rawPayload)).toEqual([1200, 630]);
      const etag = String(response.headers.etag);
      expect((await get(`/listings/${slug}/card.png?lang=bg`, { 'if-none-match': etag })).statusCode).toBe(304);
      expect((await get(`/listings/${slug}/card.png?lang=en`)).headers.etag).not.toBe(etag);
    }
  });

  test('follows a merged place and is nowhere for one that is not public', async () => {
    expect((await get('/listings/doppione/card.png')).headers.location).toBe('/listings/officina/card.png');
    expect((await get('/listings/bozza/card.png')).statusCode).toBe(404);
  });
});

describe('every answer', () => {
  test.each(['/', '/listings/officina', '/nowhere', '/health/live', '/robots.txt', '/tiles/listings.json'])(
    '%s has the headers that keep browsers safe',
    async (url) => {
      const { headers } = await get(url);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'; script-src 'self';");
      expect(policy).toContain("frame-ancestors 'self'");
      expect(policy).toContain("connect-src 'self' https://tiles.openfreemap.org");
      expect(policy).not.toContain('unsafe');
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'cross-origin-opener-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('geolocation=(self)'),
      });
    },
  );
});
