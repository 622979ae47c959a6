import { test } from 'vitest';
import { testApp } from '../support/app.ts';
import { insertListings } from '../support/listings.ts';
const { ask, database } = await testApp();
const id = (t: string) => Buffer.from(t).toString('base64');
test('x', async () => {
  await insertListings(database, [{ location: { lon: 1, lat: 2 } }]);
  for (const i of ['garbage', '', id('Listing:1'), id('Listing:abc'), id('Listing:99999999999'), id('Nope:1'), id('Offer:1'), id('Region:XX'), id('Organization:1'), id('Organization:abc'), id('Organization:99999999999'), id('SourceRecord:1'), id('Revision:7'), id('Place:1'), id('Query:1'), id('Listing:2')])
    console.log(Buffer.from(i, 'base64').toString(), JSON.stringify(await ask('query($i: ID!) { node(id: $i) { __typename id } nodes(ids: [$i, $i]) { id } }', { i })));
});
