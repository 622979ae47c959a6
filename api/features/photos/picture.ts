/**
 * What somebody sends as a picture, looked at and drawn anew: nothing of the file itself is kept or passed on, so that
 * whatever else it holds (positions, names of devices, scripts, archives) ends here.
 */
import sharp from 'sharp';
import { photoWidths, previewWidth } from './model.ts';

/** Bytes of a file: twice what a telephone makes of fifty million pixels. */
export const largestFile = 20 * 1024 * 1024;
/** Pixels before scaling; memory is three or four bytes each. */
const largestPixels = 50_000_000;
/** Pixels of a side: less shows nothing. */
const smallestSide = 100;
const patienceSeconds = 20;

/** Only these are read, whatever a file claims to be: no vector graphics, no documents, nothing that fetches. */
const loaders = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((format) => `VipsForeignLoad${format}Buffer`);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: loaders });
sharp.cache(false);
sharp.concurrency(1); // people upload one by one, and the rest of the process wants its cores

export const pictureProblems = ['NOT_A_PICTURE', 'HEIC', 'TOO_MANY_PIXELS', 'TOO_SMALL', 'DAMAGED'] as const;

export class UnusablePicture extends Error {
  override name = 'UnusablePicture';
  readonly code: (typeof pictureProblems)[number];

  constructor(code: UnusablePicture['code'], message: string) {
    super(message);
    this.code = code;
  }
}

export interface Picture {
  /** Pixels of the largest file. */
  width: number;
  height: number;
  files: { name: string; bytes: Buffer; mediaType: string }[];
}

/** Draws a picture anew in our sizes. Throws UnusablePicture. */
export async function drawPicture(bytes: Buffer): Promise<Picture> {
  checkKind(bytes);
  try {
    const largest = await readLargest(bytes);
    const { width, height, channels } = largest.info;
    const again = () => sharp(largest.data, { raw: { width, height, channels } });
    const files: Picture['files'] = [];
    for (const nominal of photoWidths) {
      if (nominal >= width && nominal !== photoWidths[photoWidths.length - 1]) continue;
      const drawn = again().resize({ width: Math.min(nominal, width) });
      files.push({
        name: `${nominal}.webp`,
        bytes: await drawn.webp({ quality: 78 }).toBuffer(),
        mediaType: 'image/webp',
      });
    }
    const preview = again().resize({ width: Math.min(previewWidth, width) });
    files.push({
      name: `${previewWidth}.jpg`,
      bytes: await preview.flatten({ background: 'white' }).jpeg({ quality: 80, progressive: true }).toBuffer(),
      mediaType: 'image/jpeg',
    });
    return { width, height, files };
  } catch (error) {
    if (error instanceof UnusablePicture) throw error;
    throw new UnusablePicture('DAMAGED', 'The picture cannot be read: the file is damaged or incomplete.');
  }
}

/** The first frame, upright, in sRGB, as large as we keep it; raw pixels. */
async function readLargest(bytes: Buffer) {
  const image = sharp(bytes, {
    pages: 1,
    failOn: 'error',
    limitInputPixels: largestPixels,
    sequentialRead: true,
  });
  const { width, height } = await image.metadata().catch((error) => {
    if (String(error).includes('pixel limit')) throw tooManyPixels();
    throw error;
  });
  if (width * height > largestPixels) throw tooManyPixels();
  if (width < smallestSide || height < smallestSide) {
    throw new UnusablePicture('TOO_SMALL', `A picture has at least ${smallestSide} pixels on each side.`);
  }
  const [side] = photoWidths.toReversed();
  return image
    .timeout({ seconds: patienceSeconds })
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
}

const tooManyPixels = () =>
  new UnusablePicture('TOO_MANY_PIXELS', `At most ${largestPixels / 1_000_000} million pixels: make it smaller first.`);

/** By the first bytes; what a file is called or said to be does not count. */
function checkKind(bytes: Buffer): void {
  const start = bytes.toString('latin1', 0, 16);
  const brand = start.slice(4, 8) === 'ftyp' ? start.slice(8, 12) : '';
  if (/^(heic|heix|hevc|heim|heis|mif1|msf1)$/.test(brand)) {
    throw new UnusablePicture('HEIC', 'HEIC pictures cannot be read here: save it as JPEG first.');
  }
  const isKnown =
    start.startsWith('\xff\xd8\xff') ||
    start.startsWith('\x89PNG\r\n\x1a\n') ||
    /^GIF8[79]a/.test(start) ||
    /^RIFF[\s\S]{4}WEBP/.test(start) ||
    brand === 'avif';
  if (!isKnown) throw new UnusablePicture('NOT_A_PICTURE', 'Not a picture in JPEG, PNG, WebP, AVIF or GIF.');
}
