/**
 * Who may what: every mutation and every field that is not public, for every role, on what is one's own, another's or not
 * there. The rows are held against the schema: a mutation or a guarded field without a row fails.
 */
import { isObjectType } from 'graphql';
import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import { userCommand } from '../../api/features/accounts/cli.ts';
import type { ListingStatus } from '../../api/features/listings/model.ts';
import { hashToken, newToken } from '../../api/platform/token.ts';
import { schema } from '../../api/schema.ts';
import { testApp } from '../support/app.ts';
import { insertListings, insertSpokenListing } from '../support/listings.ts';
import { insertOrganization, organizationId } from '../support/organizations.ts';
import { type Browser, openBrowser, proveSecondFactor, signInByMail } from '../support/people.ts';

const test = await testApp({ mail: true });
const { database } = test;

const roles = ['visitor', 'member', 'editor', 'owner', 'moderator', 'administrator', 'unproved administrator'] as const;
type Role = (typeof roles)[number];
const objects = ['own', 'other', 'absent'] as const;
type ObjectKind = (typeof objects)[number];

const browsers = new Map<Role, Browser>();
const ids = new Map<string, string>();
const id = (name: string) => ids.get(name) ?? '';
const addressOf = (name: string) => `${name.replace(' ', '-')}@synthetic.example`;

beforeAll(async () => {
  await database.query(sql`insert into region (code, level, name, country, boundary, source, licence) values
    ('XX-1', 1, 'Synthetic', 'XX', st_geogfromtext('multipolygon(((0 0, 1 0, 1 1, 0 0)))'), 'test', 'CC0-1.0')`);
  browsers.set('visitor', openBrowser(test));
  const signedIn = roles.filter((role) => role !== 'visitor');
  await Promise.all(
    [...signedIn, 'third', 'cofounder'].map(async (name) => {
      const browser = await signInByMail(test, addressOf(name));
      const { data } = await browser.ask('{ viewer { id } }');
      ids.set(name, data.viewer.id);
      const role = roles.find((each) => each === name);
      if (role) browsers.set(role, browser);
    }),
  );
  const grant = (...args: string[]) =>
    userCommand({ database, now: () => new Date(), print: () => {} }, ['grant', ...args]);
  await grant(addressOf('moderator'), 'moderator', '--region', 'XX-1');
  await grant(addressOf('administrator'), 'administrator');
  await grant(addressOf('unproved administrator'), 'administrator');
  for (const role of ['moderator', 'administrator'] as const) await proveSecondFactor(as(role));
}, 120_000);

function as(role: Role): Browser {
  const browser = browsers.get(role);
  if (!browser) throw new Error(`${role} has not signed in`);
  return browser;
}

/** A fresh organisation: the owner's and editor's own, or that of people who are nobody here. */
async function organization(object: ObjectKind): Promise<number> {
  if (object === 'absent') return 2_000_000_000;
  return object === 'own'
    ? insertOrganization(database, [
        [id('owner'), 'OWNER'],
        [id('cofounder'), 'OWNER'],
        [id('editor'), 'EDITOR'],
        [id('third'), 'EDITOR'],
      ])
    : insertOrganization(database, [
        [id('cofounder'), 'OWNER'],
        [id('third'), 'EDITOR'],
      ]);
}

async function invite(organization: number, email: string): Promise<{ invitation: string; token: string }> {
  const token = newToken();
  const [row] = await database.query<{ id: number }>(sql`
    insert into organization_invitation (organization_id, email, role, token_hash, expires_at)
    values (${organization}, ${email}, 'EDITOR', ${hashToken(token)}, now() + interval '1 hour') returning id`);
  return { invitation: String(row?.id), token };
}

const globalId = (type: string, row: number) => Buffer.from(`${type}:${row}`).toString('base64');

/** Organisations that hold listings: one a kind, since nobody may own many. */
const holders = new Map<ObjectKind, Promise<number>>();
function holder(object: ObjectKind): Promise<number> {
  const known = holders.get(object) ?? organization(object);
  holders.set(object, known);
  return known;
}

/** A fresh listing with its revision: the organisation's own and in the moderator's region, or neither. */
async function listing(object: ObjectKind, status: ListingStatus = 'PUBLISHED') {
  if (object === 'absent') return { listing: globalId('Listing', 2_000_000_000), revision: globalId('Revision', 1) };
  const { id, revisionId } = await insertSpokenListing(database, {
    location: object === 'own' ? { lon: 0.8, lat: 0.2 } : { lon: 50, lat: 50 },
    organizationId: await holder(object),
    status,
  });
  return { listing: globalId('Listing', id), revision: globalId('Revision', revisionId) };
}
const rowOf = (global: string) => Number(Buffer.from(global, 'base64').toString().split(':')[1]);
/** A visitor is nobody: what would be theirs is a third's. */
const personOf = (role: Role) => id(role === 'visitor' ? 'third' : role);

async function unheld(): Promise<number> {
  return (await insertSpokenListing(database, { location: { lon: 50, lat: 50 } })).id;
}

async function claim(person: string, listing: number, token?: string): Promise<number> {
  const [row] = await database.query<{ id: number }>(sql`
    insert into claim (listing_id, person_id, method, token_hash, language, created_at)
    values (${listing}, ${person}, 'MODERATOR', ${token ? hashToken(token) : null}, 'en', now()) returning id`);
  return row?.id ?? 0;
}

async function statement(person: string): Promise<string> {
  const [row] = await database.query<{ id: number }>(sql`
    insert into statement (listing_id, person_id, act, ground, facts, created_at)
    values (${await unheld()}, ${person}, 'REMOVED', 'RULES', 'Synthetic', now()) returning id`);
  return String(row?.id);
}
const onListing = (status?: ListingStatus) => async (object: ObjectKind) => ({
  listing: (await listing(object, status)).listing,
});
const onRevision = (object: ObjectKind) => listing(object);

/** A photo of such a listing. */
async function onPhoto(object: ObjectKind) {
  const [, row] = Buffer.from((await listing(object)).listing, 'base64')
    .toString()
    .split(':');
  const photos = await database.query<{ id: number }>(sql`
    insert into photo (listing_id, author_role, sort, width, height, licence, created_at)
    select id, 'OWNER', 0, 100, 100, 'CC0-1.0', now() from listing where id = ${Number(row)} returning id`);
  return { photo: globalId('Photo', photos[0]?.id ?? 2_000_000_000) };
}

type Outcome = 'done' | 'NotAllowed' | 'NotFound' | 'ValidationError' | 'BAD_USER_INPUT';

/** What comes of it for each kind of object, for each role; a role that is not named here may not, whatever it is. */
type Expected = Partial<Record<Role, Partial<Record<ObjectKind, Outcome>>>>;

interface Row {
  /** Arguments of the mutation, and the values for them on an object of the kind. */
  arguments: string;
  values(object: ObjectKind, role: Role): Promise<Record<string, unknown>>;
  expected: Expected;
}

const everywhere = (outcome: Outcome) => ({ own: outcome, other: outcome, absent: outcome });
const onlyOwn = { own: 'done', absent: 'NotFound' } as const;
const none = { absent: 'NotFound' } as const;
const onAny = { own: 'done', other: 'done', absent: 'NotFound' } as const;
/** Rights of an owner in what is theirs, and of an administrator everywhere. */
const managing: Expected = {
  member: none,
  editor: none,
  owner: onlyOwn,
  moderator: none,
  administrator: onAny,
  'unproved administrator': none,
};

/** Rights of whoever looks after a listing: those who run it, and its region's moderator. */
const keeping: Expected = { ...managing, editor: onlyOwn, moderator: onlyOwn };

const onOrganization = async (object: ObjectKind) => ({ organization: organizationId(await organization(object)) });
const onThird = async (object: ObjectKind) => ({ ...(await onOrganization(object)), person: id('third') });

/** What whoever is signed in may, if only as a suggestion. */
const signedIn: Expected = Object.fromEntries(roles.filter((role) => role !== 'visitor').map((role) => [role, onAny]));
/** Drafts are their writers' alone. */
const hidden = everywhere('NotFound');
const ownDraft: Expected = {
  member: hidden,
  editor: { ...hidden, own: 'done' },
  owner: { ...hidden, own: 'done' },
  moderator: hidden,
  administrator: hidden,
  'unproved administrator': hidden,
};

/** Rights of a moderator in the region, and of an administrator everywhere, on what everybody sees. */
const moderating: Expected = { ...managing, owner: none, moderator: onlyOwn };
/** The same on what only who runs it, and they, see. */
const moderatingHidden: Expected = {
  member: hidden,
  editor: { ...hidden, own: 'NotAllowed' },
  owner: { ...hidden, own: 'NotAllowed' },
  moderator: { ...hidden, own: 'done' },
  administrator: onAny,
  'unproved administrator': hidden,
};

/** What anybody may. */
const anybody = (absent: Outcome): Expected =>
  Object.fromEntries(roles.map((role) => [role, { ...everywhere('done'), absent }]));

const mutations: Record<string, Row> = {
  reportListing: {
    arguments: 'input: { listing: $listing, problem: OTHER }',
    async values(object) {
      const [listing] =
        object === 'absent' ? [2_000_000_000] : await insertListings(database, [{ location: { lon: 1, lat: 1 } }]);
      return { listing: Buffer.from(`Listing:${listing}`).toString('base64') };
    },
    expected: anybody('BAD_USER_INPUT'),
  },
  // Whoever has the link may: what it does and when it ends is in the tests of freshness.
  answerFreshness: {
    arguments: 'token: "none", answer: STILL_TRUE',
    values: async () => ({}),
    expected: Object.fromEntries(roles.map((role) => [role, everywhere('ValidationError')])),
  },
  tellNeed: {
    arguments: 'input: { lookedFor: "Synthetic", at: { lon: 1, lat: 1 } }',
    values: async () => ({}),
    expected: anybody('done'),
  },
  createListing: {
    arguments: 'input: { name: "Synthetic", categories: ["repair-cafe"], location: { lon: 9, lat: 9 } }',
    values: async () => ({}),
    expected: { ...anybody('done'), visitor: {} },
  },
  editListing: {
    arguments: 'listing: $listing, revision: $revision, input: { name: "Another" }',
    values: onRevision,
    expected: signedIn,
  },
  changeListingStatus: {
    arguments: 'listing: $listing, change: CLOSE',
    values: onListing(),
    expected: signedIn,
  },
  moveListing: {
    arguments: 'listing: $listing, location: { lon: 1, lat: 1 }',
    values: onListing(),
    expected: signedIn,
  },
  revertListing: {
    arguments: 'listing: $listing, revision: $revision',
    values: onRevision,
    expected: { ...managing, editor: onlyOwn, moderator: onlyOwn },
  },
  submitListing: { arguments: 'listing: $listing', values: onListing('DRAFT'), expected: ownDraft },
  discardListing: { arguments: 'listing: $listing', values: onListing('DRAFT'), expected: ownDraft },
  withdrawListing: {
    arguments: 'listing: $listing',
    values: onListing('PENDING'),
    // Who moderates it sees it, and decides rather than takes it back.
    expected: { ...ownDraft, moderator: { ...hidden, own: 'NotAllowed' }, administrator: none },
  },
  suggestListing: {
    arguments: 'input: { name: "Synthetic", categories: ["repair-cafe"], location: { lon: 9, lat: 9 } }, email: $email',
    values: async () => ({ email: `${newToken()}@synthetic.example` }),
    expected: anybody('done'),
  },
  suggestChange: {
    arguments: 'listing: $listing, change: CLOSE, email: $email',
    values: async (object) => ({ ...(await onListing()(object)), email: `${newToken()}@synthetic.example` }),
    expected: anybody('NotFound'),
  },
  confirmSuggestion: {
    arguments: 'token: $token',
    async values(object) {
      const token = newToken();
      if (object !== 'absent') {
        await database.query(sql`
          insert into unconfirmed (token_hash, email, language, listing_id, fields, created_at, expires_at)
          values (${hashToken(token)}, 'somebody@synthetic.example', 'en', ${rowOf((await listing(object)).listing)},
            '{"status": "CLOSED"}', now(), now() + interval '1 day')`);
      }
      return { token };
    },
    expected: anybody('NotFound'),
  },
  describePhoto: { arguments: 'photo: $photo, input: { credit: "Synthetic" }', values: onPhoto, expected: keeping },
  removePhoto: { arguments: 'photo: $photo', values: onPhoto, expected: keeping },
  hidePhoto: {
    arguments: 'photo: $photo, hidden: true',
    values: onPhoto,
    expected: { ...managing, owner: none, moderator: onlyOwn },
  },
  claimListing: {
    arguments: 'listing: $listing, method: MODERATOR, evidence: "Synthetic"',
    values: onListing(),
    // Who runs the place need not claim it.
    expected: { ...signedIn, editor: { ...onAny, own: 'NotAllowed' }, owner: { ...onAny, own: 'NotAllowed' } },
  },
  proveClaim: {
    arguments: 'token: $token',
    async values(object, role) {
      const token = newToken();
      if (object !== 'absent') await claim(object === 'own' ? personOf(role) : id('third'), await unheld(), token);
      return { token };
    },
    expected: Object.fromEntries(roles.filter((role) => role !== 'visitor').map((role) => [role, onlyOwn])),
  },
  objectToClaim: {
    arguments: 'claim: $claim, words: "No."',
    async values(object) {
      if (object === 'absent') return { claim: '2000000000' };
      return { claim: String(await claim(id('third'), rowOf((await listing(object)).listing))) };
    },
    expected: { ...managing, editor: onlyOwn, administrator: none },
  },
  decideReviews: {
    arguments: 'reviews: $reviews, decision: APPROVE',
    async values(object) {
      if (object === 'absent') return { reviews: ['2000000000'] };
      const [review] = await database.query<{ id: number }>(sql`insert into review (kind, listing_id)
        values ('REPORT', ${rowOf((await listing(object)).listing)}) returning id`);
      return { reviews: [String(review?.id)] };
    },
    expected: moderating,
  },
  mergeListings: {
    arguments: 'listing: $listing, into: $into',
    values: async (object) => ({ ...(await onListing()(object)), into: (await listing(object)).listing }),
    expected: moderating,
  },
  undoMerge: {
    arguments: 'listing: $listing',
    async values(object) {
      const values = await onListing('MERGED')(object);
      if (object === 'absent') return values;
      await database.query(sql`insert into listing_merge (loser_id, winner_id, moved_record_ids, took_holder, at)
        values (${rowOf(values.listing)}, ${await unheld()}, '{}', false, now())`);
      return values;
    },
    expected: moderatingHidden,
  },
  archiveListing: {
    arguments: 'listing: $listing, facts: "Synthetic", ground: RULES',
    values: onListing(),
    expected: moderating,
  },
  restoreListing: { arguments: 'listing: $listing', values: onListing('ARCHIVED'), expected: moderatingHidden },
  appealDecision: {
    arguments: 'statement: $statement, words: "Synthetic"',
    async values(object, role) {
      if (object === 'absent') return { statement: '2000000000' };
      return { statement: await statement(object === 'own' ? personOf(role) : id('third')) };
    },
    expected: Object.fromEntries(
      roles.filter((role) => role !== 'visitor').map((role) => [role, { ...hidden, own: 'done' as const }]),
    ),
  },
  createOrganization: {
    arguments: 'input: { name: "Synthetic" }',
    values: async () => ({}),
    expected: { ...anybody('done'), visitor: {} },
  },
  editOrganization: {
    arguments: 'organization: $organization, input: { name: "Synthetic" }',
    values: onOrganization,
    expected: { ...managing, editor: onlyOwn },
  },
  chooseEditApproval: {
    arguments: 'organization: $organization, approvesEdits: true',
    values: onOrganization,
    expected: managing,
  },
  inviteMember: {
    arguments: 'organization: $organization, email: "new@synthetic.example", role: EDITOR',
    values: onOrganization,
    expected: managing,
  },
  revokeInvitation: {
    arguments: 'invitation: $invitation',
    async values(object) {
      if (object === 'absent') return { invitation: '2000000000' };
      const { invitation } = await invite(await organization(object), 'somebody@synthetic.example');
      return { invitation };
    },
    expected: managing,
  },
  acceptInvitation: {
    arguments: 'token: $token',
    async values(object, role) {
      if (object === 'absent') return { token: newToken() };
      const address = object === 'own' ? addressOf(role) : 'somebody@synthetic.example';
      const { token } = await invite(await organization('other'), address);
      return { token };
    },
    expected: Object.fromEntries(roles.filter((role) => role !== 'visitor').map((role) => [role, onlyOwn])),
  },
  changeMemberRole: {
    arguments: 'organization: $organization, person: $person, role: OWNER',
    values: onThird,
    expected: managing,
  },
  removeMember: { arguments: 'organization: $organization, person: $person', values: onThird, expected: managing },
  handOverOrganization: {
    arguments: 'organization: $organization, person: $person',
    values: onThird,
    expected: { ...managing, administrator: none },
  },
  leaveOrganization: {
    arguments: 'organization: $organization',
    values: onOrganization,
    expected: { ...managing, editor: onlyOwn, administrator: none },
  },
};

const types: Record<string, string> = {
  listing: 'ID!',
  organization: 'ID!',
  revision: 'ID!',
  into: 'ID!',
  claim: 'String!',
  email: 'String!',
  reviews: '[String!]!',
  statement: 'String!',
  person: 'String!',
  photo: 'ID!',
  invitation: 'String!',
  token: 'String!',
};

describe('mutations', () => {
  it('each has a row', () => {
    expect(Object.keys(mutations).sort()).toEqual(Object.keys(schema.getMutationType()?.getFields() ?? {}).sort());
  });

  it.each(Object.entries(mutations))(
    '%s',
    async (name, row) => {
      const cells = roles.flatMap((role) => objects.map((object) => ({ role, object, cell: `${role} on ${object}` })));
      const outcomes = await Promise.all(
        cells.map(async ({ role, object, cell }) => {
          const values = await row.values(object, role);
          const declared = Object.keys(values).map((key) => `$${key}: ${types[key]}`);
          const query = `mutation ${declared.length > 0 ? `(${declared.join(', ')})` : ''} {
          ${name}(${row.arguments}) { __typename } }`;
          const { data, errors } = await as(role).ask(query, values);
          const outcome = data?.[name]?.__typename ?? errors?.[0]?.extensions.code;
          const isFailure = errors || ['NotAllowed', 'NotFound', 'ValidationError'].includes(outcome);
          return [cell, isFailure ? outcome : 'done'];
        }),
      );
      const expected = cells.map(({ role, object, cell }) => [cell, row.expected[role]?.[object] ?? 'NotAllowed']);
      expect(outcomes).toEqual(expected);
    },
    120_000,
  );
});

/** Who sees a field, on which kind of object; whoever is not named is answered null. */
interface FieldRow {
  selection: string;
  /** The field's value in the answer for the object. */
  // biome-ignore lint/suspicious/noExplicitAny: a test knows the shape of what it asks for
  read(object: any): unknown;
  /** What is asked; left out: an organisation. */
  on?(object: ObjectKind): Promise<{ type: string; id: string }>;
  seen: Partial<Record<Role, readonly ObjectKind[]>>;
}

const seenByManagers = { owner: ['own'], administrator: ['own', 'other'] } as const;
const fields: Record<string, FieldRow> = {
  'Listing.viewsThisMonth': {
    selection: 'viewsThisMonth',
    read: ({ viewsThisMonth }) => viewsThisMonth,
    on: async (object) => ({ type: 'Listing', id: (await listing(object)).listing }),
    seen: { ...seenByManagers, editor: ['own'], moderator: ['own'] },
  },
  'Organization.members': {
    selection: 'members { role }',
    read: ({ members }) => members,
    seen: { ...seenByManagers, editor: ['own'] },
  },
  'Organization.invitations': {
    selection: 'invitations { id email }',
    read: ({ invitations }) => invitations,
    seen: seenByManagers,
  },
  'OrganizationMember.email': {
    selection: 'members { email }',
    read: ({ members }) => members?.[0].email ?? null,
    seen: seenByManagers,
  },
};

describe('fields that are not public', () => {
  /** The guards as the schema has them: of fields, and of whole types. */
  const guarded = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name === 'Mutation') return [];
    const isGuarded = (extensions: object) =>
      'pothosOptions' in extensions && 'authScopes' in Object(extensions.pothosOptions);
    if (isGuarded(type.extensions)) return [type.name];
    return Object.values(type.getFields()).flatMap((field) =>
      isGuarded(field.extensions) ? [`${type.name}.${field.name}`] : [],
    );
  });

  /** Not an organisation's: each has a test of its own below. */
  const elsewhere = [
    'Listing.claims',
    'Listing.suggestions',
    'Listing.verdict',
    'Query.moderationQueue',
    'Query.myListings',
    'Query.myStatements',
    'Query.statement',
    'Review',
    'ReviewConnection',
  ];

  it('each has a row; what is the viewer’s is reached through `viewer` alone', () => {
    expect(guarded.sort()).toEqual([...Object.keys(fields), ...elsewhere, 'Viewer'].sort());
    const ways = Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type)
        ? Object.values(type.getFields())
            .filter((field) => /^\[*Viewer\b/.test(String(field.type)))
            .map(({ name }) => `${type.name}.${name}`)
        : [],
    );
    expect(ways).toEqual(['Query.viewer']);
  });

  it.each(Object.entries(fields))('%s', async (_, row) => {
    const seen: Record<string, boolean> = {};
    const expected: Record<string, boolean> = {};
    for (const object of ['own', 'other'] as const) {
      const { type, id } = row.on
        ? await row.on(object)
        : { type: 'Organization', id: organizationId(await organization(object)) };
      for (const role of roles) {
        const { data, errors } = await as(role).ask(
          `query ($id: ID!) { node(id: $id) { ... on ${type} { name ${row.selection} } } }`,
          { id },
        );
        expect(errors).toBeUndefined();
        seen[`${role} on ${object}`] = row.read(data.node) !== null;
        expected[`${role} on ${object}`] = row.seen[role]?.includes(object) ?? false;
      }
    }
    expect(seen).toEqual(expected);
  });

  it('claims of a place are seen by who runs it and who moderates it', async () => {
    for (const object of ['own', 'other'] as const) {
      const { listing: asked } = await listing(object);
      await claim(id('third'), rowOf(asked));
      for (const role of roles) {
        const { data } = await as(role).ask('query ($id: ID!) { listing(id: $id) { claims { id } } }', { id: asked });
        const runs = role === 'owner' || role === 'editor' || role === 'moderator';
        const sees = role === 'administrator' || (object === 'own' && runs);
        expect([role, object, data.listing.claims !== null]).toEqual([role, object, sees]);
      }
    }
  });

  it('what was decided on a place is read by who looks after it', async () => {
    const { listing: asked } = await listing('own');
    await database.query(sql`insert into review (kind, listing_id, decision, decision_reason, resolved_at)
      values ('NEW_LISTING', ${rowOf(asked)}, 'APPROVED', 'Synthetic', now())`);
    for (const role of roles) {
      const { data } = await as(role).ask('query ($id: ID!) { listing(id: $id) { verdict { reason } } }', {
        id: asked,
      });
      const sees = ['owner', 'editor', 'moderator', 'administrator'].includes(role);
      expect([role, data.listing.verdict]).toEqual([role, sees ? { reason: 'Synthetic' } : null]);
    }
  });

  it('suggestions for a place are read by the members of its organisation, where that approves edits', async () => {
    const { listing: asked, revision } = await listing('own');
    await database.query(sql`
      with made as (
        insert into suggestion (listing_id, person_id, language, revision_id, fields, created_at)
        values (${rowOf(asked)}, ${id('third')}, 'en', ${rowOf(revision)}, '{"phone": "+39 011 5550100"}', now())
        returning id)
      insert into review (kind, listing_id, suggestion_id, person_id)
        select 'SUGGESTED_EDIT', ${rowOf(asked)}, id, ${id('third')} from made`);
    const read = async (role: Role) =>
      (
        await as(role).ask('query ($id: ID!) { listing(id: $id) { suggestions { fields by { name } } } }', {
          id: asked,
        })
      ).data.listing.suggestions;
    for (const role of roles) expect([role, await read(role)]).toEqual([role, null]);
    await database.query(sql`update organization set approves_edits = true where id = ${await holder('own')}`);
    for (const role of roles) {
      const sees = role === 'owner' || role === 'editor';
      expect([role, await read(role)]).toEqual([role, sees ? [{ fields: ['phone'], by: null }] : null]);
    }
    await database.query(sql`update organization set approves_edits = false where id = ${await holder('own')}`);
  });

  it('the queue is moderators’ own, of their regions', async () => {
    const rows = await Promise.all((['own', 'other'] as const).map(async (object) => (await listing(object)).listing));
    for (const row of rows) {
      await database.query(sql`insert into review (kind, listing_id, created_at)
        values ('VANISHED', ${rowOf(row)}, '2020-01-01Z')`);
    }
    for (const role of roles) {
      const { data } = await as(role).ask(
        '{ moderationQueue(kinds: VANISHED) { totalCount nodes { listing { id } } } }',
      );
      const seen = data.moderationQueue?.nodes.map((node: { listing: { id: string } }) => node.listing.id) ?? null;
      const expected = { moderator: rows.slice(0, 1), administrator: rows } as Partial<Record<Role, string[]>>;
      expect([role, seen]).toEqual([role, expected[role] ?? null]);
    }
  });

  it('statements of reasons are read by whom they were written to', async () => {
    for (const role of roles) {
      const [own, other] = [await statement(personOf(role)), await statement(id('cofounder'))];
      const { data } = await as(role).ask(
        `{ own: statement(id: "${own}") { id } other: statement(id: "${other}") { id } myStatements { id } }`,
      );
      const mine = data.myStatements?.some((each: { id: string }) => each.id === own) ?? null;
      expect([role, data.own !== null, data.other, mine]).toEqual([
        role,
        role !== 'visitor',
        null,
        role === 'visitor' ? null : true,
      ]);
    }
  });

  it('one’s own listings are those one registered or runs, and nobody’s for a visitor', async () => {
    const mine = await listing('own', 'DRAFT');
    for (const role of roles) {
      const { data } = await as(role).ask('{ myListings(list: DRAFTS, first: 100) { id } }');
      const seen = data.myListings?.some(({ id }: { id: string }) => id === mine.listing) ?? null;
      expect([role, seen]).toEqual([role, role === 'visitor' ? null : role === 'owner' || role === 'editor']);
    }
  });

  it('the viewer is the one who asks, and nobody for a visitor', async () => {
    for (const role of roles) {
      const { data } = await as(role).ask('{ viewer { email organizations { role } } }');
      expect(data.viewer?.email ?? null).toBe(role === 'visitor' ? null : addressOf(role));
    }
  });
});
