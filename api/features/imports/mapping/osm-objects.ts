/** OpenStreetMap's words for things, as slugs of our object types. A word that is not listed stays unsaid. */
import type { Tags } from './osm-rules.ts';

const list = (text: string): Record<string, string[]> =>
  Object.fromEntries(
    text
      .trim()
      .split('\n')
      .map((line) => {
        const [word = '', slugs = ''] = line.trim().split(/: /);
        return [word, slugs.split(' ')];
      }),
  );

/** `recycling:<word>=yes` */
export const recycledObjects = list(`
  aluminium: metal-packaging
  bags: plastic-packaging
  batteries: battery
  belts: belt-or-wallet
  beverage_cartons: cardboard
  beverage_carton: cardboard
  bicycles: bicycle
  books: book
  cans: metal-packaging
  car_batteries: car-battery
  cardboard: cardboard
  carpet: carpet
  cartons: cardboard
  cds: cd-or-dvd
  chipboard: wood
  christmas_trees: green-waste
  clothes: clothes
  coffee_capsules: metal-packaging
  compost: food-waste green-waste
  computers: computers-and-phones
  cooking_oil: cooking-oil
  cork: cork
  dishes: dishes
  drugs: medicine
  electrical_appliances: small-appliances large-appliances
  electrical_items: small-appliances
  electronics: computers-and-phones image-and-sound
  engine_oil: motor-oil
  fluorescent_tubes: light-bulb
  foil: plastic-packaging
  food_waste: food-waste
  fridge_and_freezer: fridge freezer
  furniture: furniture
  garden_waste: green-waste
  gas_bottles: gas-bottle
  glass: glass-packaging
  glass_bottles: glass-packaging
  green_waste: green-waste
  hazardous_waste: hazardous-products
  interior_decoration: decoration
  kitchen_waste: food-waste
  light_bulbs: light-bulb
  low_energy_bulbs: light-bulb
  magazines: paper
  medicines: medicine
  metal: scrap-metal
  metal_packaging: metal-packaging
  mobile_phones: mobile-phone
  motor_oil: motor-oil
  newspaper: paper
  organic: organic-waste
  paint: paint
  paper: paper
  paper_packaging: cardboard
  pens: stationery
  plasterboard: plasterboard
  plastic: plastic-packaging
  plastic_bottles: plastic-packaging
  plastic_packaging: plastic-packaging
  PET: plastic-packaging
  pet: plastic-packaging
  polyester: textiles
  printer_cartridges: ink-cartridge
  printer_toner_cartridges: ink-cartridge
  rubble: rubble
  scrap_metal: scrap-metal
  sheet_metal: scrap-metal
  shoes: shoes
  small_appliances: small-appliances
  small_electrical_appliances: small-appliances
  styrofoam: plastic-packaging
  textiles: textiles
  tires: tyre
  toys: toys-and-games
  tyres: tyre
  tv_monitor: flat-screen
  white_goods: large-appliances
  wood: wood`);

/** `<word>:repair=yes` or `service:<word>:repair=yes` */
export const repairedObjects = list(`
  appliance: small-appliances large-appliances
  appliances: small-appliances large-appliances
  bag: bag
  bicycle: bicycle
  camera: compact-camera dslr-or-video-camera
  car: car
  clock: watch-or-clock
  clothes: clothes
  computer: desktop-computer laptop
  electronics: small-appliances computers-and-phones image-and-sound
  fabric: textiles
  fabrik: textiles
  furniture: furniture
  games_console: games-console
  glasses: glasses
  hifi: hi-fi-integrated hi-fi-separate
  household_appliances: small-appliances large-appliances
  jewellery: jewellery
  jewelry: jewellery
  laptop: laptop
  mobile_phone: mobile-phone
  motorcycle: motorcycle
  musical_instrument: musical-instruments
  phone: mobile-phone
  printer: printer
  sewing_machine: sewing-machine
  shoes: shoes
  small_electronics_device: small-appliances
  smartphone: mobile-phone
  tablet: tablet
  textile: textiles
  toys: toys-and-games
  tv: flat-screen
  vacuum_cleaner: vacuum-cleaner
  vehicle: vehicles
  watch: watch-or-clock
  watches: watch-or-clock
  white_goods: large-appliances`);

/** `shop=<word>`: what it deals in. Words of `clothes=`, `rental=` and the like meet here too. */
export const shopObjects = list(`
  appliance: small-appliances large-appliances
  baby_goods: baby-equipment
  bag: bag
  bicycle: bicycle
  bike: bicycle
  books: book
  boutique: clothes
  camera: compact-camera dslr-or-video-camera
  car: car
  carpet: carpet
  clothes: clothes
  comics: comic
  computer: desktop-computer laptop
  electronics: small-appliances image-and-sound
  fashion: clothes
  furniture: furniture
  games: board-game
  garden_machinery: garden-tool
  hifi: hi-fi-integrated hi-fi-separate
  home appliance: small-appliances large-appliances
  houseware: household-goods
  interior_decoration: decoration
  jewelry: jewellery
  mobile_phone: mobile-phone
  motorcycle: motorcycle
  music: cd-or-dvd vinyl-record
  musical_instrument: musical-instruments
  outdoor: sports-and-outdoor
  party: party-supplies
  shoes: shoes
  ski: ski
  sports: sports-and-outdoor
  tool: tools
  tools: tools
  toys: toys-and-games
  trade: building-materials
  tyres: tyre
  video_games: video-game games-console
  watches: watch-or-clock`);

/** The words that `recycling:*` accepts at a place. */
export function recycledWords(tags: Tags): string[] {
  return Object.keys(tags)
    .filter((key) => key.startsWith('recycling:') && (tags[key] === 'yes' || tags[key] === 'only'))
    .map((key) => key.slice('recycling:'.length));
}

const worn = new Set(['clothes', 'shoes', 'textiles', 'bags', 'belts', 'polyester']);
const rotting = new Set([
  'organic',
  'compost',
  'garden_waste',
  'green_waste',
  'food_waste',
  'kitchen_waste',
  'christmas_trees',
]);

/** The narrower category of a recycling point that takes one kind of thing only. */
export function recyclesOnly(tags: Tags): 'textile-container' | 'compost' | undefined {
  const words = recycledWords(tags);
  if (words.length === 0) return undefined;
  if (words.every((word) => worn.has(word))) return 'textile-container';
  return words.every((word) => rotting.has(word)) ? 'compost' : undefined;
}
