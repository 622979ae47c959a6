/** Mutations of claims, and what who runs a place sees of them. */
import { builder } from '../../builder.ts';
import { NotAllowed, NotFound, ValidationError } from '../../platform/errors.ts';
import { parseRowId, rowIdOf } from '../../platform/row-id.ts';
import { OrganizationType } from '../organizations/schema.ts';
import { type ClaimRow, openClaimsOf } from './claim-store.ts';
import { claimListing, objectToClaim, proveClaim } from './claims.ts';
import { loadKeeping } from './keepers.ts';
import type { Listing } from './model.ts';
import { loadWritten } from './own.ts';
import { described, ListingType } from './schema.ts';
import { claimMethods } from './write-model.ts';

const ClaimMethodEnum = builder.enumType('ClaimMethod', {
  description: 'How it is proved that somebody runs a place.',
  values: described(claimMethods, {
    LISTING_EMAIL: 'By a letter to the e-mail address on the listing.',
    WEBSITE_DOMAIN: 'By a letter to an address at the domain of its website.',
    MODERATOR: 'By a moderator who looks at the evidence.',
  }),
});

export const ClaimType = builder.objectRef<ClaimRow>('Claim').implement({
  description: 'That somebody says they run a place. Moderators of the region and who runs it now see it.',
  fields: (t) => ({
    id: t.string({ description: 'For `objectToClaim`.', resolve: ({ id }) => String(id) }),
    method: t.expose('method', { type: ClaimMethodEnum, description: 'How it is proved.' }),
    evidence: t.exposeString('evidence', { nullable: true, description: 'Why it is theirs, in their words.' }),
    objection: t.exposeString('objection', {
      nullable: true,
      description: 'What who runs the place now says against it.',
    }),
    provedAt: t.expose('provedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the mailed link was opened; null where none was.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    organization: t.prismaField({
      type: OrganizationType,
      nullable: true,
      description: 'For which organisation; null: for the person.',
      resolve: (query, { organizationId }, _, { database }) =>
        organizationId === null
          ? null
          : database.prisma.organization.findUnique({ ...query, where: { id: organizationId } }),
    }),
  }),
});

builder.objectField(ListingType, 'claims', (t) =>
  t.field({
    type: [ClaimType],
    nullable: true,
    description: 'Claims that wait for a moderator; null but for who runs the place and moderators.',
    authScopes: async ({ id }, _, context) => {
      const [known] = await loadKeeping(context, [id]);
      return known?.role === 'OWNER' || known?.role === 'MODERATOR';
    },
    unauthorizedResolver: () => null,
    resolve: ({ id }, _, { database }) => openClaimsOf(database, [id]),
  }),
);

const ClaimMadeType = builder.objectRef<{ listing: Listing; sentTo: string | null }>('ClaimMade').implement({
  description: 'The claim is kept: a letter is on its way, or a moderator decides.',
  fields: (t) => ({
    listing: t.expose('listing', { type: ListingType, description: 'The listing, which is nobody else’s yet.' }),
    sentTo: t.exposeString('sentTo', {
      nullable: true,
      description: 'Where the letter goes; null: a moderator decides.',
    }),
  }),
});

const ClaimProvedType = builder.objectRef<{ listing: Listing; granted: boolean }>('ClaimProved').implement({
  description: 'The mailed link was opened.',
  fields: (t) => ({
    listing: t.expose('listing', { type: ListingType, description: 'The listing as it is now.' }),
    granted: t.exposeBoolean('granted', {
      description: 'True: it is theirs; false: somebody holds it, who was told, and a moderator decides.',
    }),
  }),
});

const failures = [ValidationError, NotAllowed, NotFound];

builder.mutationFields((t) => ({
  claimListing: t.field({
    type: ClaimMadeType,
    description:
      'Says that whoever asks runs a place. What somebody holds already changes hands by a moderator’s decision alone.',
    authScopes: { signedIn: true },
    errors: {
      types: failures,
      directResult: true,
      union: { name: 'ClaimListingResult', description: 'ClaimMade, or why not.' },
    },
    args: {
      listing: t.arg.globalID({ required: true, description: 'Global id of the listing.' }),
      method: t.arg({ type: ClaimMethodEnum, required: true, description: 'How it is to be proved.' }),
      evidence: t.arg.string({ description: 'Why it is theirs: at most 2,000 characters; needed for MODERATOR.' }),
      email: t.arg.string({ description: 'For WEBSITE_DOMAIN: an address at the website’s domain.' }),
      organization: t.arg.globalID({ description: 'For which organisation; left out: for the person.' }),
    },
    resolve: async (_, { listing, method, evidence, email, organization }, context) => {
      const id = rowIdOf('Listing', listing);
      const organizationId = organization && rowIdOf('Organization', organization);
      const sentTo = await claimListing(context, id, { method, evidence, email, organizationId });
      return { listing: await loadWritten(context, id), sentTo };
    },
  }),
  proveClaim: t.field({
    type: ClaimProvedType,
    description: 'Proves a claim by what was mailed; whoever made it may.',
    authScopes: { signedIn: true },
    errors: {
      types: failures,
      directResult: true,
      union: { name: 'ProveClaimResult', description: 'ClaimProved, or why not.' },
    },
    args: { token: t.arg.string({ required: true, description: 'What stands at the end of the mailed address.' }) },
    resolve: async (_, { token }, context) => {
      const { id, granted } = await proveClaim(context, token);
      return { listing: await loadWritten(context, id), granted };
    },
  }),
  objectToClaim: t.field({
    type: ListingType,
    description: 'Says why a claim is wrong; who runs the place now may.',
    authScopes: { signedIn: true },
    errors: {
      types: failures,
      result: { name: 'ClaimObjected', description: 'The objection is kept for the moderator.' },
      union: { name: 'ObjectToClaimResult', description: 'ClaimObjected, or why not.' },
      dataField: { name: 'listing', description: 'The listing.' },
    },
    args: {
      claim: t.arg.string({ required: true, description: 'Id of the claim.' }),
      words: t.arg.string({ required: true, description: 'Why: at most 2,000 characters.' }),
    },
    resolve: async (_, { claim, words }, context) =>
      loadWritten(context, await objectToClaim(context, parseRowId(claim), words)),
  }),
}));
