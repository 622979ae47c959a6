import type { Html } from '../../platform/html.ts';
import type { Listing, SourceRecord } from '../listings/model.ts';
import type { Photo } from '../photos/model.ts';
import type { Town } from '../regions/model.ts';
import type { Language } from '../taxonomy/model.ts';

/** In which language somebody reads. */
export interface Reader {
  language: Language;
  /** True where the address says so: links then keep it. */
  explicit: boolean;
}

/** A page before it has a shell around it. */
export interface Page {
  /** Path without a query: what the page is called, whatever language it is read in. */
  path: string;
  title: string;
  description: string;
  body: Html;
  /** Data for search engines, in schema.org's terms. */
  data?: object;
  /** What a link to the page shows elsewhere. */
  picture?: { path: string; alt: string; width: number; height: number; mediaType: string };
  /** True where search engines should pass it by. */
  unlisted?: boolean;
  /** What the map asks for when it takes over at this path. */
  search?: { near: SearchedCircle; categories: string[] };
}

/** A circle around a town, and the town's name. */
interface SearchedCircle {
  lon: number;
  lat: number;
  radiusMeters: number;
  name: string;
}

/** How a page of the application's own begins. */
export interface PlainWords {
  title: string;
  lead: string;
}

/** A page of the application's own. */
export interface PlainPage {
  words: (language: Language) => Promise<PlainWords>;
  /** True where search engines should pass it by: what it shows depends on who asks. */
  unlisted: boolean;
}

/** The application's own pages by path, in which `:name` stands for any segment. */
export type PlainPages = Record<string, PlainPage>;

/** What a source said, with its name for people. */
export interface NamedSource extends SourceRecord {
  name: string;
}

/** All that the page of a place tells. */
export interface PlaceDossier {
  listing: Listing;
  sources: NamedSource[];
  photos: Photo[];
  organization: { name: string; website: string | null } | null;
  /** The town it belongs to, as far as points tell. */
  town: Town | null;
  /** The nearest others. */
  nearby: Listing[];
}

/** All that the page of a town, or of a kind of place in it, tells. */
export interface TownDossier {
  town: Town;
  radiusMeters: number;
  /** Slug of a category or group; undefined: every kind. */
  kind: string | undefined;
  count: number;
  /** The nearest to the town's middle first. */
  listings: { listing: Listing; distanceMeters: number | null }[];
  /** Every kind there is in the circle, most places first. */
  kinds: { slug: string; count: number }[];
  neighbours: Town[];
}

/** Metres around a town's middle that count as the town; the map's own search means the same. */
export function townRadius({ population }: { population: number }): number {
  return population > 500_000 ? 10_000 : population > 50_000 ? 5000 : 2000;
}
