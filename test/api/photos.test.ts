import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { userCommand } from '../../api/features/accounts/cli.ts';
import { testApp } from '../support/app.ts';
import { insertListings, insertSpokenListing } from '../support/listings.ts';
import { insertOrganization } from '../support/organizations.ts';
import { type Browser, openBrowser, proveSecondFactor, signInByMail } from '../support/people.ts';
import { picture, pngBomb, telephonePicture } from '../support/pictures.ts';

const test = await testApp({ mail: true });
const { app, database, dataDir } = test;

let owner: Browser;
let stranger: Browser;
let moderator: Browser;
let ownerId = '';
let organization = 0;
const visitor = openBrowser(test);

const globalId = (id: number) => Buffer.from(`Listing:${id}`).toString('base64');

beforeAll(async () => {
  await database.query(sql`insert into region (code, level, name, country, boundary, source, licence) values
    ('XX-1', 1, 'Synthetic', 'XX', st_geogfromtext('multipolygon(((0 0, 1 0, 1 1, 0 0)))'), 'test', 'CC0-1.0')`);
  [owner, stranger, moderator] = (await Promise.all(
    ['owner', 'stranger', 'moderator'].map((name) => signInByMail(test, `${name}@synthetic.example`)),
  )) as [Browser, Browser, Browser]; // three names
  ownerId = (await owner.ask('{ viewer { id } }')).data.viewer.id;
  organization = await insertOrganization(database, [[ownerId, 'OWNER']]);
  const context = { database, now: () => new Date(), print: () => {} };
  await userCommand(context, ['grant', 'moderator@synthetic.example', 'moderator', '--region', 'XX-1']);
  await proveSecondFactor(moderator);
}, 60_000);

async function place(options: object = {}): Promise<number> {
  const listing = { location: { lon: 1, lat: 1 }, organizationId: organization, regionCodes: ['XX-1'], ...options };
  const [id] = await insertListings(database, [listing]);
  return id ?? 0;
}

async function upload(browser: Browser, listing: number, body: Buffer, headers: object = {}, more = '') {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await app.inject({
    method: 'POST',
    url: `/api/photos?listing=${encodeURIComponent(globalId(listing))}${more}`,
    headers: { cookie, origin: 'http://127.0.0.1:4000', 'content-type': 'image/jpeg', ...headers },
    payload: body,
  });
  return { status: response.statusCode, body: response.json() };
}

const photoFields = `photos { id width height alt credit licence authorRole hidden urls { path url width height } }`;
async function photosOf(listing: number, browser = visitor) {
  const query = `query ($id: ID!) { listing(id: $id) { ${photoFields} } }`;
  const { data, errors } = await browser.ask(query, { id: globalId(listing) });
  expect(errors).toBeUndefined();
  return data.listing.photos;
}

async function fetchFile(path: string, browser = visitor) {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await app.inject({ url: path, headers: { cookie } });
  return { status: response.statusCode, headers: response.headers, bytes: response.rawPayload };
}

async function change(browser: Browser, mutation: string) {
  const { data, errors } = await browser.ask(`mutation { result: ${mutation} {
    __typename ... on ValidationError { field message } ... on NotAllowed { message } ... on NotFound { message } } }`);
  expect(errors).toBeUndefined();
  return data.result;
}

describe('a photo', () => {
  it('is drawn anew in a few widths, upright, in sRGB, and without a word of the file it came from', async () => {
    const listing = await place();
    const original = await telephonePicture();
    expect(original.includes('SyntheticPhone')).toBe(true);
    expect(await upload(owner, listing, original)).toMatchObject({ status: 201, body: { id: expect.any(String) } });
    const [photo] = await photosOf(listing);
    expect(photo).toMatchObject({
      width: 600,
      height: 900,
      licence: 'CC-BY-4.0',
      authorRole: 'OWNER',
      alt: null,
      credit: null,
      hidden: false,
    });
    expect(photo.urls.map(({ width, height }: { width: number; height: number }) => [width, height])).toEqual([
      [400, 600],
      [600, 900],
    ]);
    for (const { path } of [...photo.urls, { path: photo.urls[0].path.replace('400.webp', '1200.jpg') }]) {
      const { status, headers, bytes } = await fetchFile(path);
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'content-type': path.endsWith('.jpg') ? 'image/jpeg' : 'image/webp',
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
      });
      const { exif, icc, xmp, space, orientation } = await sharp(bytes).metadata();
      expect({ exif, icc, xmp, space, orientation }).toEqual({ space: 'srgb' });
      expect(bytes.includes('SyntheticPhone')).toBe(false);
    }
  });

  it('of a wide gamut is brought into sRGB', async () => {
    const listing = await place();
    const wide = await picture(300, 300).withIccProfile('p3').png().toBuffer();
    expect((await sharp(wide).metadata()).icc).toBeDefined();
    await upload(owner, listing, wide);
    const [photo] = await photosOf(listing);
    const { bytes } = await fetchFile(photo.urls[0].path);
    const pixel = await sharp(bytes).extract({ left: 150, top: 200, width: 1, height: 1 }).raw().toBuffer();
    expect((await sharp(bytes).metadata()).icc).toBeUndefined();
    for (const [channel, value] of [220, 120, 30].entries())
      expect(Math.abs((pixel[channel] ?? 0) - value)).toBeLessThan(12);
  });

  it('may be PNG, WebP, AVIF or the first frame of a GIF, whatever it is said to be', async () => {
    const listing = await place();
    const frames = await Promise.all(
      ['red', 'blue'].map((background) =>
        sharp({ create: { width: 200, height: 200, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const files = [
      await picture(200, 200).png().toBuffer(),
      await picture(200, 200).webp().toBuffer(),
      await picture(200, 200).avif({ effort: 0 }).toBuffer(),
      await sharp(frames, { join: { animated: true } })
        .gif()
        .toBuffer(),
    ];
    for (const file of files) {
      expect((await upload(owner, listing, file, { 'content-type': 'text/html' })).status).toBe(201);
    }
    const photos = await photosOf(listing);
    expect(photos).toHaveLength(4);
    const { bytes } = await fetchFile(photos[3].urls[0].path);
    const { pages, width, height } = await sharp(bytes).metadata();
    expect({ pages, width, height }).toEqual({ width: 200, height: 200 });
    const [red, , blue] = await sharp(bytes).raw().toBuffer();
    expect(red).toBeGreaterThan(200);
    expect(blue).toBeLessThan(50);
  });

  it('is never larger than what was sent', async () => {
    const listing = await place();
    await upload(owner, listing, await picture(2000, 1000).jpeg().toBuffer());
    const [photo] = await photosOf(listing);
    expect(photo.urls.map(({ width }: { width: number }) => width)).toEqual([400, 800, 1600]);
    const { bytes } = await fetchFile(photo.urls[2].path);
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 1600, height: 800 });
  });
});

describe('what is no picture, or one to harm', () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><script>alert(1)</script>
    <image href="file:///etc/passwd" width="10" height="10"/></svg>`;
  const refused: [what: string, file: () => Promise<Buffer> | Buffer, status: number, code: string][] = [
    ['nothing', () => Buffer.alloc(0), 415, 'NOT_A_PICTURE'],
    ['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 415, 'NOT_A_PICTURE'],
    ['an SVG', () => Buffer.from(svg), 415, 'NOT_A_PICTURE'],
    ['an SVG in gzip', () => Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), 415, 'NOT_A_PICTURE'],
    ['a PDF', () => Buffer.from('%PDF-1.7\n%âãÏÓ'), 415, 'NOT_A_PICTURE'],
    ['a TIFF', () => picture(200, 200).tiff().toBuffer(), 415, 'NOT_A_PICTURE'],
    [
      'a page behind the first bytes of a JPEG',
      () => Buffer.from('\xff\xd8\xff<script>alert(1)</script>', 'latin1'),
      422,
      'DAMAGED',
    ],
    [
      'an SVG behind the first bytes of a PNG',
      () => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from(svg)]),
      422,
      'DAMAGED',
    ],
    ['a HEIC', () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'), 422, 'HEIC'],
    [
      'half a JPEG',
      async () => {
        const whole = await picture(800, 600).jpeg().toBuffer();
        return whole.subarray(0, whole.length / 2);
      },
      422,
      'DAMAGED',
    ],
    [
      'half a PNG',
      async () => {
        const whole = await picture(800, 600).png({ compressionLevel: 0 }).toBuffer();
        return whole.subarray(0, whole.length / 2);
      },
      422,
      'DAMAGED',
    ],
    ['a bomb of nine billion pixels', () => pngBomb(95_000, 95_000), 422, 'TOO_MANY_PIXELS'],
    ['one just too large', () => pngBomb(10_000, 5001), 422, 'TOO_MANY_PIXELS'],
    ['a bomb of more pixels than there can be', () => pngBomb(0x7f_ff_ff_ff, 0x7f_ff_ff_ff), 422, 'DAMAGED'],
    ['a dot', () => picture(1, 1).png().toBuffer(), 422, 'TOO_SMALL'],
  ];

  it.each(refused)('%s is refused and leaves nothing', async (_, file, status, code) => {
    const listing = await place();
    expect(await upload(owner, listing, await file())).toMatchObject({ status, body: { code } });
    expect(await photosOf(listing)).toEqual([]);
  });

  it('more than 20 megabytes are refused before they are read', async () => {
    const { status } = await upload(owner, await place(), Buffer.alloc(21 * 1024 * 1024));
    expect(status).toBe(413);
  });

  it('what hides behind or within a sound picture does not come out again', async () => {
    const listing = await place();
    const hidden = '<script>alert("polyglot")</script>PK\u0003\u0004';
    const jpeg = await picture(300, 300)
      .withExif({ IFD0: { ImageDescription: hidden } })
      .jpeg()
      .toBuffer();
    expect((await upload(owner, listing, Buffer.concat([jpeg, Buffer.from(hidden)]))).status).toBe(201);
    const [photo] = await photosOf(listing);
    for (const { path } of photo.urls) {
      expect((await fetchFile(path)).bytes.includes('polyglot')).toBe(false);
    }
  });

  it('names of files lead nowhere', async () => {
    const listing = await place();
    const file = await picture(200, 200).jpeg().toBuffer();
    const name = '../../../../etc/cron.d/x\r\nSet-Cookie: a=b';
    const headers = {
      'content-disposition': `attachment; filename="${encodeURIComponent(name)}"`,
      'x-file-name': '../x',
    };
    const more = `&filename=${encodeURIComponent('../../x.jpg')}&name=..%2fx.html`;
    expect((await upload(owner, listing, file, headers, more)).status).toBe(201);
    const folders = readdirSync(join(dataDir, 'photos'));
    expect(folders.every((folder) => /^\d+$/.test(folder))).toBe(true);
    const files = folders.flatMap((folder) => readdirSync(join(dataDir, 'photos', folder)));
    expect(files.filter((each) => !/^(400|800|1600)\.webp$|^1200\.jpg$/.test(each))).toEqual([]);
    const form = Buffer.from(
      `--x\r\nContent-Disposition: form-data; name="f"; filename="${name}"\r\n\r\nhello\r\n--x--\r\n`,
    );
    const sent = await upload(owner, listing, form, { 'content-type': 'multipart/form-data; boundary=x' });
    expect(sent).toMatchObject({ status: 415, body: { code: 'NOT_A_PICTURE' } });
    for (const path of [
      '..%2f..%2fsecret',
      '1-400.webp%00.png',
      '1-400.webp%2f..%2f..',
      '1-401.webp',
      '01-400.webp',
      '-1-400.webp',
      '99999999999-400.webp',
    ]) {
      expect((await fetchFile(`/photos/${path}`)).status).toBe(404);
    }
  });
});

describe('who', () => {
  it('adds: whoever looks after the place', async () => {
    const file = await picture(200, 200).jpeg().toBuffer();
    const listing = await place();
    const [others] = await insertListings(database, [{ location: { lon: 1, lat: 1 } }]);
    expect(await upload(visitor, listing, file)).toMatchObject({ status: 401, body: { code: 'NOT_SIGNED_IN' } });
    expect(await upload(stranger, listing, file)).toMatchObject({ status: 403, body: { code: 'NOT_ALLOWED' } });
    expect(await upload(owner, others ?? 0, file)).toMatchObject({ status: 403 });
    expect(await upload(owner, 2_000_000_000, file)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect(await upload(owner, await place({ status: 'CLOSED' }), file)).toMatchObject({ status: 404 });
    expect(await upload(owner, listing, file, { origin: 'https://elsewhere.example' })).toMatchObject({ status: 403 });
    expect(await upload(owner, listing, file, {}, '&licence=WTFPL')).toMatchObject({
      status: 422,
      body: { code: 'INVALID' },
    });
    expect(await upload(moderator, listing, file, {}, '&licence=CC0-1.0')).toMatchObject({ status: 201 });
    expect(await photosOf(listing)).toMatchObject([{ authorRole: 'MODERATOR', licence: 'CC0-1.0' }]);
  });

  it('sees: everybody while the place is public and the photo not hidden, and who looks after it always', async () => {
    const file = await picture(200, 200).jpeg().toBuffer();
    const [draft, open] = [await place({ status: 'PENDING' }), await place()];
    await upload(owner, draft, file);
    await upload(owner, open, file);
    const [
      {
        id,
        urls: [{ path }],
      },
    ] = await photosOf(open);
    const [unseen] = await database.query<{ id: number }>(sql`select id from photo where listing_id = ${draft}`);
    const draftPath = `/photos/${unseen?.id}-1600.webp`;
    expect((await fetchFile(draftPath)).status).toBe(404);
    expect((await fetchFile(draftPath, stranger)).status).toBe(404);
    expect(await fetchFile(draftPath, owner)).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'private, no-store' },
    });

    expect(await change(owner, `hidePhoto(photo: "${id}", hidden: true)`)).toMatchObject({ __typename: 'NotAllowed' });
    expect(await change(moderator, `hidePhoto(photo: "${id}", hidden: true)`)).toEqual({ __typename: 'PhotoHidden' });
    expect(await photosOf(open)).toEqual([]);
    expect((await fetchFile(path)).status).toBe(404);
    expect(await photosOf(open, owner)).toMatchObject([{ hidden: true }]);
    expect((await fetchFile(path, owner)).status).toBe(200);
    expect(await change(stranger, `removePhoto(photo: "${id}")`)).toMatchObject({ __typename: 'NotFound' });
    expect(await change(moderator, `hidePhoto(photo: "${id}", hidden: false)`)).toEqual({ __typename: 'PhotoHidden' });
    expect(await photosOf(open)).toHaveLength(1);
    const acts = await database.query(sql`select act from audit_entry where subject like 'Photo:%' order by id`);
    expect(acts).toEqual([{ act: 'photo.hide' }, { act: 'photo.show' }]);
  });

  it('six photos are enough for a place, also of those sent at once', async () => {
    const listing = await place();
    const file = await picture(100, 100).jpeg().toBuffer();
    const sent = await Promise.all(Array.from({ length: 8 }, () => upload(owner, listing, file)));
    expect(sent.filter(({ status }) => status === 201)).toHaveLength(6);
    expect(sent.filter(({ body }) => body.code === 'TOO_MANY')).toHaveLength(2);
    expect(await photosOf(listing)).toHaveLength(6);
  });
});

describe('of a place that was merged', () => {
  it('stand behind those of the one that stays, and go back when the merge is undone', async () => {
    const file = await picture(100, 100).jpeg().toBuffer();
    const spoken = { location: { lon: 0.8, lat: 0.2 }, organizationId: organization };
    const [winner, loser] = [
      (await insertSpokenListing(database, spoken)).id,
      (await insertSpokenListing(database, spoken)).id,
    ];
    for (const listing of [loser, winner]) expect((await upload(owner, listing, file)).status).toBe(201);
    const idsOf = async (listing: number) => (await photosOf(listing)).map(({ id }: { id: string }) => id);
    const [ofWinner, ofLoser] = [await idsOf(winner), await idsOf(loser)];
    const [{ path }] = (await photosOf(loser))[0].urls;
    await change(moderator, `mergeListings(listing: "${globalId(loser)}", into: "${globalId(winner)}")`);
    expect(await idsOf(winner)).toEqual([...ofWinner, ...ofLoser]);
    expect((await fetchFile(path)).status).toBe(200);
    await change(moderator, `undoMerge(listing: "${globalId(loser)}")`);
    expect([await idsOf(winner), await idsOf(loser)]).toEqual([ofWinner, ofLoser]);
  });
});

describe('what is said of a photo', () => {
  it('is a text in each language, a name, a licence and a place among the others', async () => {
    const listing = await place();
    const file = await picture(100, 100).jpeg().toBuffer();
    for (let index = 0; index < 3; index += 1) await upload(owner, listing, file);
    const [first, second, third] = (await photosOf(listing)).map(({ id }: { id: string }) => id);
    const input = `{ alt: [{ language: en, text: " The <b>bench</b>\\n" }, { language: it, text: "Il banco" }],
      credit: "Ada Synthetic", licence: "CC0-1.0", position: 1 }`;
    expect(await change(owner, `describePhoto(photo: "${third}", input: ${input})`)).toEqual({
      __typename: 'PhotoDescribed',
    });
    const photos = await photosOf(listing);
    expect(photos.map(({ id }: { id: string }) => id)).toEqual([third, first, second]);
    expect(photos[0]).toMatchObject({ alt: 'The <b>bench</b>', credit: 'Ada Synthetic', licence: 'CC0-1.0' });
    const { data } = await visitor.ask(
      `query ($id: ID!) { node(id: $id) { ... on Photo { alt(language: it) altLanguage(language: fr) } } }`,
      { id: third },
    );
    expect(data.node).toEqual({ alt: 'Il banco', altLanguage: 'en' });
    const long = 'x'.repeat(301);
    for (const [bad, field] of [
      [`{ alt: [{ language: en, text: "${long}" }] }`, 'input.alt.0.text'],
      [`{ credit: "${long}" }`, 'input.credit'],
      ['{ licence: "CC-BY-NC-4.0" }', 'input.licence'],
      ['{ position: 0 }', 'input.position'],
    ]) {
      const answer = await change(owner, `describePhoto(photo: "${first}", input: ${bad})`);
      expect(answer).toMatchObject({ __typename: 'ValidationError', field });
    }
  });

  it('stays without the name when its uploader’s account goes', async () => {
    const email = 'leaver@synthetic.example';
    const leaver = await signInByMail(test, email);
    const { id } = (await leaver.ask('{ viewer { id } }')).data.viewer;
    await database.query(sql`insert into organization_member (organization_id, person_id, role, joined_at)
      values (${organization}, ${id}, 'EDITOR', now())`);
    const listing = await place();
    await upload(leaver, listing, await picture(100, 100).jpeg().toBuffer());
    const [photo] = await photosOf(listing);
    await change(leaver, `describePhoto(photo: "${photo.id}", input: { credit: "Lea Synthetic" })`);
    const { body } = await leaver.request('GET', '/api/account/export');
    expect(body.photos).toMatchObject([{ credit: 'Lea Synthetic' }]);
    await database.query(sql`delete from person where id = ${id}`);
    expect(await photosOf(listing)).toMatchObject([{ credit: null }]);
  });
});

describe('removing', () => {
  it('takes the files away too, and so does the end of the listing', async () => {
    const [kept, gone] = [await place(), await place()];
    const file = await picture(500, 500).jpeg().toBuffer();
    for (const listing of [kept, gone]) await upload(owner, listing, file);
    const rows = await database.query<{ id: number }>(
      sql`select id from photo where listing_id in (${kept}, ${gone}) order by id`,
    );
    const files = rows.flatMap(({ id }) =>
      ['400.webp', '1600.webp', '1200.jpg'].map((name) => join(dataDir, 'photos', `${id}`, name)),
    );
    expect(files.map((each) => existsSync(each))).toEqual(Array(6).fill(true));
    await database.query(sql`delete from listing where id = ${gone}`);
    const [{ id }] = await photosOf(kept);
    expect(await change(owner, `removePhoto(photo: "${id}")`)).toEqual({ __typename: 'PhotoRemoved' });
    expect(await photosOf(kept)).toEqual([]);
    await vi.waitFor(() => expect(files.filter((each) => existsSync(each))).toEqual([]), { timeout: 20_000 });
  });
});
