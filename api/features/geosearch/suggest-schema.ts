import { builder } from '../../builder.ts';
import { selectedFields } from '../../platform/selection.ts';
import { ListingType } from '../listings/schema.ts';
import { PlaceType, PointInput, PointType } from '../regions/schema.ts';
import { ActionType, CategoryGroupType, CategoryType, LanguageType, ObjectTypeType } from '../taxonomy/schema.ts';
import { type Suggestion, suggest } from './suggest.ts';

const SuggestionKindEnum = builder.enumType('SuggestionKind', {
  description: 'What a suggestion is.',
  values: {
    PLACE: { description: 'A place of the gazetteer: look around there.' },
    CATEGORY: { description: 'A category, or a group of categories.' },
    ACTION: { description: 'An action.' },
    OBJECT: { description: 'A kind of thing.' },
    LISTING: { description: 'A listing.' },
  } as const,
});

const SuggestionType = builder.objectRef<Suggestion>('Suggestion');
builder.objectType(SuggestionType, {
  description: 'Something that a text may mean; of the last six fields, the one that it is.',
  fields: (t) => ({
    kind: t.expose('kind', { type: SuggestionKindEnum, description: 'What it is.' }),
    label: t.exposeString('label', { description: 'What it is called, in the language asked for.' }),
    detail: t.exposeString('detail', { nullable: true, description: 'What tells it from its namesakes.' }),
    icon: t.exposeString('icon', { nullable: true, description: 'Icon as `maki:name` or `temaki:name` (both CC0).' }),
    slug: t.exposeString('slug', {
      nullable: true,
      description: 'Its name in filters (the code, for an action) or, for a listing, in addresses.',
    }),
    location: t.expose('location', { type: PointType, nullable: true, description: 'Where it is, if anywhere.' }),
    place: t.expose('place', { type: PlaceType, nullable: true, description: 'The place.' }),
    category: t.expose('category', { type: CategoryType, nullable: true, description: 'The category.' }),
    group: t.expose('group', { type: CategoryGroupType, nullable: true, description: 'The group of categories.' }),
    action: t.expose('action', { type: ActionType, nullable: true, description: 'The action.' }),
    objectType: t.expose('objectType', { type: ObjectTypeType, nullable: true, description: 'The kind of thing.' }),
    listing: t.expose('listing', { type: ListingType, nullable: true, description: 'The listing.' }),
  }),
});

builder.queryField('suggest', (t) =>
  t.field({
    type: [SuggestionType],
    complexity: { field: 100, multiplier: 8 },
    description:
      'What a text that is being typed may mean, the best first: places, categories, actions, things and listings.',
    args: {
      text: t.arg.string({ required: true, description: 'At most 200 characters; a single letter will do.' }),
      near: t.arg({ type: PointInput, description: 'Places and listings near this point come first among equals.' }),
      language: t.arg({ type: LanguageType, description: 'Of the labels. Left out: of the request, else English.' }),
      first: t.arg.int({ description: 'How many: 1 to 20, 8 where left out.' }),
    },
    resolve: (_, { language, ...input }, context, info) =>
      suggest(context, {
        ...input,
        language: language ?? context.language,
        listingFields: selectedFields(info, 'listing'),
      }),
  }),
);
