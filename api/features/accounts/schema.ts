import { builder } from '../../builder.ts';
import { NotAllowed, NotFound, type Problem, problemCodes, ValidationError } from '../../platform/errors.ts';
import { LanguageType } from '../taxonomy/schema.ts';
import type { Viewer } from './model.ts';

const problemDescriptions: Record<(typeof problemCodes)[number], string> = {
  REQUIRED: 'It is missing.',
  INVALID: 'It is not in the form that it must have.',
  UNKNOWN: 'There is no such thing.',
  TOO_LONG: 'The text is too long.',
  TOO_MANY: 'There are too many.',
  NOT_ALLOWED: 'Whoever asks may not give this value.',
};

const ProblemCodeEnum = builder.enumType('ProblemCode', {
  description: 'What kind of mistake a value is.',
  values: Object.fromEntries(problemCodes.map((code) => [code, { description: problemDescriptions[code] }])) as Record<
    (typeof problemCodes)[number],
    { description: string }
  >, // fromEntries forgets its keys
});

const ProblemType = builder.objectRef<Problem>('Problem').implement({
  description: 'One value that cannot be taken.',
  fields: (t) => ({
    field: t.exposeString('field', {
      description: 'Path of the value within the arguments, such as `input.offers.0.amountMin`.',
    }),
    message: t.exposeString('message', { description: 'What is wrong with it, in English.' }),
    code: t.expose('code', { type: ProblemCodeEnum, description: 'What kind of mistake it is.' }),
  }),
});

builder.objectType(ValidationError, {
  name: 'ValidationError',
  description: 'Values given cannot be taken; nothing was changed.',
  fields: (t) => ({
    field: t.exposeString('field', {
      description: 'Path of the first of them within the arguments, such as `input.name`.',
    }),
    message: t.exposeString('message', { description: 'What is wrong with the first of them, in English.' }),
    problems: t.field({
      type: [ProblemType],
      description: 'All that cannot be taken.',
      resolve: ({ problems }) => [...problems],
    }),
  }),
});

builder.objectType(NotAllowed, {
  name: 'NotAllowed',
  description: 'Whoever asks may not do this; nothing was changed. `viewerCan` tells beforehand.',
  fields: (t) => ({ message: t.exposeString('message', { description: 'Why not, in English.' }) }),
});

builder.objectType(NotFound, {
  name: 'NotFound',
  description: 'What it was to be done to is not there; nothing was changed.',
  fields: (t) => ({ message: t.exposeString('message', { description: 'What is missing, in English.' }) }),
});

export const ViewerType = builder.objectRef<Viewer>('Viewer').implement({
  description: 'The person who asks. Nobody else sees any of it.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    id: t.exposeString('personId', { description: 'Id of the person. No global id: people cannot be looked up.' }),
    name: t.exposeString('name', { description: 'Name for people; may be empty.' }),
    email: t.exposeString('email', { description: 'Address for mail, proved.' }),
    language: t.expose('language', { type: LanguageType, description: 'Language of mail to this person.' }),
    secondFactor: t.exposeBoolean('secondFactor', {
      description: 'Whether this session proved a second factor: a code, or a passkey whose device checked its holder.',
    }),
    rolesWait: t.exposeBoolean('rolesWait', {
      description: 'Whether there are roles that do not count in this session, because it proved no second factor.',
    }),
    administrator: t.exposeBoolean('administrator', { description: 'Whether this session is an administrator’s.' }),
    moderatorOf: t.exposeStringList('moderatorOf', {
      description: 'Codes of the regions that this session is a moderator’s of.',
    }),
  }),
});

builder.queryField('viewer', (t) =>
  t.field({
    type: ViewerType,
    nullable: true,
    description: 'The person who asks; null for a visitor, and until a second factor due is proved.',
    resolve: (_, __, { viewer }) => viewer,
  }),
);
