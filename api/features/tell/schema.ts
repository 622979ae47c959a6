import { builder } from '../../builder.ts';
import { described, ListingNode } from '../listings/schema.ts';
import { PointInput } from '../regions/schema.ts';
import { ActionEnum, LanguageType } from '../taxonomy/schema.ts';
import { reportProblems } from './model.ts';
import { reportListing, tellNeed } from './service.ts';

const ReportProblemEnum = builder.enumType('ReportProblem', {
  description: 'What is wrong about a listing.',
  values: described(reportProblems, {
    CLOSED: 'The place is no more.',
    MOVED: 'It is somewhere else.',
    WRONG_HOURS: 'It is open at other hours.',
    WRONG_CONTACT: 'Telephone, e-mail or website are wrong.',
    NOT_WHAT_IT_SAYS: 'It does not do what is said of it.',
    OTHER: 'Something else; the words say what.',
  }),
});

const email = 'For an answer, at most 254 characters; never public.';
const words = 'What else there is to say: plain text of at most 2,000 characters; never public.';
const language = 'Language of the words. Left out: the language of the request.';

const ReportInputType = builder.inputType('ReportInput', {
  description: 'That something about a listing is wrong.',
  fields: (t) => ({
    listing: t.globalID({ required: true, for: ListingNode, description: 'Global id of the public listing.' }),
    problem: t.field({ type: ReportProblemEnum, required: true, description: 'What is wrong.' }),
    words: t.string({ description: words }),
    email: t.string({ description: email }),
    language: t.field({ type: LanguageType, description: language }),
  }),
});

const NeedInputType = builder.inputType('NeedInput', {
  description: 'What somebody looked for in vain, and where. At least one field says what.',
  fields: (t) => ({
    lookedFor: t.string({ description: 'What, in own words: at most 200 characters.' }),
    actions: t.field({ type: [ActionEnum], description: 'What one wanted to do: at most 20.' }),
    objects: t.stringList({ description: 'With what: at most 20 slugs of object types.' }),
    categories: t.stringList({ description: 'What kind of place: at most 20 slugs of categories or their groups.' }),
    at: t.field({ type: PointInput, required: true, description: 'About where; kept to some hundred metres.' }),
    radiusMeters: t.float({ description: 'How far around it one looked, in metres: 1 to 200,000.' }),
    placeName: t.string({ description: 'What the place is called, such as a town: at most 200 characters.' }),
    words: t.string({ description: words }),
    email: t.string({ description: email }),
    language: t.field({ type: LanguageType, description: language }),
  }),
});

const ReceiptType = builder.objectRef<{ receivedAt: Date }>('Receipt');
builder.objectType(ReceiptType, {
  description: 'That something told was kept.',
  fields: (t) => ({
    receivedAt: t.expose('receivedAt', { type: 'DateTime', description: 'When.' }),
  }),
});

const failures =
  'BAD_USER_INPUT names the field at fault; RATE_LIMITED, beyond ten an hour from one address, the seconds to wait.';

builder.mutationField('reportListing', (t) =>
  t.field({
    type: ReceiptType,
    description: `Tells that something about a listing is wrong, for a moderator to look at. ${failures}`,
    args: { input: t.arg({ type: ReportInputType, required: true, description: 'What is wrong.' }) },
    resolve: async (_, { input }, context) => ({
      receivedAt: await reportListing(context, input.listing.id, input),
    }),
  }),
);

builder.mutationField('tellNeed', (t) =>
  t.field({
    type: ReceiptType,
    description: `Tells what is missing somewhere. ${failures}`,
    args: { input: t.arg({ type: NeedInputType, required: true, description: 'What is missing.' }) },
    resolve: async (_, { input }, context) => ({ receivedAt: await tellNeed(context, input) }),
  }),
);
