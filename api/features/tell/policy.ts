/** What may be told us; every refusal names the field. */
import { InvalidInput } from '../../platform/errors.ts';
import { isEmailAddress, oneLine, severalLines } from '../../platform/plain-text.ts';
import { checkPoint } from '../regions/policy.ts';
import type { Language } from '../taxonomy/model.ts';
import type { TaxonomyService } from '../taxonomy/service.ts';
import type { Need, NeedInput, Report, ReportInput } from './model.ts';

/** Characters; the web application's fields stop at the same. */
const longestWords = 2000;
const longestLine = 200;
/** RFC 5321: a path of 256 with its brackets. */
const longestEmail = 254;
const longestList = 20;
const greatestRadiusMeters = 200_000;

interface Teller {
  now: Date;
  language: Language;
}

/** Cleans a report. Throws InvalidInput for a text that is too long and for what is no e-mail address. */
export function parseReport(input: ReportInput, { now, language }: Teller): Omit<Report, 'listingId'> {
  return {
    problem: input.problem,
    words: parseText('input.words', input.words, longestWords, severalLines),
    email: parseEmail(input.email),
    language: input.language ?? language,
    createdAt: now,
  };
}

/** Cleans a need. Throws InvalidInput as `parseReport`, and where it does not say what is missing. */
export function parseNeed(input: NeedInput, taxonomy: TaxonomyService, { now, language }: Teller): Need {
  checkPoint(input.at, 'input.at');
  const radiusMeters = input.radiusMeters ?? null;
  if (radiusMeters !== null && !(radiusMeters >= 1 && radiusMeters <= greatestRadiusMeters)) {
    throw new InvalidInput('input.radiusMeters', `a radius is 1 to ${greatestRadiusMeters} metres.`);
  }
  const { categoryBySlug, groupBySlug, objectTypeBySlug } = taxonomy;
  const need: Need = {
    lookedFor: parseText('input.lookedFor', input.lookedFor, longestLine, oneLine),
    actions: parseList('input.actions', input.actions, () => true),
    objects: parseList('input.objects', input.objects, (slug) => objectTypeBySlug.has(slug)),
    categories: parseList(
      'input.categories',
      input.categories,
      (slug) => categoryBySlug.has(slug) || groupBySlug.has(slug),
    ),
    // A hundred metres tell what is missing where, and not where somebody lives.
    lon: Number(input.at.lon.toFixed(3)),
    lat: Number(input.at.lat.toFixed(3)),
    radiusMeters: radiusMeters === null ? null : Math.round(radiusMeters),
    placeName: parseText('input.placeName', input.placeName, longestLine, oneLine),
    words: parseText('input.words', input.words, longestWords, severalLines),
    email: parseEmail(input.email),
    language: input.language ?? language,
    createdAt: now,
  };
  if (!need.lookedFor && !need.words && need.actions.length + need.objects.length + need.categories.length === 0) {
    throw new InvalidInput('input.lookedFor', 'say what you looked for, or name an action, an object or a category.');
  }
  return need;
}

/** Null where nothing readable is left. */
function parseText(
  field: string,
  text: string | null | undefined,
  longest: number,
  clean: (text: string) => string,
): string | null {
  if (!text) return null;
  // What is cleaned away counts too: nobody types so much of it.
  if (text.length > longest) throw new InvalidInput(field, `at most ${longest} characters; this has ${text.length}.`);
  return clean(text) || null;
}

function parseEmail(text: string | null | undefined): string | null {
  const email = parseText('input.email', text, longestEmail, oneLine);
  if (email !== null && !isEmailAddress(email)) throw new InvalidInput('input.email', 'not an e-mail address.');
  return email;
}

function parseList<Value extends string>(
  field: string,
  values: readonly Value[] | null | undefined,
  isKnown: (value: Value) => boolean,
): Value[] {
  const distinct = [...new Set(values ?? [])];
  if (distinct.length > longestList) throw new InvalidInput(field, `at most ${longestList}.`);
  const unknown = distinct.find((value) => !isKnown(value));
  if (unknown !== undefined) throw new InvalidInput(field, `there is no "${oneLine(unknown).slice(0, 60)}".`);
  return distinct;
}
