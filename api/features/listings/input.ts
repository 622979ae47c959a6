/** What people may write of a listing, cleaned; every refusal names the field and says what is wrong. */
import type { Problem } from '../../platform/errors.ts';
import { isEmailAddress, oneLine, severalLines } from '../../platform/plain-text.ts';
import { validateHours } from '../hours/service.ts';
import { timezoneAt } from '../regions/service.ts';
import type { TaxonomyService } from '../taxonomy/service.ts';
import type { AddressFields, ListingFields, LocalText, OfferFields } from './model.ts';
import type { AddressInput, FieldChanges, ListingInput, OfferInput, TextInput } from './write-model.ts';

/** Characters, or items of a list; the web application's fields stop at the same. */
const longest = { name: 120, part: 120, short: 20, phone: 40, email: 254, url: 300, label: 60, note: 500, text: 4000 };
const most = { categories: 5, offers: 30, objects: 30, social: 10, languages: 20, labels: 20 };
const greatestAmount = 1_000_000;
const currencies = new Set(Intl.supportedValuesOf('currency'));

interface Checked {
  changes: FieldChanges;
  problems: Problem[];
}

/** Cleans what is given. `place` is where the listing lies so far, for hours that depend on it. */
export function checkInput(
  input: ListingInput,
  taxonomy: TaxonomyService,
  place: Partial<ListingFields> = {},
): Checked {
  const problems: Problem[] = [];
  const changes: FieldChanges = {};
  const check = checks((field, message, code = 'INVALID') => problems.push({ field: `input.${field}`, message, code }));
  if (input.name !== undefined) changes.name = check.line('name', input.name, longest.name);
  if (input.categories !== undefined) changes.categories = categories(input.categories);
  if (input.serviceKind !== undefined) changes.serviceKind = input.serviceKind;
  if (input.serviceRadiusMeters !== undefined) {
    changes.serviceRadiusMeters = check.number('serviceRadiusMeters', input.serviceRadiusMeters, 100, 500_000, true);
  }
  if (input.location !== undefined || (input.locationApproximate ?? null) !== null) {
    changes.location = location(input.location === undefined ? place.location : input.location);
  }
  if (input.address !== undefined) changes.address = address(input.address);
  if (input.offers !== undefined) {
    const offers = check.list('offers', input.offers, most.offers);
    changes.offers = offers.map((offer, index) => offerOf(offer, `offers.${index}`));
  }
  if (input.timezone !== undefined || changes.location) changes.timezone = timezone();
  if (input.openingHours !== undefined) changes.openingHours = openingHours(input.openingHours);
  if (input.byAppointment !== undefined) changes.byAppointment = input.byAppointment;
  if (input.phone !== undefined) changes.phone = phone(input.phone);
  if (input.email !== undefined) changes.email = email(input.email);
  if (input.website !== undefined) changes.website = check.url('website', input.website);
  if (input.social !== undefined) changes.social = social(input.social);
  if (input.languages !== undefined) changes.languages = spoken(input.languages);
  if (input.wheelchair !== undefined) changes.wheelchair = input.wheelchair === 'UNKNOWN' ? null : input.wheelchair;
  if (input.accessNotes !== undefined) {
    changes.accessNotes = check.texts('accessNotes', input.accessNotes, longest.note);
  }
  if (input.labels !== undefined) {
    const labels = check.list('labels', input.labels, most.labels);
    const lines = labels.map((label, index) => check.line(`labels.${index}`, label, longest.label));
    changes.labels = [...new Set(lines.filter((label) => label !== null))];
  }
  if (input.payment !== undefined) changes.payment = [...new Set(input.payment ?? [])];
  if (input.description !== undefined) {
    changes.description = check.texts('description', input.description, longest.text);
  }
  return { changes, problems };

  function categories(given: ListingInput['categories']): string[] {
    const slugs = [...new Set(check.list('categories', given, most.categories))];
    slugs.forEach((slug, index) => {
      if (!taxonomy.categoryBySlug.has(slug)) check.unknown(`categories.${index}`, slug);
    });
    return slugs;
  }

  function location(given: ListingInput['location']): ListingFields['location'] | null {
    if (!given) return null;
    const { lon, lat } = given;
    if (!(Math.abs(lon) <= 180)) return check.bad('location.lon', 'A longitude lies between -180 and 180.');
    if (!(Math.abs(lat) <= 90)) return check.bad('location.lat', 'A latitude lies between -90 and 90.');
    // Seven decimals are a centimetre.
    const rounded = { lon: Number(lon.toFixed(7)), lat: Number(lat.toFixed(7)) };
    const approximate = input.locationApproximate ?? (input.location ? false : place.location?.approximate);
    return approximate ? { ...rounded, approximate } : rounded;
  }

  function address(given: AddressInput | null): AddressFields {
    const parts = { street: longest.part, houseNumber: longest.short, postcode: longest.short, city: longest.part };
    const cleaned = Object.entries(parts).flatMap(([part, most]) => {
      const line = check.line(`address.${part}`, given?.[part as keyof typeof parts], most);
      return line === null ? [] : [[part, line] as const];
    });
    const country = given?.country ? given.country.trim().toUpperCase() : undefined;
    if (country !== undefined && !/^[A-Z]{2}$/.test(country)) {
      check.bad('address.country', 'Two letters, such as IT (ISO 3166-1).');
    }
    return { ...Object.fromEntries(cleaned), ...(country ? { country } : {}) };
  }

  function offerOf(offer: OfferInput, path: string): OfferFields {
    const objects = [...new Set(check.list(`${path}.objects`, offer.objects, most.objects))];
    objects.forEach((slug, index) => {
      if (!taxonomy.objectTypeBySlug.has(slug)) check.unknown(`${path}.objects.${index}`, slug);
    });
    const amount = (key: 'amountMin' | 'amountMax' | 'depositAmount') =>
      check.number(`${path}.${key}`, offer[key], 0, greatestAmount, false);
    const [amountMin, amountMax, depositAmount] = [amount('amountMin'), amount('amountMax'), amount('depositAmount')];
    if (amountMin !== null && amountMax !== null && amountMax < amountMin) {
      check.bad(`${path}.amountMax`, 'Not less than the least price.');
    }
    const hasAmount = (amountMin ?? amountMax ?? depositAmount) !== null;
    const currency = offer.currency ? offer.currency.trim().toUpperCase() : hasAmount ? 'EUR' : undefined;
    if (currency !== undefined && !currencies.has(currency)) {
      check.bad(`${path}.currency`, 'Three letters, such as EUR (ISO 4217).');
    }
    return withoutNull({
      action: offer.action,
      objects,
      priceKind: offer.priceKind ?? null,
      amountMin,
      amountMax,
      currency: currency ?? null,
      loanDays: check.number(`${path}.loanDays`, offer.loanDays, 1, 3650, true),
      maxItems: check.number(`${path}.maxItems`, offer.maxItems, 1, 10_000, true),
      depositAmount,
      atHome: offer.atHome || null,
      note: offer.note?.length ? check.texts(`${path}.note`, offer.note, longest.note) : null,
    });
  }

  function timezone(): string | null {
    if (input.timezone) {
      try {
        return new Intl.DateTimeFormat('en', { timeZone: input.timezone }).resolvedOptions().timeZone;
      } catch {
        return check.bad('timezone', 'A time zone such as Europe/Rome.', 'UNKNOWN');
      }
    }
    const where = changes.location ?? place.location;
    return where ? timezoneAt(where) : null;
  }

  function openingHours(given: string | null): string | null {
    const text = oneLine(given ?? '');
    if (!text) return null;
    const verdict = validateHours(text, changes.address?.country ?? place.address?.country);
    return verdict.valid ? text : check.bad('openingHours', verdict.reason);
  }

  function phone(given: string | null): string | null {
    const line = check.line('phone', given, longest.phone);
    if (line === null || (/^[+\d][\d ()./;,-]*$/.test(line) && /\d{3}/.test(line.replace(/\D/g, '')))) return line;
    return check.bad('phone', 'Digits, with + before the country, such as +39 011 5550100.');
  }

  function email(given: string | null): string | null {
    const line = check.line('email', given, longest.email);
    return line === null || isEmailAddress(line) ? line : check.bad('email', 'Not an e-mail address.');
  }

  function social(given: ListingInput['social']): Record<string, string> {
    const pages = check.list('social', given, most.social).map(({ network, url }, index) => {
      const name = network.trim().toLowerCase();
      if (!/^[a-z][a-z0-9]{1,29}$/.test(name)) check.bad(`social.${index}.network`, 'A name such as facebook.');
      return [name, check.url(`social.${index}.url`, url)] as const;
    });
    return Object.fromEntries(pages.filter((page): page is readonly [string, string] => page[1] !== null));
  }

  function spoken(given: ListingInput['languages']): string[] {
    const tags = check.list('languages', given, most.languages).map((tag, index) => {
      try {
        return Intl.getCanonicalLocales(tag)[0];
      } catch {
        check.bad(`languages.${index}`, 'A language such as it or sr-Latn (BCP 47).', 'UNKNOWN');
        return undefined;
      }
    });
    return [...new Set(tags.filter((tag) => tag !== undefined))];
  }
}

/** What must be there before a listing is kept at all, even as a draft. */
export function missingFields(fields: FieldChanges): Problem[] {
  const problem = (field: string, message: string): Problem => ({ field: `input.${field}`, message, code: 'REQUIRED' });
  return [
    ...(fields.name ? [] : [problem('name', 'A name is needed.')]),
    ...(fields.categories?.length ? [] : [problem('categories', 'A category is needed.')]),
    ...(fields.location ? [] : [problem('location', 'A position is needed.')]),
  ];
}

type Report = (field: string, message: string, code?: Problem['code']) => void;

function checks(report: Report) {
  const bad = (field: string, message: string, code?: Problem['code']): null => {
    report(field, message, code);
    return null;
  };
  const cleaned = (field: string, text: string, most: number, clean: (text: string) => string): string | null => {
    if (text.length > most) return bad(field, `At most ${most} characters; this has ${text.length}.`, 'TOO_LONG');
    return clean(text) || null;
  };
  return {
    bad,
    unknown: (field: string, slug: string) => bad(field, `There is no "${oneLine(slug).slice(0, 60)}".`, 'UNKNOWN'),
    line: (field: string, text: string | null | undefined, most: number) => cleaned(field, text ?? '', most, oneLine),
    list<Item>(field: string, items: readonly Item[] | null | undefined, most: number): readonly Item[] {
      if ((items?.length ?? 0) <= most) return items ?? [];
      bad(field, `At most ${most}.`, 'TOO_MANY');
      return [];
    },
    number(field: string, value: number | null | undefined, least: number, greatest: number, whole: boolean) {
      if (value === null || value === undefined) return null;
      const fits = value >= least && value <= greatest && (!whole || Number.isInteger(value));
      return fits ? Math.round(value * 100) / 100 : bad(field, `A number from ${least} to ${greatest}.`);
    },
    texts(field: string, given: TextInput | null | undefined, most: number): LocalText {
      const texts = (given ?? []).map(({ language, text }, index) => {
        return [language, cleaned(`${field}.${index}.text`, text, most, severalLines)] as const;
      });
      return Object.fromEntries(texts.filter(([, text]) => text !== null));
    },
    url(field: string, given: string | null | undefined): string | null {
      const text = cleaned(field, given ?? '', longest.url, oneLine);
      if (text === null) return null;
      const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
      const isWeb = url && /^https?:$/.test(url.protocol) && /^[^.]+(\.[^.]+)+$/.test(url.hostname);
      if (isWeb && !url.username && !url.password && url.href.length <= longest.url) return url.href;
      return bad(field, 'An address such as https://example.org.');
    },
  };
}

function withoutNull<Value extends object>(value: Value): { [Key in keyof Value]: NonNullable<Value[Key]> } {
  // Keys that were null are gone: the rest is what the type says.
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null)) as ReturnType<
    typeof withoutNull<Value>
  >;
}
