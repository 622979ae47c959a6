import { kebab } from '../../platform/text.ts';

/** Characters, without the number; cut between words. */
const longest = 80;

/**
 * What a listing's slug starts from: name and town in ASCII kebab case, "repair-cafe-lahti". A place without a name
 * goes by its category and street. The store numbers what is taken ("repair-cafe-lahti-2"); so that such a number never
 * meets another base, a base does not end with one. Slugs are given once and stay when the name changes.
 */
export function slugBase(place: { name?: string; category: string; street?: string; city?: string }): string {
  const name = place.name && kebab(place.name);
  const city = place.city ? kebab(place.city) : '';
  const words = name ? [name] : [place.category, kebab(place.street ?? '')];
  if (city && !`-${words.join('-')}-`.includes(`-${city}-`)) words.push(city);
  const whole = words.filter(Boolean).join('-');
  const base =
    whole.length > longest
      ? whole
          .slice(0, longest + 1)
          .replace(/-[^-]*$/, '')
          .slice(0, longest)
      : whole;
  return /(^|-)\d+$/.test(base) ? `${base}-${place.category}` : base;
}
