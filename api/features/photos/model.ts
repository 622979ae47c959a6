/** Photographs of places. */
import type { actorRoles, LocalText } from '../listings/model.ts';
import type { Language } from '../taxonomy/model.ts';

/** Photos of one listing. */
export const photoLimit = 6;

/** SPDX ids of the licences that an uploader may choose; the first where nobody chose. */
export const photoLicences = ['CC-BY-4.0', 'CC0-1.0'] as const;
export type PhotoLicence = (typeof photoLicences)[number];

/** Nominal widths in pixels, for a list, a phone and a screen; a picture narrower than one of the first two lacks it. */
export const photoWidths = [400, 800, 1600] as const;
/** Width of the JPEG for other sites' previews, which do not all read WebP. */
export const previewWidth = 1200;

/** Every file that a photo may have. */
export const photoFiles = [...photoWidths.map((width) => `${width}.webp`), `${previewWidth}.jpg`];

export interface Photo {
  id: number;
  listingId: number;
  authorRole: (typeof actorRoles)[number];
  /** Pixels of the largest file. */
  width: number;
  height: number;
  /** What it shows, for whoever does not see it. */
  alt: LocalText;
  credit: string | null;
  licence: PhotoLicence;
  hiddenAt: Date | null;
  createdAt: Date;
}

export interface PhotoFile {
  /** Path on this instance. */
  path: string;
  width: number;
  height: number;
}

/** What can be said of a photo; left out: as it was. Null or empty: nothing. */
export interface PhotoInput {
  alt?: readonly { language: Language; text: string }[] | null | undefined;
  credit?: string | null | undefined;
  licence?: string | null | undefined;
  /** From 1. */
  position?: number | null | undefined;
}

/** The WebP files that a photo has, the narrowest first. */
export function webFiles({ id, width, height }: Pick<Photo, 'id' | 'width' | 'height'>): PhotoFile[] {
  const largest = photoWidths[photoWidths.length - 1];
  return photoWidths
    .filter((each) => each === largest || each < width)
    .map((each) => {
      const actual = Math.min(each, width);
      return { path: `/photos/${id}-${each}.webp`, width: actual, height: Math.round((height * actual) / width) };
    });
}

/** The JPEG for previews on other sites. */
export function previewFile({ id, width, height }: Pick<Photo, 'id' | 'width' | 'height'>): PhotoFile {
  const actual = Math.min(previewWidth, width);
  return {
    path: `/photos/${id}-${previewWidth}.jpg`,
    width: actual,
    height: Math.round((height * actual) / width),
  };
}
