import { builder } from '../../builder.ts';
import { InvalidInput } from '../../platform/errors.ts';
import { LanguageType } from '../taxonomy/schema.ts';
import { type Bbox, nameIn, type Place, type Region } from './model.ts';
import { findRegions, reverseGeocode, timezoneAt } from './service.ts';
import { boundariesOf, boxesOf, regionsByCode, regionsOf } from './store.ts';

export const PointType = builder.objectRef<{ lon: number; lat: number }>('Point');
builder.objectType(PointType, {
  description: 'A position on the WGS 84 ellipsoid (EPSG:4326).',
  fields: (t) => ({
    lon: t.exposeFloat('lon', { description: 'Longitude in degrees, -180 to 180, east positive.' }),
    lat: t.exposeFloat('lat', { description: 'Latitude in degrees, -90 to 90, north positive.' }),
  }),
});

export const PointInput = builder.inputType('PointInput', {
  description: 'A position in WGS 84 degrees (EPSG:4326). BAD_USER_INPUT where it is out of range.',
  fields: (t) => ({
    lon: t.float({ required: true, description: 'Longitude, -180 to 180, east positive.' }),
    lat: t.float({ required: true, description: 'Latitude, -90 to 90, north positive.' }),
  }),
});

const BboxType = builder.objectRef<Bbox>('Bbox');
builder.objectType(BboxType, {
  description: 'A box around something, in WGS 84 degrees.',
  fields: (t) => ({
    west: t.exposeFloat('west', { description: 'Western longitude.' }),
    south: t.exposeFloat('south', { description: 'Southern latitude.' }),
    east: t.exposeFloat('east', { description: 'Eastern longitude.' }),
    north: t.exposeFloat('north', { description: 'Northern latitude.' }),
  }),
});

/** A field of this type may resolve to a code: regions are loaded together. */
export const RegionType = builder.loadableNodeRef('Region', {
  id: { resolve: ({ code }: Region) => code },
  load: async (codes: string[], { database }) => {
    const regions = new Map((await regionsByCode(database, codes)).map((region) => [region.code, region]));
    return codes.map((code) => regions.get(code) ?? new InvalidInput('code', `there is no region ${code}`));
  },
});

const inLanguage = { type: LanguageType, description: 'Left out: the language of the request, else English.' };

builder.objectType(RegionType, {
  description: 'A country, region, province or municipality with its boundary.',
  fields: (t) => ({
    code: t.exposeString('code', {
      description:
        'ISO 3166-1 alpha-2 for countries, NUTS where there is one, else a prefix and the code of the office that draws the boundary (`IT-ISTAT-P001`).',
    }),
    level: t.exposeInt('level', {
      description: '0 country, 1 region (NUTS 2), 2 province (NUTS 3), 3 municipality (LAU).',
    }),
    name: t.string({
      description: 'Its name in a language, else its own.',
      args: { language: t.arg(inLanguage) },
      resolve: (region, { language }, context) => nameIn(region, language ?? context.language),
    }),
    country: t.exposeString('country', { description: 'ISO 3166-1 alpha-2.' }),
    population: t.exposeInt('population', { nullable: true, description: 'Inhabitants; null where not known.' }),
    areaKm2: t.exposeFloat('areaKm2', {
      nullable: true,
      description: 'Area inside the boundary as it is drawn here, in square kilometres.',
    }),
    parent: t.field({
      type: RegionType,
      nullable: true,
      description: 'The region it lies in.',
      resolve: ({ parentCode }) => parentCode,
    }),
    children: t.loadableGroup({
      type: RegionType,
      description: 'The regions of the next level in it.',
      load: (codes: string[], { database }) => regionsOf(database, codes),
      group: (region) => (typeof region === 'string' ? '' : (region.parentCode ?? '')),
      resolve: ({ code }) => code,
    }),
    boundary: t.loadable({
      type: 'GeoJSON',
      description: 'Its outline as a GeoJSON MultiPolygon, simplified to a few hundred metres.',
      load: async (codes: string[], { database }) =>
        inOrder(codes, await boundariesOf(database, codes)).map((row) => (row instanceof Error ? row : row.boundary)),
      resolve: ({ code }) => code,
    }),
    bbox: t.loadable({
      type: BboxType,
      description: 'The box around its outline, lands overseas included.',
      load: async (codes: string[], { database }) => inOrder(codes, await boxesOf(database, codes)),
      resolve: ({ code }) => code,
    }),
  }),
});

function inOrder<Row extends { code: string }>(codes: readonly string[], rows: readonly Row[]): (Row | Error)[] {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  return codes.map((code) => byCode.get(code) ?? new Error(`Region ${code} has gone.`));
}

const PlaceKindEnum = builder.enumType('PlaceKind', {
  description: 'What a place of the gazetteer is.',
  values: {
    COUNTRY: { description: 'A country.' },
    REGION: { description: 'A region of a country.' },
    TOWN: { description: 'A town or village.' },
    STREET: { description: 'A street or square, shown by one point on it.' },
    ADDRESS: { description: 'A house number.' },
  } as const,
});

export const PlaceType = builder.objectRef<Place>('Place');
builder.objectType(PlaceType, {
  description: 'A place of the gazetteer: somewhere to look around.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Its number in this instance; not a global id.' }),
    kind: t.field({ type: PlaceKindEnum, description: 'What it is.', resolve: ({ kind }) => kind }),
    name: t.string({
      description: 'Its name in a language, else its own.',
      args: { language: t.arg(inLanguage) },
      resolve: (place, { language }, context) => nameIn(place, language ?? context.language),
    }),
    context: t.exposeString('context', {
      nullable: true,
      description: 'What tells it from its namesakes: the region or the town it lies in.',
    }),
    country: t.exposeString('country', { description: 'ISO 3166-1 alpha-2.' }),
    population: t.int({
      nullable: true,
      description: 'Inhabitants; null where not known.',
      resolve: ({ population }) => population || null,
    }),
    location: t.field({
      type: PointType,
      description: 'Where it is: for an area, a point in it.',
      resolve: ({ lon, lat }) => ({ lon, lat }),
    }),
    postcodes: t.exposeStringList('postcodes', { description: 'Its postal codes, as far as they are known.' }),
    distanceMeters: t.exposeFloat('distanceMeters', {
      nullable: true,
      description: 'From the point asked about, in metres; null where none was given.',
    }),
  }),
});

builder.queryFields((t) => ({
  region: t.field({
    type: RegionType,
    nullable: true,
    description: 'A region by its code.',
    args: { code: t.arg.string({ required: true, description: 'Such as `IT`, `ITC1` or `IT-ISTAT-P001`.' }) },
    resolve: async (_, { code }, { database }) => (await regionsByCode(database, [code]))[0],
  }),
  regions: t.field({
    type: [RegionType],
    description: 'Regions by their codes, of a parent or of a level, by name; the countries where none is said.',
    args: {
      codes: t.arg.stringList({ description: 'Only these, at most 100: parent and level are not looked at.' }),
      parent: t.arg.string({ description: 'Code of the region that they lie in.' }),
      level: t.arg.int({ description: '0 country, 1 region, 2 province, 3 municipality.' }),
    },
    resolve: (_, args, { database }) => findRegions(database, args),
  }),
  reverseGeocode: t.field({
    type: PlaceType,
    nullable: true,
    description:
      'What is at a point: the house number within 50 m, else the street within 200 m, else the town within 50 km.',
    args: { at: t.arg({ type: PointInput, required: true, description: 'The point.' }) },
    resolve: (_, { at }, { database }) => reverseGeocode(database, at),
  }),
  timezone: t.string({
    description:
      'IANA name of the time zone at a point, also at sea: by which clock a day and an hour there are meant.',
    args: { at: t.arg({ type: PointInput, required: true, description: 'The point.' }) },
    resolve: (_, { at }) => timezoneAt(at),
  }),
}));
