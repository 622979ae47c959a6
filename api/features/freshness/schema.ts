import { builder } from '../../builder.ts';
import { NotAllowed, NotFound, ValidationError } from '../../platform/errors.ts';
import { NearInput } from '../geosearch/schema.ts';
import { described, ListingType } from '../listings/schema.ts';
import { freshnessAnswers, type WorklistItem, worklistReasons } from './model.ts';
import { answerQuestion, findQuestion, loadWorklist, websitesGoneSince } from './service.ts';

const AnswerEnum = builder.enumType('FreshnessAnswer', {
  description: 'What those who run a place answer when they are asked whether it is still as listed.',
  values: described(freshnessAnswers, {
    STILL_TRUE: 'All of it still holds.',
    CHANGED: 'Something changed; they will say what.',
    CLOSED: 'The place is no more.',
  }),
});

const ReasonEnum = builder.enumType('WorklistReason', {
  description: 'Why somebody should look at a place.',
  values: described(worklistReasons, {
    WEBSITE_GONE: 'Its website has not answered for days.',
    NO_ANSWER: 'Those who run it were asked whether it is still as listed, and did not answer.',
    STALE: 'Nobody has checked it for 24 months.',
    AGEING: 'Nobody has checked it for 12 months.',
    NEVER_CHECKED: 'Nobody ever checked it on the spot, as far as we know.',
  }),
});

const ItemType = builder.objectRef<WorklistItem>('WorklistItem').implement({
  description: 'A place that somebody should look at.',
  fields: (t) => ({
    listing: t.field({ type: ListingType, description: 'The place.', resolve: ({ listing }) => listing }),
    reasons: t.expose('reasons', { type: [ReasonEnum], description: 'Why: the gravest first.' }),
    distanceMeters: t.exposeFloat('distanceMeters', { description: 'Metres from `near`.' }),
    websiteGoneSince: t.expose('websiteGoneSince', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when its website does not answer; null where that is no reason.',
    }),
  }),
});

builder.queryFields((t) => ({
  worklist: t.field({
    type: [ItemType],
    description:
      'Public places that somebody should look at, the gravest reason first, then the nearest. For everybody: `reportListing` takes what they find.',
    complexity: ({ first }) => ({ field: 10, multiplier: first }),
    args: {
      near: t.arg({ type: NearInput, required: true, description: 'Where: a circle of at most 25,000 metres.' }),
      first: t.arg.int({ required: true, defaultValue: 30, description: 'How many at most: up to 100.' }),
    },
    resolve: (_, { near: { lon, lat, radiusMeters }, first }, context) =>
      loadWorklist(context, { lon, lat, radiusMeters: radiusMeters ?? 5000 }, first),
  }),
  freshnessQuestion: t.field({
    type: ListingType,
    nullable: true,
    description:
      'The place that a link mailed to those who run it asks about; null where the link does not hold, or not any more.',
    args: { token: t.arg.string({ required: true, description: 'What stands behind `#` in the link.' }) },
    resolve: (_, { token }, context) => findQuestion(context, token),
  }),
}));

builder.mutationField('answerFreshness', (t) =>
  t.field({
    type: ListingType,
    description:
      'Answers whether a place is still as listed, by the link that was mailed to those who run it: no account is needed. STILL_TRUE counts as a check today, CLOSED closes the place.',
    errors: {
      types: [ValidationError, NotAllowed, NotFound],
      result: { name: 'FreshnessAnswered', description: 'The answer was taken.' },
      union: { name: 'AnswerFreshnessResult', description: 'FreshnessAnswered, or why not.' },
      dataField: { name: 'listing', description: 'The place, as it was before the answer.' },
    },
    args: {
      token: t.arg.string({ required: true, description: 'What stands behind `#` in the link.' }),
      answer: t.arg({ type: AnswerEnum, required: true, description: 'The answer.' }),
    },
    resolve: (_, { token, answer }, context) => answerQuestion(context, token, answer),
  }),
);

builder.objectField(ListingType, 'websiteGoneSince', (t) =>
  t.loadable({
    type: 'DateTime',
    nullable: true,
    complexity: 2,
    description: 'Since when its website does not answer; null where it does, or was not looked at.',
    load: (ids: number[], { database }) => websitesGoneSince(database, ids),
    resolve: ({ id }) => id,
  }),
);
