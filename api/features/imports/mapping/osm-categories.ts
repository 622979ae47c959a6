/**
 * Which OpenStreetMap tags make a place one of our categories. One table, from which follow what the drivers read, what
 * is asked of Overpass, and the expressions of the comparison with osmium.
 *
 * A rule holds when each of its tags does. Its first tag is the rarest: the one looked for. Keys may open with `*`
 * ("*:repair" ends in ":repair"); values are alternatives parted by `|`, and `*` is any value but "no".
 * The first rule that holds gives the main category, the others give further ones.
 */
export interface CategoryRule {
  category: string;
  tags: Readonly<Record<string, string>>;
}

const rule = (category: string, tags: CategoryRule['tags']): CategoryRule => ({ category, tags });

const electronics =
  'appliance|electronics|mobile_phone|computer|hifi|camera|video_games|electrical|vacuum_cleaner|telecommunication';
const worn = 'clothes|fashion|boutique|shoes|bag|fashion_accessories';

export const categoryRules: readonly CategoryRule[] = [
  rule('repair-cafe', { repair: 'assisted_self_service' }),
  rule('bicycle-workshop', { 'service:bicycle:diy': 'yes|only' }),
  rule('repair-cafe', { amenity: 'workshop', repair: '*' }),

  rule('tool-library', { amenity: 'tool_library' }),
  rule('toy-library', { amenity: 'toy_library' }),
  rule('bicycle-library', { amenity: 'bicycle_library' }),
  rule('give-box', { amenity: 'give_box|givebox' }),
  rule('food-sharing', { amenity: 'food_sharing' }),
  rule('free-shop', { amenity: 'freeshop' }),
  rule('free-shop', { shop: 'free' }),
  rule('free-shop', { second_hand: 'yes|only', fee: 'no' }),

  rule('reuse-centre', { second_hand: 'yes|only', amenity: 'recycling', recycling_type: 'centre' }),
  rule('flea-market', { second_hand: 'yes|only', amenity: 'marketplace' }),
  rule('charity-shop', { shop: 'charity' }),
  rule('second-hand-shop', { shop: 'second_hand' }),
  rule('second-hand-books', { second_hand: 'only', shop: 'books' }),
  rule('second-hand-clothes', { second_hand: 'only', shop: worn }),
  rule('second-hand-bicycles', { second_hand: 'only', shop: 'bicycle' }),
  rule('antiques', { shop: 'antiques' }),

  rule('bicycle-repair', { '*bicycle:repair': 'yes|only' }),
  rule('bicycle-repair', { shop: 'bicycle', repair: 'yes|only' }),
  rule('bicycle-repair-station', { amenity: 'bicycle_repair_station' }),
  rule('electronics-repair', { craft: 'electronics_repair' }),
  rule('electronics-repair', {
    shop: 'repair',
    repair: 'electronics|phone|phones|mobile_phone|computer|computers|appliances',
  }),
  rule('electronics-repair', { shop: 'repair', electronics: '*' }),
  rule('electronics-repair', { '*:repair': 'yes|only', shop: electronics }),
  rule('electronics-repair', { repair: 'yes|only', shop: electronics }),
  rule('shoe-repair', { craft: 'shoemaker' }),
  rule('shoe-repair', { shop: 'shoe_repair' }),
  rule('watch-repair', { craft: 'watchmaker|clockmaker' }),
  rule('watch-repair', { '*:repair': 'yes|only', shop: 'watches' }),
  rule('watch-repair', { repair: 'yes|only', shop: 'watches' }),
  rule('tailor', { craft: 'tailor|dressmaker' }),
  rule('tailor', { shop: 'tailor|sewing' }),
  rule('upholsterer', { craft: 'upholsterer' }),
  // A bicycle shop nearly always repairs; `classify` drops the rule where its service tags leave repair out.
  rule('bicycle-repair', { shop: 'bicycle' }),

  rule('second-hand-books', { second_hand: 'yes', shop: 'books' }),
  rule('second-hand-clothes', { second_hand: 'yes', shop: worn }),
  rule('second-hand-bicycles', { second_hand: 'yes', shop: 'bicycle' }),
  rule('second-hand-bicycles', { 'service:bicycle:second_hand': 'yes|only', shop: 'bicycle' }),

  rule('zero-waste-shop', { zero_waste: 'yes|only', shop: '*' }),
  rule('zero-waste-shop', { bulk_purchase: 'yes|only', shop: '*' }),
  rule('zero-waste-shop', { 'reusable_packaging:accept': 'yes|only', shop: '*' }),
  rule('zero-waste-shop', { 'reusable_packaging:offer': 'yes|only', shop: '*' }),

  rule('repair-shop', { shop: 'repair' }),
  rule('repair-shop', { '*:repair': 'yes|only', craft: '*' }),
  rule('repair-shop', { '*:repair': 'yes|only', shop: '*' }),
  rule('repair-shop', { repair: 'yes|only', craft: '*' }),
  rule('repair-shop', { repair: 'yes|only', shop: '*' }),
  rule('second-hand-shop', { second_hand: 'yes|only', shop: '*' }),

  rule('library', { amenity: 'library' }),
  rule('public-bookcase', { amenity: 'public_bookcase' }),
  rule('makerspace', { leisure: 'hackerspace' }),
  rule('rental-shop', { amenity: 'bicycle_rental', bicycle_rental: 'shop' }),
  rule('rental-shop', { amenity: 'bicycle_rental', shop: '*' }),
  rule('bicycle-sharing', { amenity: 'bicycle_rental' }),
  rule('car-sharing', { amenity: 'car_sharing' }),
  rule('rental-shop', { shop: 'rental' }),
  rule('rental-shop', { 'service:bicycle:rental': 'yes|only' }),

  rule('drinking-water', { amenity: 'drinking_water' }),
  rule('recycling-centre', { amenity: 'recycling', recycling_type: 'centre' }),
  // `classify` turns it into a textile container or compost where it takes nothing else.
  rule('recycling-point', { amenity: 'recycling' }),

  rule('community-space', { '*:repair': 'yes|only', amenity: 'community_centre' }),
  rule('community-space', { repair: '*', amenity: 'community_centre' }),
  rule('community-space', { second_hand: 'yes|only', amenity: 'community_centre' }),
  rule('community-garden', { 'garden:type': 'community', leisure: 'garden' }),
];

/** Categories that only a place's own name tells. `search`: a wider pattern in POSIX syntax, for Overpass. */
export const nameRules: readonly { category: string; pattern: RegExp; search: string }[] = [
  {
    category: 'bicycle-workshop',
    pattern: /(?<!\p{L})(ciclo|velo)fficin[ae](?!\p{L})/iu,
    search: '(ciclo|velo)fficin',
  },
  {
    category: 'repair-cafe',
    pattern: /(?<!\p{L})((repair|reparatur|réparation)[\s-]*caf[eé]|restart part(y|ies))s?(?!\p{L})/iu,
    search: '(repair|reparatur|réparation)[ -]*caf|restart part',
  },
  {
    category: 'library-of-things',
    pattern:
      /(?<!\p{L})(library of things|leihladen|objeteria|oggettoteca)(?!\p{L})|(?<!\p{L})leila(?!\p{L}).*(leih|library|dinge)/iu,
    search: 'library of things|leihladen|objeteria|oggettoteca|leila .*(leih|library|dinge)',
  },
];
