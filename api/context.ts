import type { Language } from './features/taxonomy/model.ts';
import { languages } from './features/taxonomy/model.ts';
import type { TaxonomyService } from './features/taxonomy/service.ts';
import type { Database } from './platform/database.ts';
import type { Log } from './platform/log.ts';

/** What every door of the application needs; made once at start. */
export interface Services {
  database: Database;
  taxonomy: TaxonomyService;
  log: Log;
  /** The clock, so that tests can set it. */
  now: () => Date;
}

/** What a resolver sees: the services, and who asks. */
export interface Context extends Omit<Services, 'now'> {
  /** One instant for the whole request: what "open now" means in it. */
  now: Date;
  /** Language of labels where a field's argument names none: the request's Accept-Language, else English. */
  language: Language;
}

export function createContext(services: Services, acceptLanguage: string | undefined): Context {
  return { ...services, now: services.now(), language: preferredLanguage(acceptLanguage) };
}

/** The first of our languages in an Accept-Language header, by its weights; English where there is none. */
function preferredLanguage(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of wanted) {
    const known = languages.find((ours) => ours === language);
    if (known) return known;
  }
  return 'en';
}
