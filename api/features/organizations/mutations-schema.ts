import { builder } from '../../builder.ts';
import type { Context } from '../../context.ts';
import { NotAllowed, NotFound, ValidationError } from '../../platform/errors.ts';
import { parseRowId, rowIdOf } from '../../platform/row-id.ts';
import { acceptInvitation, inviteMember, revokeInvitation } from './invitations.ts';
import { OrganizationClassEnum, OrganizationRoleEnum, OrganizationType } from './schema.ts';
import {
  changeMemberRole,
  chooseApproval,
  createOrganization,
  editOrganization,
  handOverOrganization,
  leaveOrganization,
  removeMember,
} from './service.ts';

const InputType = builder.inputType('OrganizationInput', {
  description: 'What an organisation says of itself.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Its name for people, at most 120 characters.' }),
    class: t.field({ type: OrganizationClassEnum, description: 'What kind of organisation it is.' }),
    website: t.string({ description: 'Address of its website, with https:// or http://.' }),
  }),
});

/** Each mutation answers with the organisation as it then is, or with one of the expected failures. */
const outcome = (result: string, union: string, what: string) => ({
  types: [ValidationError, NotAllowed, NotFound],
  result: { name: result, description: what },
  union: { name: union, description: `${result}, or why not.` },
  dataField: { name: 'organization', description: 'The organisation as it is now.' },
});

/** What the query selects of it, and its id, since Prisma refuses to select nothing: a query may ask for the union alone. */
const load = (query: object, id: number, { database }: Context) =>
  database.prisma.organization.findUniqueOrThrow({
    ...query,
    ...('select' in query ? { select: { id: true, ...(query.select as object) } } : {}),
    where: { id },
  });

const organizationArgument = { description: 'Global id of the organisation.' };
const personArgument = { required: true, description: 'Id of the member: `OrganizationMember.person`.' } as const;

builder.mutationFields((t) => ({
  createOrganization: t.prismaField({
    type: OrganizationType,
    description: 'Registers an organisation; whoever does becomes its owner.',
    authScopes: { signedIn: true },
    errors: outcome('OrganizationCreated', 'CreateOrganizationResult', 'The organisation is registered.'),
    args: {
      input: t.arg({ type: InputType, required: true, description: 'What it says of itself.' }),
      idempotencyKey: t.arg.string({
        description:
          'Any text of at most 100 characters: the same again, from the same person, registers nothing more.',
      }),
    },
    resolve: async (query, _, { input, idempotencyKey }, context) =>
      load(query, await createOrganization(context, input, idempotencyKey), context),
  }),
  editOrganization: t.prismaField({
    type: OrganizationType,
    description: 'Changes what an organisation says of itself; members and administrators may.',
    authScopes: { signedIn: true },
    errors: outcome('OrganizationEdited', 'EditOrganizationResult', 'The organisation is changed.'),
    args: {
      organization: t.arg.globalID({ required: true, ...organizationArgument }),
      input: t.arg({ type: InputType, required: true, description: 'All that it says of itself from now on.' }),
    },
    resolve: async (query, _, { organization, input }, context) =>
      load(query, await editOrganization(context, rowIdOf('Organization', organization), input), context),
  }),
  chooseEditApproval: t.prismaField({
    type: OrganizationType,
    description:
      'Chooses whether members decide, beside moderators, on what others would change of its places; owners and administrators may.',
    authScopes: { signedIn: true },
    errors: outcome('EditApprovalChosen', 'ChooseEditApprovalResult', 'It is as was chosen.'),
    args: {
      organization: t.arg.globalID({ required: true, ...organizationArgument }),
      approvesEdits: t.arg.boolean({ required: true, description: 'Whether they do.' }),
    },
    resolve: async (query, _, { organization, approvesEdits }, context) =>
      load(query, await chooseApproval(context, rowIdOf('Organization', organization), approvesEdits), context),
  }),
  inviteMember: t.prismaField({
    type: OrganizationType,
    description:
      'Invites somebody by mail; owners and administrators may. An earlier invitation of the address is void.',
    authScopes: { signedIn: true },
    errors: outcome('MemberInvited', 'InviteMemberResult', 'The invitation is on its way.'),
    args: {
      organization: t.arg.globalID({ required: true, ...organizationArgument }),
      email: t.arg.string({ required: true, description: 'Address to invite.' }),
      role: t.arg({ type: OrganizationRoleEnum, required: true, description: 'What they will be.' }),
    },
    resolve: async (query, _, { organization, email, role }, context) =>
      load(query, await inviteMember(context, rowIdOf('Organization', organization), email, role), context),
  }),
  revokeInvitation: t.prismaField({
    type: OrganizationType,
    description: 'Withdraws an invitation; owners and administrators may.',
    authScopes: { signedIn: true },
    errors: outcome('InvitationRevoked', 'RevokeInvitationResult', 'The invitation holds no more.'),
    args: { invitation: t.arg.string({ required: true, description: 'Id of the invitation.' }) },
    resolve: async (query, _, { invitation }, context) =>
      load(query, await revokeInvitation(context, parseRowId(invitation)), context),
  }),
  acceptInvitation: t.prismaField({
    type: OrganizationType,
    description: 'Makes the person who asks a member, where theirs is the address that was invited.',
    authScopes: { signedIn: true },
    errors: outcome('InvitationAccepted', 'AcceptInvitationResult', 'The person who asked is a member.'),
    args: { token: t.arg.string({ required: true, description: 'What stands at the end of the mailed address.' }) },
    resolve: async (query, _, { token }, context) => load(query, await acceptInvitation(context, token), context),
  }),
  changeMemberRole: t.prismaField({
    type: OrganizationType,
    description: 'Gives a member another role; owners and administrators may. The last owner stays owner.',
    authScopes: { signedIn: true },
    errors: outcome('MemberRoleChanged', 'ChangeMemberRoleResult', 'The member has the role.'),
    args: {
      organization: t.arg.globalID({ required: true, ...organizationArgument }),
      person: t.arg.string(personArgument),
      role: t.arg({ type: OrganizationRoleEnum, required: true, description: 'What they will be.' }),
    },
    resolve: async (query, _, { organization, person, role }, context) =>
      load(query, await changeMemberRole(context, rowIdOf('Organization', organization), person, role), context),
  }),
  removeMember: t.prismaField({
    type: OrganizationType,
    description: 'Ends a membership; owners and administrators may. The last owner stays.',
    authScopes: { signedIn: true },
    errors: outcome('MemberRemoved', 'RemoveMemberResult', 'The person is no member any more.'),
    args: {
      organization: t.arg.globalID({ required: true, ...organizationArgument }),
      person: t.arg.string(personArgument),
    },
    resolve: async (query, _, { organization, person }, context) =>
      load(query, await removeMember(context, rowIdOf('Organization', organization), person), context),
  }),
  handOverOrganization: t.prismaField({
    type: OrganizationType,
    description: 'Makes another member the owner, and the owner who asks an editor.',
    authScopes: { signedIn: true },
    errors: outcome('OrganizationHandedOver', 'HandOverOrganizationResult', 'The organisation has another owner.'),
    args: {
      organization: t.arg.globalID({ required: true, ...organizationArgument }),
      person: t.arg.string(personArgument),
    },
    resolve: async (query, _, { organization, person }, context) =>
      load(query, await handOverOrganization(context, rowIdOf('Organization', organization), person), context),
  }),
  leaveOrganization: t.prismaField({
    type: OrganizationType,
    description: 'Ends one’s own membership. The last owner hands over first.',
    authScopes: { signedIn: true },
    errors: outcome('OrganizationLeft', 'LeaveOrganizationResult', 'The person who asked is no member any more.'),
    args: { organization: t.arg.globalID({ required: true, ...organizationArgument }) },
    resolve: async (query, _, { organization }, context) =>
      load(query, await leaveOrganization(context, rowIdOf('Organization', organization)), context),
  }),
}));
