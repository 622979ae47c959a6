/** Offers that a place's tags say in so many words. What its category offers as a rule is not said here. */
import type { OfferFields } from '../../listings/model.ts';
import type { ActionCode } from '../../taxonomy/model.ts';
import { recycledObjects, recycledWords, repairedObjects, shopObjects } from './osm-objects.ts';
import { type Tags, valuesOf } from './osm-rules.ts';

const isYes = (value: string | undefined) => value === 'yes' || value === 'only';

/** What a place without further tags is there for: lets `fee` speak of it. */
const purpose: Partial<Record<string, ActionCode>> = {
  library: 'BORROW',
  'tool-library': 'BORROW',
  'toy-library': 'BORROW',
  'library-of-things': 'BORROW',
  'bicycle-library': 'BORROW',
  'public-bookcase': 'TAKE',
  'give-box': 'TAKE',
  'free-shop': 'TAKE',
  'food-sharing': 'TAKE',
  'repair-cafe': 'REPAIR_YOURSELF',
  'bicycle-workshop': 'REPAIR_YOURSELF',
  'bicycle-repair-station': 'REPAIR_YOURSELF',
  'bicycle-sharing': 'RENT',
  'car-sharing': 'RENT',
  'drinking-water': 'REFILL',
  'recycling-centre': 'RECYCLE',
  'recycling-point': 'RECYCLE',
  'textile-container': 'RECYCLE',
  compost: 'RECYCLE',
};

/** Undefined where no tag says anything of the kind. */
export function offersOf(tags: Tags, categories: readonly string[]): OfferFields[] | undefined {
  const objectsByAction = new Map<ActionCode, Set<string>>();
  const offer = (action: ActionCode, objects: readonly string[] = []) => {
    objectsByAction.set(action, new Set([...(objectsByAction.get(action) ?? []), ...objects]));
  };
  const dealsIn = valuesOf(tags, 'shop').flatMap((word) => shopObjects[word] ?? []);

  for (const key of Object.keys(tags)) {
    const word = /^(?:service:)?([^:]+):repair$/.exec(key)?.[1];
    if (word && word !== 'disused' && word !== 'abandoned' && word !== 'was' && isYes(tags[key])) {
      offer('REPAIR', repairedObjects[word]);
    }
  }
  if (isYes(tags.repair)) offer('REPAIR', dealsIn);
  if (tags.repair === 'assisted_self_service') offer('REPAIR_YOURSELF', dealsIn);
  if (isYes(tags['service:bicycle:diy'])) offer('REPAIR_YOURSELF', ['bicycle']);
  if (isYes(tags['service:bicycle:rental'])) offer('RENT', ['bicycle']);
  if (isYes(tags['service:bicycle:second_hand'])) offer('BUY_SECOND_HAND', ['bicycle']);
  if (valuesOf(tags, 'shop').includes('rental') && tags.rental) {
    offer(
      'RENT',
      valuesOf(tags, 'rental').flatMap((word) => shopObjects[word] ?? []),
    );
  }
  if (isYes(tags.second_hand)) offer(categories.includes('free-shop') ? 'TAKE' : 'BUY_SECOND_HAND', dealsIn);
  if (
    ['zero_waste', 'bulk_purchase', 'reusable_packaging:accept', 'reusable_packaging:offer'].some((key) =>
      isYes(tags[key]),
    )
  ) {
    offer('REFILL');
  }
  const recycled = recycledWords(tags).flatMap((word) => recycledObjects[word] ?? []);
  // A reuse centre's recycling tags name what it takes in order to sell it again.
  if (recycled.length > 0) offer(tags.second_hand && isYes(tags.second_hand) ? 'GIVE' : 'RECYCLE', recycled);

  const [main = ''] = categories;
  const first = purpose[main];
  if (objectsByAction.size === 0 && first && (tags.fee === 'no' || tags.fee === 'yes')) offer(first);
  if (objectsByAction.size === 0) return undefined;
  return [...objectsByAction].map(([action, objects]) => {
    const said: OfferFields = { action, objects: [...objects] };
    // A fee is paid for using the place; what is bought there second hand costs money all the same.
    if (tags.fee === 'no' && action !== 'BUY_SECOND_HAND') said.priceKind = 'FREE';
    if (tags.fee === 'yes') said.priceKind = 'PAID';
    return said;
  });
}
