import { builder } from '../../builder.ts';
import { selectedFields } from '../../platform/selection.ts';
import { openStates } from '../hours/model.ts';
import { OpenStateEnum } from '../hours/schema.ts';
import { ListingType, WheelchairAccessEnum } from '../listings/schema.ts';
import { ActionEnum, ActionType, CategoryGroupType, CategoryType, ObjectTypeType } from '../taxonomy/schema.ts';
import { known } from '../taxonomy/service.ts';
import { type FacetName, type Facets, facetNames, type SearchEdge, type SearchPage } from './model.ts';
import {
  countFound,
  openSearch,
  readNearestOutside,
  readSearchFacets,
  readSearchPage,
  type Search,
} from './service.ts';

/** What a page of listings is taken to hold when a query's cost is estimated. */
const costOfPage = 20;

export const NearInput = builder.inputType('NearInput', {
  description: 'A circle in WGS 84 degrees. BAD_USER_INPUT where the point or the radius is out of range.',
  fields: (t) => ({
    lon: t.float({ required: true, description: 'Longitude of the middle, -180 to 180, east positive.' }),
    lat: t.float({ required: true, description: 'Latitude of the middle, -90 to 90, north positive.' }),
    radiusMeters: t.float({
      defaultValue: 5000,
      description: 'Radius in metres on a sphere of 6,371,008.8 m: more than 0, at most 200,000.',
    }),
  }),
});

const BboxInput = builder.inputType('BboxInput', {
  description: 'A box in WGS 84 degrees, edges included. West greater than east crosses the antimeridian.',
  fields: (t) => ({
    west: t.float({ required: true, description: 'Western longitude, -180 to 180.' }),
    south: t.float({ required: true, description: 'Southern latitude, -90 to 90, not above north.' }),
    east: t.float({ required: true, description: 'Eastern longitude, -180 to 180.' }),
    north: t.float({ required: true, description: 'Northern latitude, -90 to 90.' }),
  }),
});

const AreaInput = builder.inputType('AreaInput', {
  description: 'Where to look: exactly one of these.',
  isOneOf: true,
  fields: (t) => ({
    bbox: t.field({ type: BboxInput, description: 'A box.' }),
    polygon: t.field({
      type: 'GeoJSON',
      description:
        'A GeoJSON Polygon or MultiPolygon, at most 10,000 positions, edges straight in longitude and latitude. BAD_USER_INPUT where it is empty or crosses itself.',
    }),
    region: t.string({ description: 'Code of a region; BAD_USER_INPUT where there is none of that code.' }),
  }),
});

const ListingFilterInput = builder.inputType('ListingFilter', {
  description:
    'What to look for. All that is given must hold; an empty list restricts nothing. What `actions`, `objects` and `free` ask for must hold of one and the same offer.',
  fields: (t) => ({
    text: t.string({
      description:
        'At most 200 characters: categories, actions and things in any of the languages, words of the name or address, accents and typing errors forgiven. The first 12 words count.',
    }),
    categories: t.stringList({
      description:
        'Slugs of categories or groups, one of which it must be; a group stands for its categories that are not off by default. BAD_USER_INPUT for one that does not exist. Left out: all that are not off by default.',
    }),
    actions: t.field({ type: [ActionEnum], description: 'What one can do there: any of these.' }),
    objects: t.stringList({
      description:
        'Slugs of object types: any of these, their broader or narrower types. BAD_USER_INPUT for one that does not exist.',
    }),
    openNow: t.boolean({
      description:
        'True: open at the moment of the request (or of `asOf`). False: closed then. Unknown hours are neither.',
    }),
    openAt: t.field({ type: 'DateTime', description: 'Open at this instant.' }),
    includeUnknownHours: t.boolean({
      description: 'With openNow or openAt: keep also the places whose hours nobody told us.',
    }),
    free: t.boolean({ description: 'True: known to ask nothing. False: known to ask something, were it a donation.' }),
    wheelchair: t.field({ type: [WheelchairAccessEnum], description: 'Any of these.' }),
    languages: t.stringList({ description: 'Languages spoken there (BCP 47): any of these.' }),
    labels: t.stringList({ description: 'Labels it bears: any of these.' }),
    sources: t.stringList({ description: 'Slugs of sources that speak of it: any of these.' }),
    organization: t.id({ description: 'Global id of the organisation that runs it.' }),
    verifiedSince: t.field({ type: 'DateTime', description: 'Checked on the spot at this instant or later.' }),
  }),
});

const ListingOrderEnum = builder.enumType('ListingOrder', {
  description: 'Ties are in the order of the id, so that pages neither overlap nor skip.',
  values: {
    DISTANCE: { description: 'Nearest to `near` first; BAD_USER_INPUT without it.' },
    RELEVANCE: { description: 'Best match of the text first; without a text the default order.' },
    NAME: { description: 'By name: accents and case aside.' },
    UPDATED: { description: 'Latest change first.' },
  } as const,
});

const ListingEdgeType = builder.objectRef<SearchEdge>('ListingEdge');
builder.objectType(ListingEdgeType, {
  description: 'A listing found.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', { description: 'Where it stands in this order: for `after` and `before`.' }),
    distanceMeters: t.exposeFloat('distanceMeters', {
      nullable: true,
      description: 'Metres from `near` on a sphere of 6,371,008.8 m; null without it.',
    }),
    node: t.field({ type: ListingType, description: 'The listing.', resolve: ({ node }) => node }),
  }),
});

type Facet<Name extends FacetName> = Facets[Name][number];

const GroupCount = builder.objectRef<Facet<'groups'>>('GroupCount');
builder.objectType(GroupCount, {
  description: 'How many listings a group of categories would leave.',
  fields: (t) => ({
    group: t.field({
      type: CategoryGroupType,
      description: 'The group.',
      resolve: ({ value }, _, { taxonomy }) => known(taxonomy.groupBySlug, value),
    }),
    count: t.exposeInt('count', { description: 'Number of listings.' }),
  }),
});

const CategoryCount = builder.objectRef<Facet<'categories'>>('CategoryCount');
builder.objectType(CategoryCount, {
  description: 'How many listings a category would leave.',
  fields: (t) => ({
    category: t.field({
      type: CategoryType,
      description: 'The category.',
      resolve: ({ value }, _, { taxonomy }) => known(taxonomy.categoryBySlug, value),
    }),
    count: t.exposeInt('count', { description: 'Number of listings.' }),
  }),
});

const ActionCount = builder.objectRef<Facet<'actions'>>('ActionCount');
builder.objectType(ActionCount, {
  description: 'How many listings an action would leave.',
  fields: (t) => ({
    action: t.field({
      type: ActionType,
      description: 'The action.',
      resolve: ({ value }, _, { taxonomy }) => known(taxonomy.actionByCode, value),
    }),
    count: t.exposeInt('count', { description: 'Number of listings.' }),
  }),
});

const ObjectTypeCount = builder.objectRef<Facet<'objects'>>('ObjectTypeCount');
builder.objectType(ObjectTypeCount, {
  description: 'How many listings a kind of thing would leave.',
  fields: (t) => ({
    objectType: t.field({
      type: ObjectTypeType,
      description: 'The kind of thing.',
      resolve: ({ value }, _, { taxonomy }) => known(taxonomy.objectTypeBySlug, value),
    }),
    count: t.exposeInt('count', { description: 'Number of listings.' }),
  }),
});

const OpenStateCount = builder.objectRef<Facet<'openStates'>>('OpenStateCount');
builder.objectType(OpenStateCount, {
  description: 'How many listings are in an open state.',
  fields: (t) => ({
    state: t.field({
      type: OpenStateEnum,
      description: 'The state.',
      resolve: ({ value }) => openStates.find((state) => state === value) ?? 'UNKNOWN',
    }),
    count: t.exposeInt('count', { description: 'Number of listings.' }),
  }),
});

const ListingFacets = builder.objectRef<Facets>('ListingFacets');
builder.objectType(ListingFacets, {
  description:
    'How many listings each value would leave if it were the one chosen, with the other filters applied and the own one left out; most first.',
  fields: (t) => ({
    groups: t.expose('groups', { type: [GroupCount], description: 'By group; leaves `categories` out.' }),
    categories: t.expose('categories', {
      type: [CategoryCount],
      description: 'By category, off by default or not; leaves `categories` out.',
    }),
    actions: t.expose('actions', { type: [ActionCount], description: 'By action; leaves `actions` out.' }),
    objects: t.expose('objects', {
      type: [ObjectTypeCount],
      description: 'By kind of thing, the 50 most frequent; leaves `objects` out.',
    }),
    openStates: t.expose('openStates', {
      type: [OpenStateCount],
      description: 'By state at `openAt`, else now; leaves `openNow` and `openAt` out.',
    }),
  }),
});

interface Connection extends SearchPage {
  search: Search;
}

const ListingConnection = builder.objectRef<Connection>('ListingConnection');
builder.objectType(ListingConnection, {
  description: 'One page of a search, and what can be said of the whole.',
  fields: (t) => ({
    edges: t.expose('edges', {
      type: [ListingEdgeType],
      complexity: { multiplier: costOfPage },
      description: 'The listings of the page with their cursors and distances.',
    }),
    nodes: t.field({
      type: [ListingType],
      complexity: { multiplier: costOfPage },
      description: 'The listings of the page.',
      resolve: ({ edges }) => edges.map(({ node }) => node),
    }),
    pageInfo: t.expose('pageInfo', { type: builder.pageInfoRef(), description: 'What lies before and after.' }),
    totalCount: t.int({
      complexity: 50,
      description: 'How many listings the search finds on all of its pages.',
      resolve: ({ search }) => countFound(search),
    }),
    facets: t.field({
      type: ListingFacets,
      complexity: 200,
      description: 'How many listings each further choice would leave.',
      resolve: ({ search }, _, __, info) =>
        readSearchFacets(search, new Set(facetNames.filter((name) => selectedFields(info).has(name)))),
    }),
    nearestOutside: t.field({
      type: ListingEdgeType,
      nullable: true,
      complexity: 100,
      description:
        'Where `near` and `within` hold nothing: what else the filter lets through, nearest to their middle, with its distance from there. Null where something was found, or there is nothing anywhere.',
      resolve: ({ search }, _, __, info) => readNearestOutside(search, selectedFields(info, 'node')),
    }),
  }),
});

builder.queryField('listings', (t) =>
  t.field({
    type: ListingConnection,
    description:
      'Search. Every bad argument is a BAD_USER_INPUT error that names it; a search that takes more than 10 seconds is a TIMEOUT.',
    args: {
      near: t.arg({ type: NearInput, description: 'Only in this circle; distances are from its middle.' }),
      within: t.arg({ type: AreaInput, description: 'Only in this area.' }),
      where: t.arg({ type: ListingFilterInput, description: 'Only what matches.' }),
      orderBy: t.arg({
        type: ListingOrderEnum,
        description: 'Left out: DISTANCE with `near`, else RELEVANCE with a text, else NAME.',
      }),
      asOf: t.arg({
        type: 'DateTime',
        description: 'Search what was public at this instant, as it was shown then. In the future: now.',
      }),
      first: t.arg.int({
        description: 'How many, from the front: 0 to 100, 20 where neither first nor last is given.',
      }),
      after: t.arg.string({ description: 'Only what follows this cursor, which the same order must have given.' }),
      last: t.arg.int({ description: 'How many, from the end: 0 to 100.' }),
      before: t.arg.string({
        description: 'Only what comes before this cursor, which the same order must have given.',
      }),
    },
    resolve: async (_, args, context, info) => {
      const search = await openSearch(context, args);
      const fields = new Set([...selectedFields(info, 'nodes'), ...selectedFields(info, 'edges', 'node')]);
      return { ...(await readSearchPage(search, fields)), search };
    },
  }),
);
