import { builder } from '../../builder.ts';
import { OrganizationClass } from '../../generated/prisma/enums.ts';
import { parseRowId } from '../../platform/row-id.ts';

const descriptions: Record<OrganizationClass, string> = {
  PUBLIC_BODY: 'A public body.',
  FINANCE_AND_PHILANTHROPY: 'Finance and philanthropy.',
  SKILLS_AND_FACILITIES: 'Skills and facilities for social innovation.',
  THIRD_SECTOR_AND_CULTURE: 'Third sector and culture.',
  RESEARCH_AND_INNOVATION: 'Research, innovation and technology transfer.',
  INCUBATOR: 'An incubator or accelerator.',
  PRIVATE: 'Private, for profit or not.',
};

const OrganizationClassEnum = builder.enumType('OrganizationClass', {
  description: 'Kinds of organisation, after Torino Social Impact.',
  values: Object.fromEntries(
    Object.values(OrganizationClass).map((value) => [value, { description: descriptions[value] }]),
  ) as Record<OrganizationClass, { description: string }>, // fromEntries forgets its keys
});

export const OrganizationType = builder.prismaNode('Organization', {
  description: 'Who runs a place.',
  id: { resolve: ({ id }) => String(id), description: 'Global id.' },
  findUnique: (id) => ({ id: parseRowId(id) }),
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
  }),
});
