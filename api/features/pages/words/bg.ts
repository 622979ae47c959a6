import type { Words } from '../words.ts';
import { counted } from './plural.ts';

const places = counted('bg', { one: 'място', other: 'места' });
/** „Във“ before a name that begins with the same sound. */
const inside = (town: string) => `${/^[вфvf]/i.test(town) ? 'във' : 'в'} ${town}`;

export const bg: Words = {
  siteTitle: 'Ricircolo: поправи, вземи назаем, подари и използвай отново наблизо',
  siteDescription:
    'Отворена карта на места, където можеш да поправиш, вземеш назаем, споделиш, подариш, купиш втора употреба, напълниш и рециклираш, с работно време и източници.',
  openMap: 'Отвори картата',
  showOnMap: 'Покажи на картата',
  searchLabel: 'Какво търсиш?',
  search: 'Търси',
  languages: 'Езици',
  openData: 'Отворени данни и API',
  youAreHere: 'Намираш се тук',
  towns: 'Градове',
  neighbours: 'Градове наблизо',
  kinds: 'Видове места',
  nearby: 'Наблизо',
  address: 'Адрес',
  hours: 'Работно време',
  offers: 'Какво можеш да направиш тук',
  usually: 'каквото такива места обикновено предлагат',
  contact: 'Връзка',
  phone: 'Телефон',
  email: 'Имейл',
  website: 'Сайт',
  access: 'Достъп',
  speaks: 'Говорими езици',
  sources: 'Откъде са данните',
  noLicence: 'лицензът не е посочен',
  neverChecked: 'Никога не е проверявано на място',
  temporarilyClosed: 'Временно затворено',
  byAppointment: 'С уговорка',
  hoursUnknown: 'Работното време не е известно',
  alwaysOpen: 'Винаги отворено',
  approximate: 'Местоположението не е точно',
  state: { CLOSED: 'затворено', UNKNOWN: 'попитай преди това' },
  price: {
    FREE: 'безплатно',
    DONATION: 'колкото прецениш',
    PAID: 'платено',
    DEPOSIT: 'с депозит',
    MEMBERSHIP: 'за членове',
  },
  wheelchair: {
    YES: 'Без стъпала',
    LIMITED: 'Отчасти без стъпала',
    NO: 'Със стъпала',
    DESIGNATED: 'Пригодено за инвалидни колички',
  },
  notFoundTitle: 'Тук няма страница',
  notFoundText: 'Адресът може да е сгрешен или стар. Потърси или започни от картата.',
  goneTitle: 'Това място вече го няма',
  goneText: 'Затворено е завинаги или е махнато от картата. Други могат да помогнат: потърси или започни от картата.',
  places,
  nearestOf: (shown, count) => `Най-близките ${shown} от общо ${places(count)}`,
  checkedOn: (date) => `Проверено на място на ${date}`,
  readOn: (date) => `прочетено на ${date}`,
  inTown: (kind, town) => `${kind} ${inside(town)}`,
  townTitle: (town) => `Поправи, вземи назаем и използвай отново ${inside(town)}`,
  townText: (count, town) =>
    `${places(count)} ${inside(town)} и наоколо, където можеш да поправиш, вземеш назаем, споделиш, подариш, купиш втора употреба, напълниш и рециклираш, с адреси и работно време.`,
  kindText: (count, kind, town) => `${kind} ${inside(town)}: ${places(count)} с адрес, работно време и източници.`,
  pictureOf: (name) => `Карта с ${name}`,
};
