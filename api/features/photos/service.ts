/** Photographs of places: adding, describing, hiding, removing, and showing them to whoever may see them. */
import { join } from 'node:path';
import type { Config } from '../../platform/config.ts';
import type { Database, Queryable } from '../../platform/database.ts';
import { NotAllowed, NotFound, RateLimited, ValidationError } from '../../platform/errors.ts';
import type { Jobs } from '../../platform/jobs.ts';
import { openObjectStore } from '../../platform/object-store.ts';
import { rateLimit } from '../../platform/rate-limit.ts';
import type { PersonalData, Viewer } from '../accounts/model.ts';
import { requireViewer } from '../accounts/policy.ts';
import { recordAct } from '../accounts/service.ts';
import { loadKeeping } from '../listings/service.ts';
import { type Photo, type PhotoInput, photoFiles, photoLicences, photoLimit } from './model.ts';
import { drawPicture } from './picture.ts';
import { checkLicence, checkPhotoInput } from './policy.ts';
import {
  collectPhotos,
  deletePhoto,
  dueLeftovers,
  forgetLeftover,
  insertPhoto,
  lockPhotosOf,
  orderPhotos,
  ownListingOf,
  type PhotoRow,
  photosByIds,
  photosOf,
  reservePhoto,
  setHidden,
  updatePhoto,
} from './store.ts';

export interface PhotoRequest {
  database: Database;
  viewer: Viewer | undefined;
  now: Date;
}

/** Where photos' files are kept, drawn and removed; made once at start. */
export interface PhotoShelf {
  /** Draws and keeps one; returns its id. Throws UnusablePicture beside what every mutation may throw. */
  add(request: PhotoRequest, listingId: number, upload: Upload): Promise<number>;
  read(photoId: number, file: string): Promise<Buffer | undefined>;
  /** Has the files of photos whose rows are gone removed soon. */
  clear(transaction?: Queryable): Promise<void>;
}

interface Upload {
  bytes: Buffer;
  /** SPDX id. */
  licence: string | undefined;
}

/** Uploads of one person, and how many people's may wait for each other to be drawn. */
const uploadLimit = { limit: 60, windowMs: 3_600_000, clients: 10_000 };
const longestQueue = 10;
const retries = { limit: 10, delaySeconds: 30, delayMaxSeconds: 3600 };
const leftoversAtOnce = 100;

export interface PhotoFoundations {
  config: Pick<Config, 'photoStoreUrl' | 'dataDir'>;
  database: Database;
  /** Undefined: nothing is removed, and whoever asks for it fails. */
  jobs: Jobs | undefined;
}

export async function openPhotos({ config, database, jobs }: PhotoFoundations): Promise<PhotoShelf> {
  const store = openObjectStore(config.photoStoreUrl, join(config.dataDir, 'photos'));
  const spend = rateLimit(uploadLimit);
  const inTurn = oneAtATime(longestQueue);
  const keep = async (photoId: number, files: { name: string; bytes: Buffer; mediaType: string }[]) => {
    for (const { name, bytes, mediaType } of files) await store.put(`${photoId}/${name}`, bytes, mediaType);
  };
  const queue = await jobs?.queue<Record<string, never>>('photo-files', retries, async () => {
    for (const photoId of await dueLeftovers(database, leftoversAtOnce)) {
      for (const file of photoFiles) await store.remove(`${photoId}/${file}`);
      await forgetLeftover(database, photoId);
    }
  });
  return {
    async add({ viewer, now }, listingId, { bytes, licence: wanted }) {
      const { personId } = requireViewer(viewer);
      const authorRole = await requireKeeper({ database, viewer, now }, listingId);
      const licence = checkLicence('licence', wanted ?? photoLicences[0]);
      checkRoom(await photosOf(database, [listingId]));
      spend(personId, now);
      const { width, height, files } = await inTurn(() => drawPicture(bytes));
      const id = await reservePhoto(database);
      await keep(id, files);
      await database.transaction(async (transaction) => {
        const present = await lockPhotosOf(transaction, listingId);
        checkRoom(present);
        const sort = present.length;
        await orderPhotos(transaction, present);
        const photo = { id, listingId, personId, authorRole, sort, width, height, licence, at: now };
        await insertPhoto(transaction, photo);
      });
      return id;
    },
    read: (photoId, file) => store.get(`${photoId}/${file}`),
    async clear(transaction) {
      if (!queue) throw new Error('no queue of jobs is open');
      await queue.add({}, transaction);
    },
  };
}

/** Photos of listings as whoever asks sees them. */
export async function loadPhotosOf(request: PhotoRequest, listingIds: readonly number[]): Promise<Photo[]> {
  return visible(request, await photosOf(request.database, listingIds));
}

/** In the order of their ids; null where there is none, or none for whoever asks. */
export async function loadPhotos(request: PhotoRequest, ids: readonly number[]): Promise<(Photo | null)[]> {
  const found = await visible(request, await photosByIds(request.database, ids));
  return ids.map((id) => found.find((photo) => photo.id === id) ?? null);
}

/** Whether a photo is there for whoever asks, and whether for everybody. */
export async function photoAccess(request: PhotoRequest, id: number): Promise<'everybody' | 'keepers' | 'nobody'> {
  const [row] = await photosByIds(request.database, [id]);
  if (!row) return 'nobody';
  if (isPublic(row)) return 'everybody';
  return (await visible(request, [row])).length > 0 ? 'keepers' : 'nobody';
}

const isPublic = ({ status, hiddenAt }: PhotoRow) =>
  hiddenAt === null && (status === 'PUBLISHED' || status === 'TEMPORARILY_CLOSED');

/** The public ones, and the rest for those who look after the listing. */
async function visible(request: PhotoRequest, rows: readonly PhotoRow[]): Promise<PhotoRow[]> {
  const others = rows.filter((row) => !isPublic(row)).map(({ listingId }) => listingId);
  const keeping = request.viewer && others.length > 0 ? await loadKeeping(request, others) : [];
  const kept = new Set(keeping.filter(({ role }) => role !== null).map(({ id }) => id));
  return rows.filter((row) => isPublic(row) || kept.has(row.listingId));
}

/** Changes what is said of a photo, and its place among the others. */
export async function describePhoto(request: PhotoRequest, id: number, input: PhotoInput): Promise<void> {
  const checked = checkPhotoInput(input);
  await change(request, id, async (transaction, photo, present) => {
    await updatePhoto(transaction, id, { ...photo, ...checked });
    if (checked.index === undefined) return;
    const others = present.filter((each) => each !== id);
    await orderPhotos(transaction, others.toSpliced(checked.index, 0, id));
  });
}

/** Hides a photo from all but those who look after the listing, or shows it again; moderators may. */
export async function hidePhoto(request: PhotoRequest, id: number, hidden: boolean): Promise<void> {
  await change(request, id, async (transaction, { hiddenAt }, _, role) => {
    if (role !== 'MODERATOR') throw new NotAllowed('Only a moderator of the region may do that.');
    if ((hiddenAt !== null) === hidden) return;
    await setHidden(transaction, id, hidden ? request.now : null);
    await noteAct(transaction, request, id, hidden ? 'photo.hide' : 'photo.show');
  });
}

export async function removePhoto(request: PhotoRequest & { photos: PhotoShelf }, id: number): Promise<number> {
  return change(request, id, async (transaction, { listingId }, _, role) => {
    await deletePhoto(transaction, id);
    await request.photos.clear(transaction);
    if (role === 'MODERATOR') await noteAct(transaction, request, id, 'photo.remove');
    return listingId;
  });
}

/** One change of a photo under its listing's lock, by somebody who looks after it. */
async function change<Result>(
  request: PhotoRequest,
  id: number,
  work: (transaction: Queryable, photo: PhotoRow, present: number[], role: string) => Promise<Result>,
): Promise<Result> {
  requireViewer(request.viewer);
  return request.database.transaction(async (transaction) => {
    const listingId = await ownListingOf(transaction, id);
    const present = listingId === undefined ? [] : await lockPhotosOf(transaction, listingId);
    const [photo] = await photosByIds(transaction, [id]);
    if (!photo) throw new NotFound('There is no such photo.');
    const [keeping] = await loadKeeping({ ...request, database: transaction }, [photo.listingId]);
    if (keeping?.role) return work(transaction, photo, present, keeping.role);
    if (!isPublic(photo)) throw new NotFound('There is no such photo.');
    throw new NotAllowed('Only who looks after the place may do that.');
  });
}

async function requireKeeper(request: PhotoRequest, listingId: number) {
  const [keeping] = await loadKeeping(request, [listingId]);
  const isOpen = keeping && ['DRAFT', 'PENDING', 'PUBLISHED', 'TEMPORARILY_CLOSED'].includes(keeping.status);
  if (keeping?.role && isOpen) return keeping.role;
  if (keeping?.status === 'PUBLISHED' || keeping?.status === 'TEMPORARILY_CLOSED') {
    throw new NotAllowed('Only who looks after the place may add photos of it.');
  }
  throw new NotFound('There is no such place.');
}

function checkRoom({ length }: readonly unknown[]): void {
  if (length >= photoLimit) throw new ValidationError('listing', `A place has at most ${photoLimit} photos.`);
}

/** What a moderator does to what is not theirs is logged. */
async function noteAct(transaction: Queryable, { viewer, now }: PhotoRequest, id: number, act: string): Promise<void> {
  const { personId } = requireViewer(viewer);
  await recordAct(transaction, { at: now, actorId: personId, act, subject: `Photo:${id}` });
}

/** Runs one piece of work after the other: pictures are large, and cores few. Throws RateLimited where too many wait. */
function oneAtATime(longest: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (work) => {
    if (waiting >= longest) throw new RateLimited(30);
    waiting += 1;
    const result = last.then(work);
    last = result.catch(() => {}); // whoever asked hears of it
    try {
      return await result;
    } finally {
      waiting -= 1;
    }
  };
}

export const photoData: PersonalData = { name: 'photos', collect: collectPhotos };
