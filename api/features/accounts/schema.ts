import { builder } from '../../builder.ts';
import { NotAllowed, NotFound, ValidationError } from '../../platform/errors.ts';
import { LanguageType } from '../taxonomy/schema.ts';
import type { Viewer } from './model.ts';

builder.objectType(ValidationError, {
  name: 'ValidationError',
  description: 'A value given cannot be taken; nothing was changed.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'Path of the value within the arguments, such as `input.name`.' }),
    message: t.exposeString('message', { description: 'What is wrong with it, in English.' }),
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
