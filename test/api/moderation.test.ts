import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { testApp } from '../support/app.ts';
import {
  decide,
  insertRegion,
  mutate,
  publishPlace,
  type Result,
  registerPlace,
  reviewOf,
  signInModerator,
} from '../support/moderation.ts';
import { insertOrganization, organizationId } from '../support/organizations.ts';
import { type Browser, type Letter, lettersTo, letterTo, openBrowser, signInByMail } from '../support/people.ts';

const test = await testApp({ mail: true });
const { database } = test;

let anna: Browser;
let boris: Browser;
let moderator: Browser;
let visitor: Browser;
const annasAddress = 'anna@synthetic.example';
const borissAddress = 'boris@synthetic.example';

beforeAll(async () => {
  await insertRegion(test);
  visitor = openBrowser(test);
  [anna, boris, moderator] = await Promise.all([
    signInByMail(test, annasAddress),
    signInByMail(test, borissAddress),
    signInModerator(test, 'moderator@synthetic.example'),
  ]);
}, 120_000);

const shown = async (browser: Browser, id: string): Promise<Result> =>
  (
    await browser.ask(
      `query ($id: ID!) { listing(id: $id) { name status contact { phone website } content { revision phone }
        revisions { nodes { kind actorRole } } } }`,
      { id },
    )
  ).data.listing;
const edit = (browser: Browser, listing: string, revision: string, input: object) =>
  mutate(
    browser,
    'editListing(listing: $listing, revision: $revision, input: $input)',
    '... on ListingEdited { published }',
    { listing: ['ID!', listing], revision: ['ID!', revision], input: ['ListingInput!', input] },
  );
/** Waits for the letter to an address that says something. */
const letterSaying = (email: string, words: string): Promise<Letter> =>
  vi.waitFor(
    () => {
      const letter = lettersTo(test, email).find(({ raw }) => raw.includes(words));
      if (!letter) throw new Error(`${email} was not told "${words}"`);
      return letter;
    },
    { timeout: 20_000, interval: 50 },
  );

describe('a new place', () => {
  it('waits in the queue of its region, and once approved shows at every door within the same request', async () => {
    const place = await registerPlace(anna, { name: 'Ludoteca sintetica' });
    const { id, kind, by } = await reviewOf(moderator, place.id, 'by { name approved rejected } after { name }');
    expect([kind, by]).toEqual(['NEW_LISTING', { name: '', approved: 0, rejected: 0 }]);
    const inList = async () =>
      (await visitor.ask(`{ listings(near: { lon: 0.5, lat: 0.5 }, where: { text: "Ludoteca" }) { nodes { name } } }`))
        .data.listings.nodes.length;
    const page = () => visitor.request('GET', `/listings/${place.slug}`);
    expect([await inList(), (await page()).status]).toEqual([0, 404]);
    const cellsBefore = await database.query(sql`select count(*) from tile_cell`);
    expect(await decide(moderator, [id], 'APPROVE')).toMatchObject({ reviews: [{ decision: 'APPROVE' }], refused: [] });
    expect([await inList(), (await page()).status]).toEqual([1, 200]);
    expect(await database.query(sql`select count(*) from tile_cell`)).not.toEqual(cellsBefore);
    const letter = await letterSaying(annasAddress, 'Ludoteca sintetica is on the map');
    expect(letter.link).toBe(`http://127.0.0.1:4000/listings/${place.slug}`);
    expect(await reviewOf(moderator, place.id)).toBeUndefined();
    expect(await decide(moderator, [id], 'APPROVE')).toMatchObject({ __typename: 'ValidationError' });
  });

  it('goes back to its author with a question, and comes again', async () => {
    const place = await registerPlace(anna);
    const review = await reviewOf(moderator, place.id);
    expect(await decide(moderator, [review.id], 'ASK')).toMatchObject({
      problems: [{ field: 'reason', code: 'REQUIRED' }],
    });
    await decide(moderator, [review.id], 'ASK', 'Which floor is it on?');
    await letterSaying(annasAddress, 'Which floor is it on?');
    expect(await shown(anna, place.id)).toMatchObject({ status: 'DRAFT' });
    const asked = await anna.ask('query ($id: ID!) { listing(id: $id) { verdict { decision reason } } }', {
      id: place.id,
    });
    expect(asked.data.listing.verdict).toEqual({ decision: 'ASK', reason: 'Which floor is it on?' });
    expect(await shown(moderator, place.id)).toBeNull();
    await mutate(anna, 'submitListing(listing: $listing, distinct: true)', '', { listing: ['ID!', place.id] });
    expect((await reviewOf(moderator, place.id)).id).toBe(review.id);
  });

  it('is refused with a statement of reasons, against which its author alone appeals, once', async () => {
    const place = await registerPlace(anna);
    const review = await reviewOf(moderator, place.id);
    await decide(moderator, [review.id], 'REJECT', 'Nobody is at that address.\r\nBcc: all@synthetic.example');
    const letter = await letterSaying(annasAddress, 'Nobody is at that address.');
    expect(letter.raw.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/m);
    const statement = letter.link.split('/').at(-1) ?? '';
    const reading = '{ myStatements { id act ground facts automated listing { status } } }';
    const { data } = await anna.ask(reading);
    expect(data.myStatements[0]).toMatchObject({
      id: statement,
      act: 'REFUSED',
      ground: 'RULES',
      automated: false,
      listing: { status: 'REJECTED' },
    });
    expect((await boris.ask(`{ statement(id: "${statement}") { facts } }`)).data.statement).toBeNull();
    const appeal = (browser: Browser) =>
      mutate(browser, `appealDecision(statement: "${statement}", words: "It is there.")`);
    expect((await appeal(boris)).__typename).toBe('NotFound');
    expect((await appeal(anna)).__typename).toBe('DecisionAppealed');
    expect((await appeal(anna)).__typename).toBe('ValidationError');
    const appealed = await reviewOf(moderator, place.id, 'statement { appealWords }');
    expect(appealed).toMatchObject({ kind: 'APPEAL', statement: { appealWords: 'It is there.' } });
    await decide(moderator, [appealed.id], 'APPROVE', 'Seen there.');
    expect(await shown(visitor, place.id)).toMatchObject({ status: 'PUBLISHED' });
  });

  it('is decided on with many others, those that cannot be being named', async () => {
    const places = await Promise.all([registerPlace(anna), registerPlace(boris)]);
    const reviews = await Promise.all(places.map(async ({ id }) => (await reviewOf(moderator, id)).id));
    const result = await decide(moderator, [...reviews, '2000000000'], 'APPROVE');
    expect(result.reviews.map(({ id }: Result) => id).sort()).toEqual(reviews.sort());
    expect(result.refused).toEqual([{ review: '2000000000', message: 'There is no such review.' }]);
  });

  it('once found good five times makes its author trusted, whose places show at once and are looked at afterwards', async () => {
    const carla = await signInByMail(test, 'carla@synthetic.example');
    for (let count = 0; count < 5; count += 1) {
      expect(await registerPlace(carla)).toMatchObject({ status: 'PENDING' });
      const waiting = (await carla.ask('{ myListings(list: PENDING) { id } }')).data.myListings[0].id;
      await decide(moderator, [(await reviewOf(moderator, waiting)).id], 'APPROVE');
    }
    const trusted = await registerPlace(carla);
    expect(trusted.status).toBe('PUBLISHED');
    await decide(moderator, [(await reviewOf(moderator, trusted.id)).id], 'REJECT', 'Not a place of this kind.');
    expect(await shown(carla, trusted.id)).toMatchObject({ status: 'ARCHIVED' });
    expect(await shown(visitor, trusted.id)).toBeNull();
    expect(await registerPlace(carla)).toMatchObject({ status: 'PENDING' });
  });

  it('of another region is nobody’s business', async () => {
    const far = await registerPlace(anna, { location: { lon: 50, lat: 50 } });
    expect(await reviewOf(moderator, far.id)).toBeUndefined();
    const [row] = await database.query<{ id: number }>(sql`select max(id) as id from review`);
    expect(await decide(moderator, [String(row?.id)], 'APPROVE')).toMatchObject({ __typename: 'NotAllowed' });
    expect((await anna.ask('{ moderationQueue { totalCount } }')).data.moderationQueue).toBeNull();
  });
});

describe('the queue', () => {
  const names = async (filter: string): Promise<string[]> => {
    const { data, errors } = await moderator.ask(
      `{ moderationQueue(first: 100, text: "coda sintetica" ${filter}) { totalCount nodes { listing { name } } } }`,
    );
    if (errors) throw new Error(errors[0]?.message);
    const { totalCount, nodes } = data.moderationQueue;
    expect(totalCount).toBe(nodes.length);
    return nodes.map(({ listing }: Result) => listing.name);
  };
  const [first, second, third] = ['Coda sintetica prima', 'Coda sintetica seconda', 'Codà sintetica terza'];

  it('is narrowed by words, age, source and whether it is decided, and read page by page', async () => {
    const places: Result[] = [];
    for (const name of [first, second, third]) places.push(await registerPlace(anna, { name }));
    expect(await names('')).toEqual([first, second, third]);
    const [, old, decided] = await Promise.all(places.map(({ id }) => reviewOf(moderator, id)));
    await database.query(sql`update review set created_at = now() - interval '8 days' where id = ${Number(old.id)}`);
    expect(await names('')).toEqual([second, first, third]);
    expect(await names('ageDays: 7')).toEqual([second]);
    expect(await names('ageDays: 30')).toEqual([]);
    expect(await names('kinds: CLAIM')).toEqual([]);
    await database.query(sql`update listing set sources = sources || '{synthetic-queue}' where name = ${first}`);
    expect(await names('source: "synthetic-queue"')).toEqual([first]);

    await decide(moderator, [decided.id], 'APPROVE');
    expect(await names('')).toEqual([second, first]);
    expect(await names('decided: true')).toEqual([third]);
    expect(await names(`decided: true, ids: ["${decided.id}"]`)).toEqual([third]);

    const page = async (after: string | null) => {
      const { data } = await moderator.ask(
        `query ($after: String) { moderationQueue(first: 1, after: $after, text: "coda sintetica") {
          nodes { listing { name } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      return data.moderationQueue;
    };
    const one = await page(null);
    expect(one).toMatchObject({ nodes: [{ listing: { name: second } }], pageInfo: { hasNextPage: true } });
    expect(await page(one.pageInfo.endCursor)).toMatchObject({
      nodes: [{ listing: { name: first } }],
      pageInfo: { hasNextPage: false },
    });
  });

  it('names the argument that it cannot read', async () => {
    for (const [argument, value] of [
      ['ageDays', '-1'],
      ['text', `"${'a'.repeat(201)}"`],
      ['after', '"nonsense"'],
    ]) {
      const { errors } = await moderator.ask(`{ moderationQueue(${argument}: ${value}) { totalCount } }`);
      expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument } });
    }
  });
});

describe('changes', () => {
  it('that somebody suggests show both sides, and once approved are published as theirs', async () => {
    const place = await publishPlace(moderator, anna);
    const { content } = await shown(visitor, place.id);
    expect(await edit(boris, place.id, content.revision, { phone: '+39 011 5550100' })).toMatchObject({
      published: false,
    });
    const review = await reviewOf(moderator, place.id, 'kind fields before { phone } after { phone }');
    expect(review).toMatchObject({
      kind: 'SUGGESTED_EDIT',
      fields: ['phone'],
      before: { phone: null },
      after: { phone: '+39 011 5550100' },
    });
    await decide(moderator, [review.id], 'APPROVE');
    await letterSaying(borissAddress, 'is published');
    const after = await shown(visitor, place.id);
    expect(after).toMatchObject({ contact: { phone: '+39 011 5550100' } });
    expect(after.revisions.nodes[0]).toEqual({ kind: 'UPDATED', actorRole: 'CITIZEN' });
  });

  it('that a moderator refuses change nothing, and whoever suggested them reads why', async () => {
    const place = await publishPlace(moderator, anna);
    const { content } = await shown(visitor, place.id);
    await edit(boris, place.id, content.revision, { phone: '+39 011 5550100' });
    await decide(moderator, [(await reviewOf(moderator, place.id)).id], 'REJECT', 'That is a fax.');
    await letterSaying(borissAddress, 'That is a fax.');
    expect((await shown(visitor, place.id)).contact).toBeNull();
  });
});

describe('an organisation that approves edits', () => {
  it('decides on what others would change of its places, and on nothing else; moderators still may', async () => {
    const boriss = (await boris.ask('{ viewer { id } }')).data.viewer.id;
    const organization = await insertOrganization(database, [[boriss, 'OWNER']]);
    const place = await publishPlace(moderator, anna);
    const row = Number(Buffer.from(place.id, 'base64').toString().split(':')[1]);
    await database.query(sql`update listing set organization_id = ${organization} where id = ${row}`);
    const suggest = async (phone: string) => {
      const { content } = await shown(visitor, place.id);
      await edit(anna, place.id, content.revision, { phone });
      return (await reviewOf(moderator, place.id)).id;
    };
    const refused = await suggest('+39 011 5550111');
    expect((await decide(boris, [refused], 'APPROVE')).__typename).toBe('NotAllowed');
    const chosen = await mutate(
      boris,
      'chooseEditApproval(organization: $organization, approvesEdits: true)',
      '... on EditApprovalChosen { organization { approvesEdits } }',
      { organization: ['ID!', organizationId(organization)] },
    );
    expect(chosen).toMatchObject({ organization: { approvesEdits: true } });

    const waiting = await boris.ask(
      'query ($id: ID!) { listing(id: $id) { suggestions { id kind before { phone } after { phone } } } }',
      { id: place.id },
    );
    expect(waiting.data.listing.suggestions).toEqual([
      { id: refused, kind: 'SUGGESTED_EDIT', before: { phone: null }, after: { phone: '+39 011 5550111' } },
    ]);
    expect((await decide(anna, [refused], 'APPROVE')).__typename).toBe('NotAllowed');
    expect((await decide(boris, [refused], 'REJECT')).__typename).toBe('ValidationError');
    expect(await decide(boris, [refused], 'REJECT', 'That is our neighbour.')).toMatchObject({
      reviews: [{ id: refused, decision: 'REJECT' }],
    });
    const letter = await letterSaying(annasAddress, 'That is our neighbour.');
    expect(letter.link).toContain('/decisions/');
    expect((await shown(visitor, place.id)).contact).toBeNull();

    await decide(boris, [await suggest('+39 011 5550112')], 'APPROVE');
    expect((await shown(visitor, place.id)).contact.phone).toBe('+39 011 5550112');
    await decide(moderator, [await suggest('+39 011 5550113')], 'APPROVE');
    expect((await shown(visitor, place.id)).contact.phone).toBe('+39 011 5550113');

    await database.query(sql`insert into review (kind, listing_id) values ('VANISHED', ${row})`);
    const other = await reviewOf(moderator, place.id);
    expect((await decide(boris, [other.id], 'APPROVE')).__typename).toBe('NotAllowed');
  });
});

describe('what changed meanwhile', () => {
  const phones = { old: '+39 011 5550101', newer: '+39 011 5550102', suggested: '+39 011 5550103' };

  it('is kept when an older suggestion is approved, whose other fields show; where none is left, it is refused', async () => {
    const place = await publishPlace(moderator, anna, { phone: phones.old });
    const { content } = await shown(visitor, place.id);
    const website = 'https://suggested.synthetic.example/';
    await edit(boris, place.id, content.revision, { phone: phones.suggested, website });
    const first = await reviewOf(moderator, place.id, 'staleFields');
    expect(first.staleFields).toEqual([]);
    await edit(moderator, place.id, content.revision, { phone: phones.newer });
    expect((await reviewOf(moderator, place.id, 'staleFields')).staleFields).toEqual(['phone']);
    await decide(moderator, [first.id], 'APPROVE');
    expect((await shown(visitor, place.id)).contact).toEqual({ phone: phones.newer, website });

    const { content: seen } = await shown(visitor, place.id);
    await edit(boris, place.id, seen.revision, { phone: phones.suggested });
    await edit(moderator, place.id, seen.revision, { phone: phones.old });
    const second = await reviewOf(moderator, place.id);
    expect(await decide(moderator, [second.id], 'APPROVE')).toMatchObject({
      __typename: 'ValidationError',
      message: expect.stringContaining('phone'),
    });
    expect((await shown(visitor, place.id)).contact.phone).toBe(phones.old);
    await decide(moderator, [second.id], 'REJECT', 'The number was changed meanwhile.');
  });

  it('is not overwritten by a merge of what was looked at before', async () => {
    const winner = await publishPlace(moderator, anna, { phone: phones.old });
    const loser = await publishPlace(moderator, boris, { phone: phones.suggested });
    const { content } = await shown(visitor, winner.id);
    const merge = async (fields: string) =>
      mutate(
        moderator,
        `mergeListings(listing: $loser, into: $winner, fields: [${fields}], revision: $goes, intoRevision: $stays)`,
        '',
        {
          loser: ['ID!', loser.id],
          winner: ['ID!', winner.id],
          goes: ['ID', (await shown(visitor, loser.id)).content.revision],
          stays: ['ID', content.revision],
        },
      );
    await edit(moderator, winner.id, content.revision, { phone: phones.newer });
    expect(await merge('"phone"')).toMatchObject({ __typename: 'ValidationError', field: 'fields' });
    expect((await merge('')).__typename).toBe('ListingsMerged'); // what changed was not chosen
    expect((await shown(visitor, winner.id)).contact.phone).toBe(phones.newer);
  });

  it('since a merge stays, whoever said it, and the other one comes back as it was', async () => {
    const winner = await publishPlace(moderator, anna, { phone: phones.old });
    const loser = await publishPlace(moderator, boris, { phone: phones.suggested });
    await mutate(moderator, 'mergeListings(listing: $loser, into: $winner, fields: ["phone"])', '', {
      loser: ['ID!', loser.id],
      winner: ['ID!', winner.id],
    });
    const { content } = await shown(visitor, winner.id);
    await edit(moderator, winner.id, content.revision, { phone: phones.newer });
    expect((await shown(visitor, winner.id)).contact.phone).toBe(phones.newer);
    await mutate(moderator, 'undoMerge(listing: $listing)', '', { listing: ['ID!', loser.id] });
    expect((await shown(visitor, winner.id)).contact.phone).toBe(phones.newer);
    expect((await shown(visitor, loser.id)).contact.phone).toBe(phones.suggested);
  });
});

describe('removal', () => {
  it('tells whoever registered the place why, is logged, and can be taken back', async () => {
    const place = await publishPlace(moderator, anna);
    const archive = (browser: Browser) =>
      mutate(browser, 'archiveListing(listing: $listing, facts: "It sells arms.", ground: LAW)', '', {
        listing: ['ID!', place.id],
      });
    expect((await archive(boris)).__typename).toBe('NotAllowed');
    expect((await archive(moderator)).__typename).toBe('ListingArchived');
    await letterSaying(annasAddress, 'It sells arms.');
    expect((await visitor.request('GET', `/listings/${place.slug}`)).status).toBe(410);
    await mutate(moderator, 'restoreListing(listing: $listing)', '', { listing: ['ID!', place.id] });
    expect((await shown(visitor, place.id)).status).toBe('PUBLISHED');
    const acts = await database.query<{ act: string }>(sql`select act from audit_entry
      where subject = ${Buffer.from(place.id, 'base64').toString()} order by id`);
    expect(acts.map(({ act }) => act)).toEqual(['review.decide', 'listing.archive', 'listing.restore']);
  });
});

describe('merging', () => {
  it('takes the fields chosen, leads the old address on, loses no history, and is undone', async () => {
    const winner = await publishPlace(moderator, anna, { name: 'Vincitore sintetico', phone: '+39 011 5550101' });
    const loser = await publishPlace(moderator, boris, {
      name: 'Perdente sintetico',
      phone: '+39 011 5550102',
      website: 'https://loser.synthetic.example/',
    });
    const history = () =>
      database.query<{ id: number }>(sql`select id from revision order by id`).then((rows) => rows.map(({ id }) => id));
    const revisions = await history();
    const merge = (browser: Browser) =>
      mutate(browser, 'mergeListings(listing: $loser, into: $winner, fields: ["phone"])', '', {
        loser: ['ID!', loser.id],
        winner: ['ID!', winner.id],
      });
    expect((await merge(boris)).__typename).toBe('NotAllowed');
    expect((await merge(moderator)).__typename).toBe('ListingsMerged');
    // The phone was chosen; the website nobody said of the winner.
    expect(await shown(visitor, loser.id)).toMatchObject({
      name: 'Vincitore sintetico',
      contact: { phone: '+39 011 5550102', website: 'https://loser.synthetic.example/' },
    });
    const redirect = await visitor.request('GET', `/listings/${loser.slug}`);
    expect([redirect.status, redirect.location]).toEqual([301, expect.stringContaining(`/listings/${winner.slug}`)]);
    expect((await merge(moderator)).__typename).toBe('NotAllowed');

    const undo = await mutate(moderator, 'undoMerge(listing: $listing)', '', { listing: ['ID!', loser.id] });
    expect(undo.__typename).toBe('MergeUndone');
    expect(await shown(visitor, winner.id)).toMatchObject({ contact: { phone: '+39 011 5550101', website: null } });
    expect(await shown(visitor, loser.id)).toMatchObject({
      name: 'Perdente sintetico',
      contact: { phone: '+39 011 5550102' },
    });
    expect((await history()).slice(0, revisions.length)).toEqual(revisions);
  });

  it('of two that wait for each other ends', async () => {
    const [one, other] = [await publishPlace(moderator, anna), await publishPlace(moderator, boris)];
    const merge = (loser: string, winner: string) =>
      mutate(moderator, 'mergeListings(listing: $loser, into: $winner)', '', {
        loser: ['ID!', loser],
        winner: ['ID!', winner],
      });
    const results = await Promise.all([merge(one.id, other.id), merge(other.id, one.id)]);
    expect(results.map(({ __typename }) => __typename).sort()).toEqual(['ListingsMerged', 'NotAllowed']);
  });
});

describe('claims', () => {
  const claim = (browser: Browser, listing: string, more: string) =>
    mutate(browser, `claimListing(listing: $listing, ${more})`, '... on ClaimMade { sentTo }', {
      listing: ['ID!', listing],
    });
  const prove = (browser: Browser, token: string) =>
    mutate(browser, `proveClaim(token: "${token}")`, '... on ClaimProved { granted }');
  const holds = async (browser: Browser, id: string) =>
    (await browser.ask('query ($id: ID!) { listing(id: $id) { viewerCan { edit } } }', { id })).data.listing.viewerCan
      .edit;
  /** What the place said of itself, not a visitor. */
  const ownWords = async (id: string, field: string, value: string) => {
    const { content } = await shown(moderator, id);
    await edit(moderator, id, content.revision, { [field]: value });
  };

  it('by a letter to the address on the listing: whoever claimed opens it, once, and it is theirs', async () => {
    const place = await publishPlace(moderator, anna, { email: 'spam@synthetic.example' });
    expect(await claim(boris, place.id, 'method: LISTING_EMAIL')).toMatchObject({
      problems: [{ field: 'method', code: 'NOT_ALLOWED' }],
    });
    await ownWords(place.id, 'email', 'shop@synthetic.example');
    expect(await claim(boris, place.id, 'method: LISTING_EMAIL')).toMatchObject({ sentTo: 'shop@synthetic.example' });
    const token = (await letterTo(test, 'shop@synthetic.example')).link.split('/').at(-1) ?? '';
    expect((await prove(anna, token)).__typename).toBe('NotAllowed');
    expect(await holds(boris, place.id)).toBe(false);
    expect(await prove(boris, token)).toMatchObject({ granted: true });
    expect((await prove(boris, token)).__typename).toBe('NotFound');
    expect(await holds(boris, place.id)).toBe(true);

    // Anna claims what Boris holds: a moderator decides, and Boris is told and objects.
    expect(await claim(anna, place.id, 'method: MODERATOR, evidence: "I own the house."')).toMatchObject({
      sentTo: null,
    });
    await letterSaying(borissAddress, 'Somebody says that they run');
    const claims = (browser: Browser) =>
      browser.ask('query ($id: ID!) { listing(id: $id) { claims { id evidence } } }', { id: place.id });
    expect((await claims(visitor)).data.listing.claims).toBeNull();
    const { id } = (await claims(boris)).data.listing.claims[0];
    expect((await mutate(anna, `objectToClaim(claim: "${id}", words: "No.")`)).__typename).toBe('NotAllowed');
    expect((await mutate(boris, `objectToClaim(claim: "${id}", words: "She sold it.")`)).__typename).toBe(
      'ClaimObjected',
    );
    const review = await reviewOf(moderator, place.id, 'kind claim { evidence objection }');
    expect(review).toMatchObject({ kind: 'CLAIM', claim: { evidence: 'I own the house.', objection: 'She sold it.' } });
    expect(await holds(boris, place.id)).toBe(true);
    await decide(moderator, [review.id], 'APPROVE');
    expect([await holds(boris, place.id), await holds(anna, place.id)]).toEqual([false, true]);
  });

  it('are few a day, so that nobody’s mailbox is flooded by them', async () => {
    const place = await publishPlace(moderator, anna);
    const again = () => claim(boris, place.id, 'method: MODERATOR, evidence: "It is mine."');
    for (let count = 0; count < 3; count += 1) expect((await again()).__typename).toBe('ClaimMade');
    expect((await again()).__typename).toBe('NotAllowed');
  });

  it('by an address at the website’s domain, and no other', async () => {
    const place = await publishPlace(moderator, anna);
    await ownWords(place.id, 'website', 'https://www.officina.synthetic.example/contatti');
    for (const email of [
      'me@synthetic.example',
      'me@evil-officina.synthetic.example',
      'me@officina.synthetic.example.evil.example',
    ]) {
      expect(await claim(boris, place.id, `method: WEBSITE_DOMAIN, email: "${email}"`)).toMatchObject({
        problems: [{ field: 'email' }],
      });
    }
    expect(
      await claim(boris, place.id, 'method: WEBSITE_DOMAIN, email: "Info@officina.synthetic.example"'),
    ).toMatchObject({
      sentTo: 'info@officina.synthetic.example',
    });
    const token = (await letterTo(test, 'info@officina.synthetic.example')).link.split('/').at(-1) ?? '';
    await database.query(sql`update claim set expires_at = now() where token_hash is not null`);
    expect((await prove(boris, token)).__typename).toBe('NotFound');
  });
});
