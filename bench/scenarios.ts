/** What is asked of the servers, and what they answer in one shape. */
import type { LoadRequest } from './load.ts';

/** WGS 84 degrees, with the tile coordinates of Web Mercator in 2^30 parts of the world. */
export interface Position {
  lon: number;
  lat: number;
  worldX: number;
  worldY: number;
}

export const radiusMeters = 5000;
export const first = 20;
/** The fields of a listing that the nearest-20 query reads. */
export const fields = ['name', 'category', 'location', 'offers'];

const nearestQuery = `query Nearest($lon: Float!, $lat: Float!) {
  listings(near: { lon: $lon, lat: $lat, radiusMeters: ${radiusMeters} }, first: ${first}) {
    edges { distanceMeters node { name category { slug } location { lon lat } offers { action { code } } } }
  }
}`;

const postgraphileQuery = `query Nearest($lon: Float!, $lat: Float!) {
  nearest(lon: $lon, lat: $lat) { nodes { distanceMeters name category lon lat offers } }
}`;

const searchQuery = `query Search($lon: Float!, $lat: Float!, $text: String!, $categories: [String!]!, $openAt: DateTime!) {
  listings(
    near: { lon: $lon, lat: $lat, radiusMeters: 10000 }, first: ${first}
    where: { text: $text, categories: $categories, openAt: $openAt }
  ) {
    totalCount
    edges { distanceMeters node { name category { slug } location { lon lat } offers { action { code } } } }
    facets {
      categories { category { slug } count } actions { action { code } count }
      objects { objectType { slug } count } openStates { state count }
    }
  }
}`;
const searches = [
  { text: 'bicycle', categories: ['repair'] },
  { text: 'books', categories: ['share', 'second-hand'] },
  { text: 'clothes', categories: ['second-hand', 'repair'] },
  { text: 'shoes', categories: ['repair'] },
];

/** A Wednesday at eleven in Central Europe: what is open must not depend on when somebody measures. */
const openAt = wednesdayAfter(new Date());

function wednesdayAfter(now: Date): Date {
  const days = ((3 - now.getUTCDay() + 6) % 7) + 1;
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + days, 10));
}

function post(query: string, variables: object): LoadRequest {
  return {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  };
}

export const requestsTo = {
  application: ({ lon, lat }: Position) => post(nearestQuery, { lon, lat }),
  bare: ({ lon, lat }: Position): LoadRequest => ({ method: 'GET', path: `/nearest?lon=${lon}&lat=${lat}` }),
  postgraphile: ({ lon, lat }: Position) => post(postgraphileQuery, { lon, lat }),
  search: ({ lon, lat }: Position, number: number) =>
    post(searchQuery, { lon, lat, openAt, ...searches[number % searches.length] }),
};

/** The tile of a zoom that a position lies in, as a browser asks for it the first time. */
export function tileRequest(zoom: number): (position: Position) => LoadRequest {
  return ({ worldX, worldY }) => ({
    method: 'GET',
    path: `/tiles/listings/${zoom}/${worldX >> (30 - zoom)}/${worldY >> (30 - zoom)}.mvt`,
    headers: { 'accept-encoding': 'gzip' },
  });
}

interface Found {
  name: string;
  category: string;
  lon: number;
  lat: number;
  distanceMeters: number;
  actions: string[];
}

/** Each server's answer to the nearest-20 question, in one shape. They are our own: what they hold is known. */
// biome-ignore lint/suspicious/noExplicitAny: answers of three servers, checked by comparing them
export const foundIn: Record<'application' | 'bare' | 'postgraphile', (answer: any) => Found[]> = {
  application: ({ data }) =>
    // biome-ignore lint/suspicious/noExplicitAny: as above
    data.listings.edges.map(({ distanceMeters, node }: any) => ({
      distanceMeters,
      name: node.name,
      category: node.category.slug,
      ...node.location,
      // biome-ignore lint/suspicious/noExplicitAny: as above
      actions: node.offers.map((offer: any) => offer.action.code),
    })),
  // biome-ignore lint/suspicious/noExplicitAny: as above
  bare: (rows) => rows.map(({ categories, ...row }: any) => fromRow({ ...row, category: categories[0] })),
  postgraphile: ({ data }) => data.nearest.nodes.map(fromRow),
};

// biome-ignore lint/suspicious/noExplicitAny: as above
function fromRow({ distanceMeters, name, category, lon, lat, offers }: any): Found {
  // biome-ignore lint/suspicious/noExplicitAny: as above
  return { distanceMeters, name, category, lon, lat, actions: (offers ?? []).map((offer: any) => offer.action) };
}
