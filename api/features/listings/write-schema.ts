/** Mutations of listings by people, and what a form asks while it is filled in. */
import { builder } from '../../builder.ts';
import { NotAllowed, NotFound, ValidationError } from '../../platform/errors.ts';
import { rowIdOf } from '../../platform/row-id.ts';
import { checkPoint } from '../regions/policy.ts';
import { PointInput } from '../regions/schema.ts';
import { ContentType, StatusChangeEnum } from './content-schema.ts';
import { findDuplicates } from './duplicates.ts';
import { AddressInputType, ListingInputType } from './input-schema.ts';
import { loadOwnListings, loadWritten } from './own.ts';
import { ActorRoleEnum, described, ListingNode, ListingType } from './schema.ts';
import {
  changeListingStatus,
  createListing,
  discardListing,
  editListing,
  moveListing,
  revertListing,
  submitListing,
  withdrawListing,
} from './write.ts';
import {
  type Duplicate,
  duplicateReasons,
  type Edited,
  type FieldChange,
  ownLists,
  PossibleDuplicate,
  StaleRevision,
} from './write-model.ts';

const DuplicateReasonEnum = builder.enumType('DuplicateReason', {
  description: 'Why a listing may be the same place.',
  values: described(duplicateReasons, {
    SIMILAR_NAME: 'It is called the same or nearly so, within 500 m.',
    SAME_PHONE: 'It has the same telephone number, within 5 km.',
    SAME_WEBSITE: 'It has the same website, within 5 km.',
  }),
});

const DuplicateType = builder.objectRef<Duplicate>('Duplicate').implement({
  description: 'A public listing that may be the place at hand.',
  fields: (t) => ({
    listing: t.field({
      type: ListingType,
      description: 'The listing.',
      resolve: ({ listingId }, _, context) => loadWritten(context, listingId),
    }),
    distanceMeters: t.exposeInt('distanceMeters', { description: 'How far from the position given.' }),
    reasons: t.field({
      type: [DuplicateReasonEnum],
      description: 'Why it may be the same.',
      resolve: ({ reasons }) => reasons,
    }),
  }),
});

builder.objectType(PossibleDuplicate, {
  name: 'PossibleDuplicate',
  description: 'The place may be listed already; nothing was changed. `distinct: true` says that it is none of these.',
  fields: (t) => ({
    message: t.exposeString('message', { description: 'That in English.' }),
    duplicates: t.field({
      type: [DuplicateType],
      description: 'At most five, the likeliest first.',
      resolve: ({ duplicates }) => [...duplicates],
    }),
  }),
});

const FieldChangeType = builder.objectRef<FieldChange>('FieldChange').implement({
  description: 'That a field was changed.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'Name of the field, as in `ListingInput`.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    actorRole: t.expose('actorRole', { type: ActorRoleEnum, description: 'By whom.' }),
  }),
});

builder.objectType(StaleRevision, {
  name: 'StaleRevision',
  description:
    'Somebody else changed the same fields since the revision that was edited; nothing was changed. Other fields do not meet: they are merged.',
  fields: (t) => ({
    message: t.exposeString('message', { description: 'That in English.' }),
    listing: t.field({
      type: ListingType,
      description: 'The listing as it is now.',
      resolve: ({ listingId }, _, context) => loadWritten(context, listingId),
    }),
    base: t.field({
      type: ContentType,
      description: 'What was said at the revision that was edited.',
      resolve: ({ base }) => base,
    }),
    current: t.field({
      type: ContentType,
      description: 'What is said now; its `revision` is the one to edit next.',
      resolve: ({ current }) => current,
    }),
    changes: t.field({
      type: [FieldChangeType],
      description: 'Who changed which of the fields at hand, the oldest first.',
      resolve: ({ changes }) => [...changes],
    }),
  }),
});

const ListingEditedType = builder.objectRef<Edited>('ListingEdited').implement({
  description: 'The change is made, or handed to a moderator.',
  fields: (t) => ({
    listing: t.expose('listing', { type: ListingType, description: 'The listing as it is now.' }),
    published: t.exposeBoolean('published', { description: 'False: a moderator decides first; nothing shows yet.' }),
  }),
});

/** Each answers with the listing as it then is, or with one of the expected failures. */
const outcome = (result: string, union: string, what: string) => ({
  types: [ValidationError, NotAllowed, NotFound],
  result: { name: result, description: what },
  union: { name: union, description: `${result}, or why not.` },
  dataField: { name: 'listing', description: 'The listing as it is now.' },
});
const edited = (union: string) => ({
  types: [ValidationError, NotAllowed, NotFound],
  directResult: true,
  union: { name: union, description: 'ListingEdited, or why not.' },
});

const listingArgument = { required: true, description: 'Global id of the listing.' } as const;
const reasonArgument = { description: 'Why, for the public history: at most 500 characters.' } as const;
const distinctArgument = {
  defaultValue: false,
  description: 'The listings that may be the same place were looked at: it is none of them.',
} as const;

builder.mutationFields((t) => ({
  createListing: t.field({
    type: ListingType,
    description:
      'Registers a place: as a draft, or handed in at once. What is said is given to everybody under CC0 1.0. A moderator decides, but on what trusted members hand in.',
    authScopes: { signedIn: true },
    errors: {
      ...outcome('ListingCreated', 'CreateListingResult', 'The place is registered.'),
      types: [ValidationError, PossibleDuplicate, NotAllowed],
    },
    args: {
      input: t.arg({ type: ListingInputType, required: true, description: 'What is said of it.' }),
      submit: t.arg.boolean({ defaultValue: false, description: 'True: hand it in; false: keep it as a draft.' }),
      distinct: t.arg.boolean(distinctArgument),
      idempotencyKey: t.arg.string({
        description:
          'Any text of at most 100 characters: the same again, from the same person, registers nothing more.',
      }),
    },
    resolve: async (_, { input, submit, distinct, idempotencyKey }, context) => {
      const { organization, ...rest } = input;
      const registration = { submit: submit ?? false, distinct: distinct ?? false, idempotencyKey };
      const id = await createListing(context, {
        ...registration,
        input: rest,
        organizationId: organization && rowIdOf('Organization', organization),
      });
      return loadWritten(context, id);
    },
  }),
  editListing: t.field({
    type: ListingEditedType,
    description:
      'Changes what is given and differs from the revision that the form showed. Who registered a draft, runs the place, is trusted or moderates it changes it at once; whoever else is signed in suggests it.',
    authScopes: { signedIn: true },
    errors: { ...edited('EditListingResult'), types: [ValidationError, StaleRevision, NotAllowed, NotFound] },
    args: {
      listing: t.arg.globalID(listingArgument),
      revision: t.arg.globalID({
        required: true,
        description: 'The revision that was edited: `ListingContent.revision`.',
      }),
      input: t.arg({ type: ListingInputType, required: true, description: 'What is said of it from now on.' }),
      reason: t.arg.string(reasonArgument),
    },
    resolve: async (_, { listing, revision, input, reason }, context) => {
      const id = rowIdOf('Listing', listing);
      const { organization, ...rest } = input;
      const published = await editListing(context, id, {
        input: rest,
        organizationId: organization && rowIdOf('Organization', organization),
        revisionId: rowIdOf('Revision', revision),
        reason,
      });
      return { listing: await loadWritten(context, id), published };
    },
  }),
  submitListing: t.field({
    type: ListingType,
    description: 'Hands in a draft: a moderator decides, but on what trusted members hand in.',
    authScopes: { signedIn: true },
    errors: {
      ...outcome('ListingSubmitted', 'SubmitListingResult', 'The place waits for a moderator, or is published.'),
      types: [ValidationError, PossibleDuplicate, NotAllowed, NotFound],
    },
    args: { listing: t.arg.globalID(listingArgument), distinct: t.arg.boolean(distinctArgument) },
    resolve: async (_, { listing, distinct }, context) => {
      const id = rowIdOf('Listing', listing);
      await submitListing(context, id, distinct ?? false);
      return loadWritten(context, id);
    },
  }),
  withdrawListing: t.field({
    type: ListingType,
    description: 'Takes back what waits for a moderator: it is a draft again.',
    authScopes: { signedIn: true },
    errors: outcome('ListingWithdrawn', 'WithdrawListingResult', 'The place is a draft again.'),
    args: { listing: t.arg.globalID(listingArgument) },
    resolve: async (_, { listing }, context) => {
      const id = rowIdOf('Listing', listing);
      await withdrawListing(context, id);
      return loadWritten(context, id);
    },
  }),
  discardListing: t.globalID({
    description: 'Deletes a draft.',
    authScopes: { signedIn: true },
    errors: {
      ...outcome('ListingDiscarded', 'DiscardListingResult', 'The draft is gone.'),
      dataField: { name: 'id', description: 'What its global id was.' },
    },
    args: { listing: t.arg.globalID(listingArgument) },
    resolve: async (_, { listing }, context) => {
      const id = rowIdOf('Listing', listing);
      await discardListing(context, id);
      return { type: 'Listing', id };
    },
  }),
  changeListingStatus: t.field({
    type: ListingEditedType,
    description:
      'Says that a place is closed, for now or for good, or open again. At once or as a suggestion, as `editListing`.',
    authScopes: { signedIn: true },
    errors: edited('ChangeListingStatusResult'),
    args: {
      listing: t.arg.globalID(listingArgument),
      change: t.arg({ type: StatusChangeEnum, required: true, description: 'What is so.' }),
      reason: t.arg.string(reasonArgument),
    },
    resolve: async (_, { listing, change, reason }, context) => {
      const id = rowIdOf('Listing', listing);
      const published = await changeListingStatus(context, id, change, reason);
      return { listing: await loadWritten(context, id), published };
    },
  }),
  moveListing: t.field({
    type: ListingEditedType,
    description: 'Says that a place has moved. At once or as a suggestion, as `editListing`.',
    authScopes: { signedIn: true },
    errors: edited('MoveListingResult'),
    args: {
      listing: t.arg.globalID(listingArgument),
      location: t.arg({ type: PointInput, required: true, description: 'Where it is now.' }),
      address: t.arg({ type: AddressInputType, description: 'Its address there.' }),
      reason: t.arg.string(reasonArgument),
    },
    resolve: async (_, { listing, location, address, reason }, context) => {
      const id = rowIdOf('Listing', listing);
      const published = await moveListing(context, id, { location, address }, reason);
      return { listing: await loadWritten(context, id), published };
    },
  }),
  revertListing: t.field({
    type: ListingType,
    description:
      'Says again what was said at an earlier revision, as a new revision; who runs the place and moderators may.',
    authScopes: { signedIn: true },
    errors: outcome('ListingReverted', 'RevertListingResult', 'The earlier state is restored.'),
    args: {
      listing: t.arg.globalID(listingArgument),
      revision: t.arg.globalID({ required: true, description: 'Global id of the revision to restore.' }),
      reason: t.arg.string(reasonArgument),
    },
    resolve: async (_, { listing, revision, reason }, context) => {
      const id = rowIdOf('Listing', listing);
      await revertListing(context, id, rowIdOf('Revision', revision), reason);
      return loadWritten(context, id);
    },
  }),
}));

const OwnListEnum = builder.enumType('OwnListings', {
  description: 'Which of one’s own listings.',
  values: described(ownLists, {
    DRAFTS: 'What is being written.',
    PENDING: 'What waits for a moderator, or was refused.',
    PUBLISHED: 'What is public, or was until the place closed.',
  }),
});

builder.queryFields((t) => ({
  myListings: t.field({
    type: [ListingType],
    nullable: true,
    description: 'What the person who asks registered or runs, the one that changed last first; null for a visitor.',
    authScopes: { signedIn: true },
    unauthorizedResolver: () => null,
    args: {
      list: t.arg({ type: OwnListEnum, description: 'Left out: all of them.' }),
      first: t.arg.int({ defaultValue: 50, description: 'How many at most: 0 to 100.' }),
    },
    resolve: (_, { list, first }, context) => loadOwnListings(context, list, first ?? 50),
  }),
  possibleDuplicates: t.field({
    type: [DuplicateType],
    description:
      'Public listings that may be a place that somebody is about to register, the likeliest first; at most five.',
    args: {
      name: t.arg.string({ description: 'What it is called.' }),
      at: t.arg({ type: PointInput, required: true, description: 'Where it is.' }),
      phone: t.arg.string({ description: 'Its telephone number.' }),
      website: t.arg.string({ description: 'Its website.' }),
      except: t.arg.globalID({ for: ListingNode, description: 'Not this listing itself.' }),
    },
    resolve: (_, { name, at, phone, website, except }, { database }) => {
      checkPoint(at, 'at');
      return findDuplicates(database, {
        name: name?.slice(0, 200),
        at,
        phone: phone?.slice(0, 100),
        website: website?.slice(0, 500),
        exceptId: except?.id,
      });
    },
  }),
}));
