/** What may be said of a photo; every refusal names the field. */
import { ValidationError } from '../../platform/errors.ts';
import { oneLine } from '../../platform/plain-text.ts';
import type { LocalText } from '../listings/model.ts';
import { type PhotoInput, type PhotoLicence, photoLicences, photoLimit } from './model.ts';

const longestAlt = 300;
const longestCredit = 120;

export interface CheckedInput {
  alt?: LocalText;
  credit?: string | null;
  licence?: PhotoLicence;
  /** From 0. */
  index?: number;
}

/** Throws a ValidationError. */
export function checkPhotoInput({ alt, credit, licence, position }: PhotoInput): CheckedInput {
  return {
    ...(alt === undefined ? {} : { alt: checkAlt(alt ?? []) }),
    ...(credit === undefined ? {} : { credit: checkLine('input.credit', credit ?? '', longestCredit) || null }),
    ...(licence == null ? {} : { licence: checkLicence('input.licence', licence) }),
    ...(position == null ? {} : { index: checkPosition(position) }),
  };
}

export function checkLicence(field: string, licence: string): PhotoLicence {
  const known = photoLicences.find((each) => each === licence);
  if (known) return known;
  throw new ValidationError(field, `One of ${photoLicences.join(' and ')}.`);
}

function checkAlt(texts: NonNullable<PhotoInput['alt']>): LocalText {
  const alt: LocalText = {};
  for (const [index, { language, text }] of texts.entries()) {
    const line = checkLine(`input.alt.${index}.text`, text, longestAlt);
    if (line) alt[language] = line;
  }
  return alt;
}

function checkLine(field: string, text: string, longest: number): string {
  if (text.length > longest) throw new ValidationError(field, `At most ${longest} characters.`);
  return oneLine(text);
}

function checkPosition(position: number): number {
  if (position >= 1 && position <= photoLimit) return position - 1;
  throw new ValidationError('input.position', `1 to ${photoLimit}.`);
}
