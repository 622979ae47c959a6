import { builder } from '../../builder.ts';
import { parseRowId } from '../../platform/row-id.ts';
import { type FieldProvenance, type SourceRecord, sourceKinds } from './model.ts';
import { described, ListingType } from './schema.ts';
import { provenanceOf, sourceRecordsByIds, sourceRecordsOf } from './source-store.ts';

const SourceKindEnum = builder.enumType('SourceKind', {
  description: 'What a source is.',
  values: described(sourceKinds, {
    OSM: 'An extract of OpenStreetMap.',
    OVERPASS: 'OpenStreetMap, asked through the Overpass API.',
    GEOJSON: 'A GeoJSON file.',
    CSV: 'A table.',
    OGC_FEATURES: 'An OGC API – Features service.',
    OPENFAIRDB: 'OpenFairDB, the data of Karte von morgen.',
    RICIRCOLO: 'Another instance of this directory.',
    SEED: 'What an instance starts with.',
    OWNER: 'Who runs the place.',
    MODERATOR: 'Who looks after the directory.',
    CITIZEN: 'Anybody else.',
  }),
});

export const SourceType = builder.prismaObject('Source', {
  description: 'Who says something of listings, and under which licence.',
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Its name in filters.' }),
    kind: t.expose('kind', { type: SourceKindEnum, description: 'What it is.' }),
    name: t.exposeString('name', { description: 'Its name for people.' }),
    url: t.exposeString('url', { nullable: true, description: 'Where to read about it.' }),
    licence: t.exposeString('licence', { nullable: true, description: 'SPDX id; null where nobody stated one.' }),
    attribution: t.exposeString('attribution', { nullable: true, description: 'How it wants to be named.' }),
  }),
});

const SourceRecordType = builder.objectRef<SourceRecord>('SourceRecord');
builder.node(SourceRecordType, {
  description: 'What one source said of a listing: where it stands there, and since when it is known here.',
  id: { resolve: ({ id }) => id, parse: parseRowId, description: 'Global id.' },
  loadMany: async (ids: number[], { database }) => {
    const records = await sourceRecordsByIds(database, ids);
    return ids.map((id) => records.find((record) => record.id === id));
  },
  fields: (t) => ({
    source: t.prismaField({
      type: SourceType,
      description: 'Who said it.',
      resolve: (query, { sourceSlug }, _, { database }) =>
        database.prisma.source.findUniqueOrThrow({ ...query, where: { slug: sourceSlug } }),
    }),
    recordId: t.exposeString('recordId', { description: "The source's own id, such as `node/123`." }),
    url: t.exposeString('url', { nullable: true, description: 'Where the source shows it.' }),
    licence: t.exposeString('licence', { nullable: true, description: 'SPDX id; null where nobody stated one.' }),
    attribution: t.exposeString('attribution', { nullable: true, description: 'How the source wants to be named.' }),
    fetchedAt: t.expose('fetchedAt', { type: 'DateTime', description: 'When it was read.' }),
    vanishedAt: t.expose('vanishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the source was first read without it; null while it is there.',
    }),
  }),
});

const FieldProvenanceType = builder.objectRef<FieldProvenance>('FieldProvenance');
builder.objectType(FieldProvenanceType, {
  description: 'Who said a field of a listing.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'Name of the field.' }),
    source: t.field({ type: SourceRecordType, description: 'Who said it.', resolve: ({ source }) => source }),
  }),
});

builder.objectFields(ListingType, (t) => ({
  sources: t.loadableGroup({
    type: SourceRecordType,
    complexity: { field: 2, multiplier: 2 },
    description: 'What is said of it and by whom; who speaks first comes first.',
    load: (ids: number[], { database }) => sourceRecordsOf(database, ids),
    group: ({ listingId }) => listingId,
    resolve: ({ id }) => id,
  }),
  provenance: t.loadableGroup({
    type: FieldProvenanceType,
    complexity: { field: 2, multiplier: 10 },
    description: 'Which source record said each field.',
    load: (ids: number[], { database }) => provenanceOf(database, ids),
    group: ({ listingId }) => listingId,
    resolve: ({ id }) => id,
  }),
}));

builder.queryField('sources', (t) =>
  t.prismaField({
    type: [SourceType],
    description: 'Every source.',
    resolve: (query, _, __, { database }) =>
      database.prisma.source.findMany({ ...query, orderBy: [{ rank: 'asc' }, { slug: 'asc' }] }),
  }),
);
