import type { Language, ListingInput } from '../../gql/graphql.ts';
import type { Draft, OfferDraft, Texts } from './draft.ts';
import type { Problems } from './form.ts';
import { isBackward, problemOf } from './hours/model.ts';
import { writeHours } from './hours/write.ts';
import type { RegisterWords } from './words/en.ts';

/** What is typed, as the API takes it: all of it, so that what was emptied is said no more. */
export function inputOf(draft: Draft): ListingInput {
  const { name, categories, location, phone, email, website, wheelchair, languages, payment } = draft;
  return {
    name,
    categories,
    location,
    // Left out where it is not chosen: nobody gives a place away by not saying whose it is.
    ...(draft.organization && { organization: draft.organization }),
    address: draft.address,
    offers: draft.offers.map(offerInput),
    openingHours: writeHours(draft.hours) || null,
    byAppointment: draft.byAppointment || draft.hours.kind === 'appointment' || null,
    phone,
    email,
    website,
    social: socialOf(draft.social),
    wheelchair,
    accessNotes: textInputs(draft.accessNotes),
    languages,
    payment,
    labels: draft.labels
      .split(',')
      .map((label) => label.trim())
      .filter(Boolean),
    description: textInputs(draft.description),
  };
}

function offerInput({ action, objects, priceKind, currency, atHome, note, ...typed }: OfferDraft) {
  const paid = priceKind !== '' && priceKind !== 'FREE';
  return {
    action,
    objects,
    priceKind: priceKind || null,
    amountMin: paid ? numberOf(typed.amountMin) : null,
    amountMax: paid ? numberOf(typed.amountMax) : null,
    depositAmount: numberOf(typed.depositAmount),
    currency: currency || null,
    loanDays: numberOf(typed.loanDays),
    maxItems: numberOf(typed.maxItems),
    atHome,
    note: textInputs(note),
  };
}

/** Languages in which something is written, in the order of the input. */
export const writtenIn = (texts: Texts): Language[] =>
  (Object.entries(texts) as [Language, string][]).filter(([, text]) => text.trim()).map(([language]) => language);

const textInputs = (texts: Texts) => writtenIn(texts).map((language) => ({ language, text: texts[language] ?? '' }));

/** `12,50` is a number to most who type here. */
const numberOf = (typed: string): number | null => {
  const value = Number(typed.trim().replace(',', '.'));
  return typed.trim() === '' || Number.isNaN(value) ? null : value;
};

/** The network is the site's name: `https://www.facebook.com/x` → facebook. */
function socialOf(lines: string) {
  return lines
    .split(/\s+/)
    .filter(Boolean)
    .map((line) => {
      const url = /^[a-z]+:/i.test(line) ? line : `https://${line}`;
      const host = URL.parse(url)?.hostname ?? '';
      const network =
        host
          .split('.')
          .at(-2)
          ?.replace(/[^a-z0-9]/g, '') ?? '';
      return { network: /^[a-z][a-z0-9]/.test(network) ? network : 'page', url };
    });
}

const numbers = ['amountMin', 'amountMax', 'depositAmount', 'loanDays', 'maxItems'] as const;

/** What can be seen to be wrong before anything is sent: the API would refuse it too, or not hear of it. */
export function faultsOf(draft: Draft, words: RegisterWords): Problems {
  const problems: Problems = {};
  if (!draft.name.trim()) problems.name = words.problem.name;
  if (draft.categories.length === 0) problems.categories = words.problem.categories;
  if (!draft.location) problems.location = words.problem.location;
  draft.offers.forEach((offer, index) => {
    for (const key of numbers) {
      if (offer[key].trim() && numberOf(offer[key]) === null) problems[`offers.${index}.${key}`] = words.problem.number;
    }
  });
  const { kind, week, seasons, holidays, holidayRanges, closures } = draft.hours;
  if (kind === 'weekly') {
    const groups = [...week, ...seasons.flatMap((season) => season.week)];
    const ranges = [...groups.map((group) => group.ranges), ...(holidays === 'own' ? [holidayRanges] : [])];
    const problem = ranges.map(problemOf).find((found) => found !== null);
    if (problem) problems.openingHours = words.hours.problem[problem];
    else if ([...seasons.map(({ dates }) => dates), ...closures].some(isBackward))
      problems.openingHours = words.hours.backward;
  }
  return problems;
}
