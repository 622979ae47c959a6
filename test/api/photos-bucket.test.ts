import sharp from 'sharp';
import { afterAll, expect, it, vi } from 'vitest';
import { readConfig } from '../../api/platform/config.ts';
import { testApp } from '../support/app.ts';
import { openBucket } from '../support/bucket.ts';
import { insertListings } from '../support/listings.ts';
import { insertOrganization } from '../support/organizations.ts';
import { signInByMail } from '../support/people.ts';
import { picture } from '../support/pictures.ts';

const bucket = await openBucket();
const stranger = await openBucket('another secret');
const test = await testApp({ mail: true, environment: { PHOTO_STORE_URL: bucket.url } });
const refusing = await testApp({ database: test.database, environment: { PHOTO_STORE_URL: stranger.url } });
afterAll(() => Promise.all([bucket.close(), stranger.close()]));

it('photos are kept in a bucket, signed for, shown from it and removed from it', async () => {
  const person = await signInByMail(test, 'bucket@synthetic.example');
  const { id } = (await person.ask('{ viewer { id } }')).data.viewer;
  const organizationId = await insertOrganization(test.database, [[id, 'OWNER']]);
  const [listing] = await insertListings(test.database, [{ location: { lon: 1, lat: 1 }, organizationId }]);
  const globalId = Buffer.from(`Listing:${listing}`).toString('base64');
  const request = {
    method: 'POST',
    url: `/api/photos?listing=${encodeURIComponent(globalId)}`,
    headers: { cookie: [...person.cookies].map((pair) => pair.join('=')).join('; '), 'content-type': 'image/png' },
    payload: await picture(500, 400).png().toBuffer(),
  } as const;

  const { statusCode } = await refusing.app.inject(request);
  expect(statusCode).toBe(500);
  expect(stranger.refused).toEqual([expect.stringMatching(/^PUT /)]);
  expect(stranger.files.size).toBe(0);

  expect((await test.app.inject(request)).statusCode).toBe(201);
  expect(bucket.refused).toEqual([]);
  const names = [...bucket.files.keys()];
  expect(names.map((name) => name.replace(/\/\d+\//, '/#/'))).toEqual([
    '/synthetic-bucket/photos/#/400.webp',
    '/synthetic-bucket/photos/#/1600.webp',
    '/synthetic-bucket/photos/#/1200.jpg',
  ]);
  const { data } = await person.ask('query ($id: ID!) { listing(id: $id) { photos { id urls { path } } } }', {
    id: globalId,
  });
  const [photo] = data.listing.photos;
  const shown = await test.app.inject({ url: photo.urls[1].path });
  expect(await sharp(shown.rawPayload).metadata()).toMatchObject({ format: 'webp', width: 500, height: 400 });

  await person.ask('mutation ($photo: ID!) { removePhoto(photo: $photo) { __typename } }', { photo: photo.id });
  await vi.waitFor(() => expect([...bucket.files.keys()]).toEqual([]), { timeout: 20_000 });
  expect((await test.app.inject({ url: photo.urls[1].path })).statusCode).toBe(404);
});

it.each(['https://host/bucket', 'https://key:secret@host', 'https://key@host/bucket', 'bucket'])(
  'a bucket’s address without its parts is an operator’s mistake: %s',
  (address) => {
    expect(() => readConfig({ PHOTO_STORE_URL: address })).toThrow('PHOTO_STORE_URL');
  },
);
