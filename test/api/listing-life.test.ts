/** Any sequence of acts by anybody leaves a listing in a state that the life of listings knows, and loses no revision. */
import fc from 'fast-check';
import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  isVisible,
  type ListingAct,
  listingActs,
  type Standing,
  transitionOf,
} from '../../api/features/listings/lifecycle.ts';
import { type ListingStatus, listingStatuses } from '../../api/features/listings/model.ts';
import { testApp } from '../support/app.ts';
import {
  decide,
  insertRegion,
  mutate,
  type Result,
  registerPlace,
  reviewOf,
  signInModerator,
} from '../support/moderation.ts';
import { type Browser, openBrowser, signInByMail } from '../support/people.ts';

const standing = fc.record<Standing>({
  signedIn: fc.boolean(),
  author: fc.boolean(),
  holder: fc.boolean(),
  trusted: fc.boolean(),
  moderator: fc.boolean(),
});
const status = fc.constantFrom(...listingStatuses);
const act = fc.constantFrom(...listingActs);

describe('the table of acts', () => {
  const nobody: Standing = { signedIn: false, author: false, holder: false, trusted: false, moderator: false };

  it('gives a visitor nothing, and whoever does not see a listing no act on it', () => {
    fc.assert(
      fc.property(act, status, standing, (one, from, who) => {
        expect(transitionOf(one, from, nobody)).toBeUndefined();
        if (!isVisible(from, who)) expect(transitionOf(one, from, who)?.how ?? 'SUGGEST').toBe('SUGGEST');
      }),
    );
  });

  it('gives nobody less for being more', () => {
    fc.assert(
      fc.property(
        act,
        status,
        standing,
        fc.constantFrom<keyof Standing>('holder', 'moderator'),
        (one, from, who, more) => {
          const before = transitionOf(one, from, who);
          const after = transitionOf(one, from, { ...who, [more]: true });
          if (before) expect(after).toBeDefined();
          if (before?.how === 'AT_ONCE') expect(after?.how).toBe('AT_ONCE');
        },
      ),
    );
  });

  it('publishes only what a moderator, or a trusted author, let through', () => {
    const hidden: ListingStatus[] = ['DRAFT', 'PENDING', 'REJECTED', 'ARCHIVED', 'MERGED'];
    fc.assert(
      fc.property(act, fc.constantFrom(...hidden), standing, (one, from, who) => {
        const to = transitionOf(one, from, who)?.to;
        if (to === 'AS_SAID' || to === 'PUBLISHED')
          expect(who.moderator || (who.trusted && from === 'DRAFT')).toBe(true);
      }),
    );
  });

  it('ends nowhere: a moderator brings everything back but what was never handed in', () => {
    const moderator: Standing = { ...nobody, signedIn: true, moderator: true };
    for (const from of listingStatuses) {
      const out = listingActs.filter((one) =>
        ['AS_SAID', 'PUBLISHED'].includes(String(transitionOf(one, from, moderator)?.to)),
      );
      expect([from, out.length > 0 || from === 'DRAFT' || from === 'PUBLISHED']).toEqual([from, true]);
    }
  });
});

describe('through the API', () => {
  let test: Awaited<ReturnType<typeof testApp>>;
  const people: Record<string, Browser> = {};
  beforeAll(async () => {
    test = await testApp({ mail: true });
    await insertRegion(test);
    people.visitor = openBrowser(test);
    [people.author, people.member, people.moderator] = await Promise.all([
      signInByMail(test, 'author@synthetic.example'),
      signInByMail(test, 'member@synthetic.example'),
      signInModerator(test, 'moderator@synthetic.example'),
    ]);
  }, 120_000);

  const person = (name: string): Browser => {
    const browser = people[name];
    if (!browser) throw new Error(`${name} has not signed in`);
    return browser;
  };
  const rowOf = (id: string) => Number(Buffer.from(id, 'base64').toString().split(':')[1]);

  let edits = 0;
  /** What is done at the API for each act; the answer counts for nothing, only what is there afterwards. */
  const doing: Record<
    Exclude<ListingAct, 'merge' | 'unmerge' | 'claim'>,
    (browser: Browser, id: string) => Promise<Result>
  > = {
    async edit(browser, id) {
      edits += 1;
      const { data } = await browser.ask('query ($id: ID!) { listing(id: $id) { content { revision } } }', { id });
      const revision = data.listing?.content.revision ?? Buffer.from('Revision:1').toString('base64');
      return mutate(browser, 'editListing(listing: $id, revision: $revision, input: { phone: $phone })', '', {
        id: ['ID!', id],
        revision: ['ID!', revision],
        phone: ['String', `+39 011 ${100_000 + edits}`],
      });
    },
    submit: (browser, id) => mutate(browser, 'submitListing(listing: $id, distinct: true)', '', { id: ['ID!', id] }),
    withdraw: (browser, id) => mutate(browser, 'withdrawListing(listing: $id)', '', { id: ['ID!', id] }),
    discard: (browser, id) => mutate(browser, 'discardListing(listing: $id)', '', { id: ['ID!', id] }),
    approve: (browser, id) => judge(browser, id, 'APPROVE'),
    ask: (browser, id) => judge(browser, id, 'ASK'),
    reject: (browser, id) => judge(browser, id, 'REJECT'),
    closeTemporarily: (browser, id) => changeStatus(browser, id, 'CLOSE_TEMPORARILY'),
    close: (browser, id) => changeStatus(browser, id, 'CLOSE'),
    reopen: (browser, id) => changeStatus(browser, id, 'REOPEN'),
    move: (browser, id) =>
      mutate(browser, 'moveListing(listing: $id, location: { lon: 0.4, lat: 0.4 })', '', { id: ['ID!', id] }),
    async revert(browser, id) {
      const [first] = await test.database.query<{ id: number }>(
        sql`select id from revision where listing_id = ${rowOf(id)} order by id limit 1`,
      );
      const revision = Buffer.from(`Revision:${first?.id ?? 1}`).toString('base64');
      return mutate(browser, 'revertListing(listing: $id, revision: $revision)', '', {
        id: ['ID!', id],
        revision: ['ID!', revision],
      });
    },
    archive: (browser, id) =>
      mutate(browser, 'archiveListing(listing: $id, facts: "Synthetic", ground: RULES)', '', { id: ['ID!', id] }),
    restore: (browser, id) => mutate(browser, 'restoreListing(listing: $id)', '', { id: ['ID!', id] }),
  };
  const changeStatus = (browser: Browser, id: string, change: string) =>
    mutate(browser, `changeListingStatus(listing: $id, change: ${change})`, '', { id: ['ID!', id] });
  async function judge(browser: Browser, id: string, decision: string): Promise<Result> {
    const review = await reviewOf(person('moderator'), id);
    return decide(browser, [review?.id ?? '2000000000'], decision, 'Synthetic');
  }

  const acts = Object.keys(doing) as (keyof typeof doing)[]; // its own keys
  const step = fc.record({
    by: fc.constantFrom('visitor', 'author', 'member', 'moderator'),
    act: fc.constantFrom(...acts),
  });

  it('no sequence of acts leaves the table, shows what is not public, or loses a revision', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 9 }), async (steps) => {
        const { id } = await registerPlace(person('author'));
        let before: { status: ListingStatus; revisions: number[] } = await state(id);
        for (const { by, act: done } of steps) {
          const result = await doing[done](person(by), id);
          const after = await state(id);
          if (after.status === undefined) {
            expect([done, before.status]).toEqual(['discard', 'DRAFT']);
            return;
          }
          // Every revision that there was is there, in its place.
          expect(after.revisions.slice(0, before.revisions.length)).toEqual(before.revisions);
          if (after.status !== before.status) {
            const failed = ['NotAllowed', 'NotFound', 'ValidationError', 'StaleRevision'].includes(result.__typename);
            expect([done, failed, after.revisions.length > before.revisions.length]).toEqual([done, false, true]);
            expect(leads(done, before.status)).toContain(after.status);
          }
          const { data } = await person('visitor').ask('query ($id: ID!) { listing(id: $id) { id } }', { id });
          const isPublic = after.status === 'PUBLISHED' || after.status === 'TEMPORARILY_CLOSED';
          expect([after.status, data.listing !== null]).toEqual([after.status, isPublic]);
          before = after;
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  async function state(id: string) {
    const [row] = await test.database.query<{ status: ListingStatus }>(
      sql`select status from listing where id = ${rowOf(id)}`,
    );
    const revisions = await test.database.query<{ id: number }>(
      sql`select id from revision where listing_id = ${rowOf(id)} order by id`,
    );
    // Undefined once it is discarded; the caller looks.
    return { status: row?.status as ListingStatus, revisions: revisions.map((revision) => revision.id) };
  }

  /** Where an act may lead from a status, by the table; a review may be of a suggestion, too. */
  function leads(done: ListingAct, from: ListingStatus): string[] {
    const all: Standing = { signedIn: true, author: true, holder: true, trusted: false, moderator: false };
    const said = ['PUBLISHED', 'TEMPORARILY_CLOSED', 'CLOSED'];
    const judged = { approve: said, reject: [...said, 'REJECTED', 'ARCHIVED'], ask: ['DRAFT'] } as Record<
      string,
      string[]
    >;
    const tos = [all, { ...all, moderator: true }].map((who) => transitionOf(done, from, who)?.to);
    return [
      ...tos.flatMap((to) => (to === 'AS_SAID' ? said : to ? [to] : [])),
      ...(judged[done] ?? []),
      ...(done === 'revert' ? said : []),
    ];
  }
});
