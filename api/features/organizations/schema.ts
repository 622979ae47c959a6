import { builder } from '../../builder.ts';
import { OrganizationClass, OrganizationRole } from '../../generated/prisma/enums.ts';
import { parseRowId } from '../../platform/row-id.ts';
import { ViewerType } from '../accounts/schema.ts';
import type { OrganizationRights } from './model.ts';
import { rightsIn } from './policy.ts';

const descriptions: Record<OrganizationClass, string> = {
  PUBLIC_BODY: 'A public body.',
  FINANCE_AND_PHILANTHROPY: 'Finance and philanthropy.',
  SKILLS_AND_FACILITIES: 'Skills and facilities for social innovation.',
  THIRD_SECTOR_AND_CULTURE: 'Third sector and culture.',
  RESEARCH_AND_INNOVATION: 'Research, innovation and technology transfer.',
  INCUBATOR: 'An incubator or accelerator.',
  PRIVATE: 'Private, for profit or not.',
};

export const OrganizationClassEnum = builder.enumType('OrganizationClass', {
  description: 'Kinds of organisation, after Torino Social Impact.',
  values: Object.fromEntries(
    Object.values(OrganizationClass).map((value) => [value, { description: descriptions[value] }]),
  ) as Record<OrganizationClass, { description: string }>, // fromEntries forgets its keys
});

const roleDescriptions: Record<OrganizationRole, string> = {
  OWNER: 'Looks after the organisation, its places and its members.',
  EDITOR: 'Looks after the organisation and its places.',
};

export const OrganizationRoleEnum = builder.enumType('OrganizationRole', {
  description: 'What a member is in an organisation.',
  values: Object.fromEntries(
    Object.values(OrganizationRole).map((value) => [value, { description: roleDescriptions[value] }]),
  ) as Record<OrganizationRole, { description: string }>, // fromEntries forgets its keys
});

const MemberType = builder.prismaObject('OrganizationMember', {
  description: 'A member of an organisation. Members and administrators see them.',
  select: { organizationId: true },
  fields: (t) => ({
    person: t.exposeString('personId', { description: 'Id of the person, for `removeMember` and the like.' }),
    name: t.string({
      description: 'Name of the person; may be empty.',
      select: { person: { select: { name: true } } },
      resolve: ({ person }) => person.name,
    }),
    email: t.string({
      nullable: true,
      description: 'Address of the person; null but for owners and administrators.',
      select: { person: { select: { email: true } } },
      authScopes: ({ organizationId }) => ({ ownerOf: organizationId }),
      unauthorizedResolver: () => null,
      resolve: ({ person }) => person.email,
    }),
    role: t.expose('role', { type: OrganizationRoleEnum, description: 'What they are in it.' }),
    joinedAt: t.expose('joinedAt', { type: 'DateTime', description: 'Since when.' }),
  }),
});

const InvitationType = builder.prismaObject('OrganizationInvitation', {
  description: 'An invitation under way. Owners and administrators see it.',
  fields: (t) => ({
    id: t.string({ description: 'For `revokeInvitation`.', resolve: ({ id }) => String(id) }),
    email: t.exposeString('email', { description: 'Address that was invited.' }),
    role: t.expose('role', { type: OrganizationRoleEnum, description: 'What they will be.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'Until when it can be accepted.' }),
  }),
});

const RightsType = builder.objectRef<OrganizationRights>('OrganizationRights').implement({
  description: 'What the person who asks may do with an organisation.',
  fields: (t) => ({
    edit: t.exposeBoolean('edit', { description: 'Change name, kind and website.' }),
    seeMembers: t.exposeBoolean('seeMembers', { description: 'See who the members are.' }),
    manageMembers: t.exposeBoolean('manageMembers', { description: 'Invite, change roles, remove.' }),
    chooseApproval: t.exposeBoolean('chooseApproval', {
      description: 'Choose whether its members decide on what others would change of its places.',
    }),
    handOver: t.exposeBoolean('handOver', { description: 'Make another member the owner in one’s place.' }),
    leave: t.exposeBoolean('leave', { description: 'Leave, where another owner stays.' }),
  }),
});

export const OrganizationType = builder.prismaNode('Organization', {
  description: 'Who runs a place.',
  id: { resolve: ({ id }) => String(id), description: 'Global id.' },
  findUnique: (id) => ({ id: parseRowId(id) }),
  select: { id: true }, // what rights depend on
  nullable: true,
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Its name in addresses.' }),
    name: t.exposeString('name', { description: 'Its name for people.' }),
    class: t.expose('class', {
      type: OrganizationClassEnum,
      nullable: true,
      description: 'What kind of organisation it is; null where nobody said.',
    }),
    website: t.exposeString('website', { nullable: true, description: 'Address of its website.' }),
    approvesEdits: t.exposeBoolean('approvesEdits', {
      description: 'Whether its members, beside moderators, decide on what others would change of its places.',
    }),
    viewerCan: t.field({
      type: RightsType,
      description: 'What the person who asks may do with it.',
      resolve: async ({ id }, _, { viewer, memberships }) => rightsIn(viewer, (await memberships()).get(id)),
    }),
    members: t.relation('members', {
      type: MemberType,
      nullable: true,
      description: 'Its members, owners first; null for whoever is none and no administrator.',
      query: { orderBy: [{ role: 'asc' }, { joinedAt: 'asc' }, { personId: 'asc' }] },
      authScopes: ({ id }) => ({ memberOf: id }),
      unauthorizedResolver: () => null,
    }),
    invitations: t.relation('invitations', {
      type: InvitationType,
      nullable: true,
      description: 'Invitations under way; null but for owners and administrators.',
      query: (_, { now }) => ({ where: { expiresAt: { gt: now } }, orderBy: { id: 'asc' as const } }),
      authScopes: ({ id }) => ({ ownerOf: id }),
      unauthorizedResolver: () => null,
    }),
  }),
});

builder.queryField('organization', (t) =>
  t.prismaField({
    type: OrganizationType,
    nullable: true,
    description: 'One organisation, by its name in addresses; null where there is none.',
    args: { slug: t.arg.string({ required: true, description: 'Its name in addresses.' }) },
    resolve: (query, _, { slug }, { database }) =>
      database.prisma.organization.findUnique({ ...query, where: { slug } }),
  }),
);

const MembershipType = builder.objectRef<{ organizationId: number; role: OrganizationRole }>('Membership').implement({
  description: 'An organisation that the person who asks is a member of.',
  fields: (t) => ({
    role: t.expose('role', { type: OrganizationRoleEnum, description: 'What they are in it.' }),
    organization: t.prismaField({
      type: OrganizationType,
      description: 'The organisation.',
      resolve: (query, { organizationId }, _, { database }) =>
        database.prisma.organization.findUniqueOrThrow({ ...query, where: { id: organizationId } }),
    }),
  }),
});

builder.objectField(ViewerType, 'organizations', (t) =>
  t.field({
    type: [MembershipType],
    description: 'The organisations that one is a member of.',
    resolve: async (_, __, { memberships }) =>
      [...(await memberships())].map(([organizationId, role]) => ({ organizationId, role })),
  }),
);
