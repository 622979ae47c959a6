import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import { testApp } from '../support/app.ts';
import { type Browser, letterTo, openBrowser, signInByMail } from '../support/people.ts';

const test = await testApp({ mail: true });
const { database } = test;

let olga: Browser;
let edo: Browser;
let olgaId = '';
let edoId = '';
let organization = '';

const create = `mutation ($input: OrganizationInput!, $key: String) {
  result: createOrganization(input: $input, idempotencyKey: $key) {
    __typename
    ... on OrganizationCreated { organization { id slug name class website viewerCan { edit manageMembers leave handOver } } }
    ... on ValidationError { field message }
  }
}`;
const failure = '... on ValidationError { field message } ... on NotAllowed { message } ... on NotFound { message }';

/** One mutation on the organisation; its result with the kind of failure, where it is one. */
async function act(browser: Browser, mutation: string, variables: Record<string, unknown> = {}) {
  const declared = Object.keys(variables).map(
    (name) => `, $${name}: ${name === 'role' ? 'OrganizationRole!' : 'String!'}`,
  );
  const used = Object.keys(variables).map((name) => `, ${name}: $${name}`);
  const { data, errors } = await browser.ask(
    `mutation ($organization: ID!${declared.join('')}) {
      result: ${mutation}(organization: $organization${used.join('')}) { __typename ${failure} } }`,
    { organization, ...variables },
  );
  expect(errors).toBeUndefined();
  return data.result;
}

beforeAll(async () => {
  [olga, edo] = await Promise.all([
    signInByMail(test, 'olga@synthetic.example', 'Olga <b>'),
    signInByMail(test, 'edo@synthetic.example', 'Edo'),
  ]);
  olgaId = (await olga.ask('{ viewer { id } }')).data.viewer.id;
  edoId = (await edo.ask('{ viewer { id } }')).data.viewer.id;
}, 60_000);

describe('registering', () => {
  const input = {
    name: ' Officina sintetica ',
    class: 'THIRD_SECTOR_AND_CULTURE',
    website: 'https://synthetic.example',
  };

  it('makes whoever registers the owner, and the same request again nothing more', async () => {
    const answers = [];
    for (let i = 0; i < 2; i += 1) answers.push((await olga.ask(create, { input, key: 'first' })).data.result);
    expect(answers[0]).toMatchObject({
      __typename: 'OrganizationCreated',
      organization: {
        name: 'Officina sintetica',
        slug: 'officina-sintetica',
        class: 'THIRD_SECTOR_AND_CULTURE',
        viewerCan: { edit: true, manageMembers: true, leave: true, handOver: true },
      },
    });
    expect(answers[1]).toEqual(answers[0]);
    organization = answers[0].organization.id;
    const mine = await olga.ask('{ viewer { organizations { role organization { name } } } }');
    expect(mine.data.viewer.organizations).toEqual([{ role: 'OWNER', organization: { name: 'Officina sintetica' } }]);
  });

  it('two of one name at once get different addresses', async () => {
    const answers = await Promise.all([olga.ask(create, { input }), edo.ask(create, { input })]);
    const slugs = answers.map(({ data }) => data.result.organization.slug);
    expect(slugs.sort()).toEqual(['officina-sintetica-2', 'officina-sintetica-3']);
  });

  it('is found by its name in addresses, which is never that of the page where one is registered', async () => {
    const find = 'query ($slug: String!) { organization(slug: $slug) { name members { name } } }';
    const { data } = await openBrowser(test).ask(find, { slug: 'officina-sintetica' });
    expect(data.organization).toEqual({ name: 'Officina sintetica', members: null });
    expect((await olga.ask(find, { slug: 'nobody' })).data.organization).toBeNull();
    const { data: created } = await olga.ask(create, { input: { name: 'New' } });
    expect(created.result.organization.slug).toBe('new-organisation');
  });

  it.each([
    ['input.name', { name: ' ' }],
    ['input.name', { name: 'x'.repeat(121) }],
    ['input.name', { name: 'two\nlines' }],
    ['input.website', { name: 'x', website: 'javascript:alert(1)' }],
    ['input.website', { name: 'x', website: 'not an address' }],
  ])('%s is checked: %j', async (field, given) => {
    const { data } = await olga.ask(create, { input: given });
    expect(data.result).toMatchObject({ __typename: 'ValidationError', field });
  });
});

describe('members', () => {
  it('are invited by mail, in the language of whoever invites, and join once with that address', async () => {
    const email = 'edo@synthetic.example';
    expect(await act(olga, 'inviteMember', { email: 'no address', role: 'EDITOR' })).toMatchObject({ field: 'email' });
    expect((await act(olga, 'inviteMember', { email: ` ${email.toUpperCase()}`, role: 'EDITOR' })).__typename).toBe(
      'MemberInvited',
    );
    const { raw, link } = await letterTo(test, email, 2);
    expect(raw).toContain('Olga &lt;b&gt; invites you to Officina sintetica');
    const token = link.split('/').at(-1);
    const [kept] = await database.query<{ row: string }>(
      sql`select organization_invitation::text as row from organization_invitation`,
    );
    expect(kept?.row).not.toContain(token);
    const accept = async (browser: Browser) => {
      const { data } = await browser.ask(
        `mutation ($token: String!) { result: acceptInvitation(token: $token) { __typename ${failure} } }`,
        { token },
      );
      return data.result.__typename;
    };
    expect(await accept(olga)).toBe('NotAllowed');
    expect(await accept(edo)).toBe('InvitationAccepted');
    expect(await accept(edo)).toBe('NotFound');
    const seen = `query ($organization: ID!) { node(id: $organization) { ... on Organization {
      members { name email role } viewerCan { edit manageMembers leave } } } }`;
    expect((await edo.ask(seen, { organization })).data.node).toEqual({
      members: [
        { name: 'Olga <b>', email: null, role: 'OWNER' },
        { name: 'Edo', email: null, role: 'EDITOR' },
      ],
      viewerCan: { edit: true, manageMembers: false, leave: true },
    });
    expect((await openBrowser(test).ask(seen, { organization })).data.node.members).toBeNull();
  });

  it('an invitation that is too old, or was sent anew, is void', async () => {
    const email = 'late@synthetic.example';
    const late = await signInByMail(test, email);
    await act(olga, 'inviteMember', { email, role: 'OWNER' });
    await act(olga, 'inviteMember', { email, role: 'EDITOR' });
    const tokens = await Promise.all(
      [2, 3].map(async (count) => (await letterTo(test, email, count)).link.split('/').at(-1)),
    );
    await database.query(sql`update organization_invitation set expires_at = now() where email = ${email}`);
    for (const token of tokens) {
      const { data } = await late.ask(
        `mutation ($token: String!) { result: acceptInvitation(token: $token) { __typename } }`,
        { token },
      );
      expect(data.result.__typename).toBe('NotFound');
    }
  });

  it('the last owner stays: neither leaves, nor is removed, nor becomes an editor, nor deletes the account', async () => {
    expect(await act(olga, 'leaveOrganization')).toMatchObject({ field: 'organization' });
    expect(await act(olga, 'removeMember', { person: olgaId })).toMatchObject({ field: 'person' });
    expect(await act(olga, 'changeMemberRole', { person: olgaId, role: 'EDITOR' })).toMatchObject({ field: 'role' });
    await olga.request('POST', '/api/auth/delete-user', {});
    const { link } = await letterTo(test, 'olga@synthetic.example', 2);
    const token = new URL(link).searchParams.get('token');
    const { status, body } = await olga.request('POST', '/api/auth/delete-user', { token });
    expect([status, body.code]).toEqual([409, 'ACCOUNT_STILL_NEEDED']);
    expect(body.message).toContain('Officina sintetica');
  });

  it('an owner hands over, then may leave', async () => {
    expect((await act(olga, 'handOverOrganization', { person: edoId })).__typename).toBe('OrganizationHandedOver');
    expect((await act(olga, 'handOverOrganization', { person: edoId })).__typename).toBe('NotAllowed');
    expect((await act(olga, 'leaveOrganization')).__typename).toBe('OrganizationLeft');
    expect((await act(olga, 'leaveOrganization')).__typename).toBe('NotAllowed');
    const acts = await database.query<{ act: string }>(sql`select act from audit_entry
      where subject = ${Buffer.from(organization, 'base64').toString()} order by id`);
    expect(acts.map(({ act }) => act)).toEqual([
      'organization.invite',
      'organization.join',
      'organization.invite',
      'organization.invite',
      'organization.handOver',
      'organization.leave',
    ]);
  });

  it('two owners that leave at once leave one behind', async () => {
    await database.query(sql`insert into organization_member (organization_id, person_id, role)
      select id, ${olgaId}, 'OWNER' from organization where slug = 'officina-sintetica'`);
    const results = await Promise.all([act(olga, 'leaveOrganization'), act(edo, 'leaveOrganization')]);
    expect(results.map(({ __typename }) => __typename).sort()).toEqual(['OrganizationLeft', 'ValidationError']);
  });
});
