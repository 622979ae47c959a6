/** What the pages say, beside the words of the field: one file a language. */
import type { OpenState } from '../hours/model.ts';
import type { WheelchairAccess } from '../listings/model.ts';
import type { Language, PriceKind } from '../taxonomy/model.ts';
import { bg } from './words/bg.ts';
import { cs } from './words/cs.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { fi } from './words/fi.ts';
import { fr } from './words/fr.ts';
import { it } from './words/it.ts';
import { nl } from './words/nl.ts';

export interface Words {
  siteTitle: string;
  siteDescription: string;
  openMap: string;
  showOnMap: string;
  searchLabel: string;
  search: string;
  languages: string;
  openData: string;
  youAreHere: string;
  towns: string;
  neighbours: string;
  kinds: string;
  nearby: string;
  address: string;
  hours: string;
  offers: string;
  usually: string;
  contact: string;
  phone: string;
  email: string;
  website: string;
  access: string;
  speaks: string;
  sources: string;
  noLicence: string;
  neverChecked: string;
  temporarilyClosed: string;
  byAppointment: string;
  hoursUnknown: string;
  alwaysOpen: string;
  approximate: string;
  state: Record<Exclude<OpenState, 'OPEN'>, string>;
  price: Record<PriceKind, string>;
  wheelchair: Record<Exclude<WheelchairAccess, 'UNKNOWN'>, string>;
  notFoundTitle: string;
  notFoundText: string;
  goneTitle: string;
  goneText: string;
  /** "312 places". */
  places(count: number): string;
  /** "Nearest 60 of 312 places". */
  nearestOf(shown: number, count: number): string;
  checkedOn(date: string): string;
  readOn(date: string): string;
  /** A kind of place in a town: a title. */
  inTown(kind: string, town: string): string;
  /** Everything in a town: a title. */
  townTitle(town: string): string;
  townText(count: number, town: string): string;
  kindText(count: number, kind: string, town: string): string;
  /** What the picture of a place shows, for those who do not see it. */
  pictureOf(name: string): string;
}

export const words: Record<Language, Words> = { it, en, fr, es, nl, fi, cs, bg };
