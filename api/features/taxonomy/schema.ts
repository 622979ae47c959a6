import { builder } from '../../builder.ts';
import { matchObjects } from './match.ts';
import {
  type Action,
  actionCodes,
  type Category,
  type CategoryGroup,
  type Labels,
  languages,
  type ObjectType,
} from './model.ts';
import { known, labelIn } from './service.ts';

const languageNames: Labels = {
  it: 'Italian',
  en: 'English',
  fr: 'French',
  es: 'Spanish',
  nl: 'Dutch',
  fi: 'Finnish',
  cs: 'Czech',
  bg: 'Bulgarian',
};

export const LanguageType = builder.enumType('Language', {
  description: 'The languages of the interface and of labels (BCP 47).',
  values: Object.fromEntries(languages.map((code) => [code, { description: languageNames[code] }])) as Record<
    keyof Labels,
    { description: string }
  >, // fromEntries forgets its keys
});

const actionDescriptions: Record<(typeof actionCodes)[number], string> = {
  BORROW: 'Borrow, mostly without paying.',
  RENT: 'Rent for money.',
  BUY_SECOND_HAND: 'Buy something used.',
  SWAP: 'Swap one thing for another.',
  TAKE: 'Take for free.',
  REPAIR: 'Have something repaired.',
  REPAIR_YOURSELF: 'Repair it yourself, with tools or help at hand.',
  REFILL: 'Refill your own container, buy without packaging.',
  LEARN: 'Learn to repair or reuse.',
  LEND: 'Lend something out.',
  GIVE: 'Give something away.',
  SELL: 'Sell something used.',
  RETURN: 'Bring back to the maker or seller.',
  RECYCLE: 'Sort for recycling.',
};

export const ActionEnum = builder.enumType('Action', {
  description:
    'What a person can do at a place, after the eleven actions of ADEME (the French agency for ecological transition), in both directions.',
  values: Object.fromEntries(actionCodes.map((code) => [code, { description: actionDescriptions[code] }])) as Record<
    (typeof actionCodes)[number],
    { description: string }
  >, // fromEntries forgets its keys
});

const ActionDirection = builder.enumType('ActionDirection', {
  description: 'Whether a person needs something or has something.',
  values: {
    LOOK_FOR: { description: 'I am looking for something.' },
    HAVE: { description: 'I have something to pass on.' },
  } as const,
});

export const CategoryGroupType = builder.objectRef<CategoryGroup>('CategoryGroup');
export const CategoryType = builder.objectRef<Category>('Category');
export const ActionType = builder.objectRef<Action>('ActionType');
export const ObjectTypeType = builder.objectRef<ObjectType>('ObjectType');

builder.objectType(CategoryGroupType, {
  description: 'One of the seven kinds of place, each with its colour on the map.',
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Its name in filters; stands for all of its categories.' }),
    icon: t.exposeString('icon', { description: 'Icon as `maki:name` or `temaki:name` (both CC0).' }),
    categories: t.field({
      type: [CategoryType],
      description: 'Its categories, in the order of the interface.',
      resolve: (group, _, { taxonomy }) => taxonomy.categories.filter((category) => category.group === group.slug),
    }),
  }),
});

builder.objectType(CategoryType, {
  description: 'What a place is, such as a repair café or a tool library.',
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Its name in filters and addresses.' }),
    icon: t.exposeString('icon', { description: 'Icon as `maki:name` or `temaki:name` (both CC0).' }),
    rank: t.exposeInt('rank', {
      description: 'On a crowded map: 1 keeps its icon, 2 yields, 3 is a dot until zoom 15.5.',
    }),
    offByDefault: t.boolean({
      description: 'True where searches leave it out unless it is named.',
      resolve: (category) => category.offByDefault ?? false,
    }),
    group: t.field({
      type: CategoryGroupType,
      description: 'The kind of place it belongs to.',
      resolve: (category, _, { taxonomy }) => known(taxonomy.groupBySlug, category.group),
    }),
    actions: t.field({
      type: [ActionType],
      description: 'What a person can do at most places of this category.',
      resolve: (category, _, { taxonomy }) =>
        [...new Set(category.typicalOffers.map(({ action }) => action))].map((code) =>
          known(taxonomy.actionByCode, code),
        ),
    }),
  }),
});

builder.objectType(ActionType, {
  description: 'An action with its words and icon.',
  fields: (t) => ({
    code: t.field({ type: ActionEnum, description: 'Its name in filters.', resolve: ({ code }) => code }),
    direction: t.field({
      type: ActionDirection,
      description: 'Whether it is about a need or a thing at hand.',
      resolve: ({ direction }) => direction,
    }),
    icon: t.exposeString('icon', { description: 'Icon as `maki:name` or `temaki:name` (both CC0).' }),
    group: t.field({
      type: CategoryGroupType,
      description: 'The kind of place whose colour it takes.',
      resolve: (action, _, { taxonomy }) => known(taxonomy.groupBySlug, action.group),
    }),
  }),
});

builder.objectType(ObjectTypeType, {
  description: 'A kind of thing that people repair, lend, give or recycle. Two levels.',
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Its name in filters.' }),
    icon: t.exposeString('icon', { description: 'Icon as `maki:name` or `temaki:name` (both CC0).' }),
    openRepair: t.exposeString('openRepair', {
      nullable: true,
      description: 'Category of the Open Repair Data Standard v0.3, where it is one.',
    }),
    parent: t.field({
      type: ObjectTypeType,
      nullable: true,
      description: 'The broader type; null at the top.',
      resolve: ({ parent }, _, { taxonomy }) => (parent === null ? null : taxonomy.objectTypeBySlug.get(parent)),
    }),
    children: t.field({
      type: [ObjectTypeType],
      description: 'The narrower types.',
      resolve: ({ slug }, _, { taxonomy }) => taxonomy.objectTypes.filter((type) => type.parent === slug),
    }),
  }),
});

for (const type of [CategoryGroupType, CategoryType, ActionType, ObjectTypeType]) {
  builder.objectField(type, 'label', (t) =>
    t.string({
      description: 'Its name for people.',
      args: {
        language: t.arg({
          type: LanguageType,
          description: 'Left out: the language of the request (Accept-Language), else English.',
        }),
      },
      resolve: (item, { language }, context) => labelIn(item, language ?? context.language),
    }),
  );
}

builder.queryFields((t) => ({
  categoryGroups: t.field({
    type: [CategoryGroupType],
    description: 'The seven kinds of place.',
    resolve: (_, __, { taxonomy }) => [...taxonomy.groups],
  }),
  categories: t.field({
    type: [CategoryType],
    description: 'Every category of place.',
    resolve: (_, __, { taxonomy }) => [...taxonomy.categories],
  }),
  actions: t.field({
    type: [ActionType],
    description: 'Every action.',
    resolve: (_, __, { taxonomy }) => [...taxonomy.actions],
  }),
  objectTypes: t.field({
    type: [ObjectTypeType],
    description: 'Kinds of thing: all of them, or the best matches of a text in any language, typing errors forgiven.',
    args: { text: t.arg.string({ description: 'A word such as "toaster", "tostapane" or "toastr".' }) },
    resolve: (_, { text }, { taxonomy }) =>
      text
        ? matchObjects(taxonomy.index, text, 20).map(({ slug }) => known(taxonomy.objectTypeBySlug, slug))
        : [...taxonomy.objectTypes],
  }),
}));
