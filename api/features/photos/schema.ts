import { builder } from '../../builder.ts';
import { NotAllowed, NotFound, ValidationError } from '../../platform/errors.ts';
import { parseRowId } from '../../platform/row-id.ts';
import { ActorRoleEnum, ListingType } from '../listings/schema.ts';
import { loadListings } from '../listings/service.ts';
import { languages } from '../taxonomy/model.ts';
import { LanguageType } from '../taxonomy/schema.ts';
import { type Photo, type PhotoFile, webFiles } from './model.ts';
import { describePhoto, hidePhoto, loadPhotos, loadPhotosOf, removePhoto } from './service.ts';

const PhotoFileType = builder.objectRef<PhotoFile>('PhotoFile').implement({
  description: 'A photo in one size: a WebP file that never changes.',
  fields: (t) => ({
    url: t.string({ description: 'Its address.', resolve: ({ path }, _, { baseUrl }) => baseUrl + path }),
    path: t.exposeString('path', { description: 'Its address on this instance.' }),
    width: t.exposeInt('width', { description: 'Pixels.' }),
    height: t.exposeInt('height', { description: 'Pixels.' }),
  }),
});

const language = {
  type: LanguageType,
  description: 'Left out: the language of the request, else English. Where there is no text in it, another language.',
};
const altLanguage = ({ alt }: Photo, asked: keyof Photo['alt'] | null | undefined, preferred: keyof Photo['alt']) =>
  [asked ?? preferred, 'en' as const, ...languages].find((each) => alt[each]) ?? null;

const PhotoType = builder.objectRef<Photo>('Photo');
const PhotoNode = builder.node(PhotoType, {
  description: 'A photograph of a place, uploaded here.',
  id: { resolve: ({ id }) => id, parse: parseRowId, description: 'Global id.' },
  loadMany: (ids: number[], context) => loadPhotos(context, ids),
  fields: (t) => ({
    urls: t.field({
      type: [PhotoFileType],
      description: 'Its files, the narrowest first: for `srcset`.',
      complexity: { multiplier: 3 },
      resolve: webFiles,
    }),
    width: t.exposeInt('width', { description: 'Pixels of the largest file.' }),
    height: t.exposeInt('height', { description: 'Pixels of the largest file.' }),
    alt: t.string({
      nullable: true,
      description: 'What it shows, for whoever does not see it; null where nobody said.',
      args: { language: t.arg(language) },
      resolve: (photo, args, context) => {
        const found = altLanguage(photo, args.language, context.language);
        return found ? (photo.alt[found] ?? null) : null;
      },
    }),
    altLanguage: t.field({
      type: LanguageType,
      nullable: true,
      description: 'Language that `alt` is answered in for the same argument; null without a text.',
      args: { language: t.arg(language) },
      resolve: (photo, args, context) => altLanguage(photo, args.language, context.language),
    }),
    credit: t.exposeString('credit', {
      nullable: true,
      description: 'How whoever took it wants to be named; null where they do not.',
    }),
    licence: t.exposeString('licence', { description: 'SPDX id: `CC-BY-4.0` or `CC0-1.0`.' }),
    authorRole: t.expose('authorRole', { type: ActorRoleEnum, description: 'Who uploaded it; never a name.' }),
    hidden: t.boolean({
      description: 'True where a moderator has hidden it: then only those see it who look after the place.',
      resolve: ({ hiddenAt }) => hiddenAt !== null,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was uploaded.' }),
  }),
});

builder.objectField(ListingType, 'photos', (t) =>
  t.loadableGroup({
    type: PhotoType,
    complexity: { field: 2, multiplier: 6 },
    description: 'Photographs of it that were uploaded here, in order: at most six. `POST /api/photos` adds one.',
    load: (ids: number[], context) => loadPhotosOf(context, ids),
    group: ({ listingId }) => listingId,
    resolve: ({ id }) => id,
  }),
);

const AltInput = builder.inputType('PhotoAltInput', {
  description: 'What a photo shows, in one language.',
  fields: (t) => ({
    language: t.field({ type: LanguageType, required: true, description: 'The language.' }),
    text: t.string({ required: true, description: 'At most 300 characters; empty: nothing in this language.' }),
  }),
});

const PhotoInputType = builder.inputType('PhotoInput', {
  description: 'What is said of a photo. Left out: as it was.',
  fields: (t) => ({
    alt: t.field({ type: [AltInput], description: 'What it shows, in all languages there are from now on.' }),
    credit: t.string({
      description: 'How whoever took it wants to be named: at most 120 characters; empty: not at all.',
    }),
    licence: t.string({ description: 'SPDX id: `CC-BY-4.0` or `CC0-1.0`.' }),
    position: t.int({ description: 'Its place among the photos of the listing, from 1 on.' }),
  }),
});

const failures = (result: string, union: string, what: string) => ({
  types: [ValidationError, NotAllowed, NotFound],
  result: { name: result, description: what },
  union: { name: union, description: `${result}, or why not.` },
});
const asPhoto = { name: 'photo', description: 'The photo as it is now.' };

builder.mutationFields((t) => ({
  describePhoto: t.field({
    type: PhotoType,
    description: 'Changes what is said of a photo, and its place; who looks after the listing may.',
    authScopes: { signedIn: true },
    errors: { ...failures('PhotoDescribed', 'DescribePhotoResult', 'It is changed.'), dataField: asPhoto },
    args: {
      photo: t.arg.globalID({ required: true, for: PhotoNode, description: 'Global id of the photo.' }),
      input: t.arg({ type: PhotoInputType, required: true, description: 'What is said of it.' }),
    },
    resolve: async (_, { photo, input }, context) => {
      await describePhoto(context, photo.id, input);
      return changed(await loadPhotos(context, [photo.id]));
    },
  }),
  hidePhoto: t.field({
    type: PhotoType,
    description: 'Hides a photo from everybody but those who look after the place, or shows it again; moderators may.',
    authScopes: { signedIn: true },
    errors: { ...failures('PhotoHidden', 'HidePhotoResult', 'It is hidden, or shows again.'), dataField: asPhoto },
    args: {
      photo: t.arg.globalID({ required: true, for: PhotoNode, description: 'Global id of the photo.' }),
      hidden: t.arg.boolean({ required: true, description: 'Whether it is hidden from now on.' }),
    },
    resolve: async (_, { photo, hidden }, context) => {
      await hidePhoto(context, photo.id, hidden);
      return changed(await loadPhotos(context, [photo.id]));
    },
  }),
  removePhoto: t.field({
    type: ListingType,
    nullable: true,
    description: 'Removes a photo with its files; who looks after the listing may.',
    authScopes: { signedIn: true },
    errors: {
      ...failures('PhotoRemoved', 'RemovePhotoResult', 'It is gone.'),
      dataField: { name: 'listing', description: 'What it was a photo of; null where that is not public.' },
    },
    args: { photo: t.arg.globalID({ required: true, for: PhotoNode, description: 'Global id of the photo.' }) },
    resolve: async (_, { photo }, context) => {
      const listingId = await removePhoto(context, photo.id);
      return (await loadListings(context.database, [listingId], context.now))[0];
    },
  }),
}));

function changed([photo]: readonly (Photo | null)[]): Photo {
  if (photo) return photo;
  throw new NotFound('The photo went away meanwhile.');
}
