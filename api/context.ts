import type { IncomingHttpHeaders } from 'node:http';
import type { Viewer } from './features/accounts/model.ts';
import type { AccountsService } from './features/accounts/service.ts';
import type { FreshnessLinks } from './features/freshness/service.ts';
import type { AppealLinks } from './features/moderation/appeal-links.ts';
import type { OrganizationRole } from './features/organizations/model.ts';
import { loadMemberships } from './features/organizations/service.ts';
import type { PhotoShelf } from './features/photos/service.ts';
import { type Language, preferredLanguage } from './features/taxonomy/model.ts';
import type { TaxonomyService } from './features/taxonomy/service.ts';
import type { Database } from './platform/database.ts';
import type { Log } from './platform/log.ts';
import type { Mailer } from './platform/mail.ts';
import type { Spend } from './platform/rate-limit.ts';

/** What every door of the application needs; made once at start. */
export interface Services {
  database: Database;
  taxonomy: TaxonomyService;
  accounts: AccountsService;
  mailer: Mailer;
  photos: PhotoShelf;
  freshnessLinks: FreshnessLinks;
  appealLinks: AppealLinks;
  /** Where people reach this instance, without a slash at the end: for links in mail. */
  baseUrl: string;
  log: Log;
  /** The clock, so that tests can set it. */
  now: () => Date;
}

/** What a resolver sees: the services, and who asks. */
export interface Context extends Omit<Services, 'now'> {
  /** Who asks; undefined: a visitor. */
  viewer: Viewer | undefined;
  /** Their roles, by organisation; read once a request, when first asked for. */
  memberships: () => Promise<ReadonlyMap<number, OrganizationRole>>;
  /** One instant for the whole request: what "open now" means in it. */
  now: Date;
  /** Counts one thing told by the caller. Throws RateLimited where its address told too much within the hour. */
  spendTelling: () => void;
  /** Language of labels where a field's argument names none: the request's Accept-Language, else English. */
  language: Language;
}

/** What is known of a request. */
interface Asker {
  /** The client's network address. */
  address: string;
  headers: IncomingHttpHeaders;
}

export async function createContext(services: Services, spend: Spend, { address, headers }: Asker): Promise<Context> {
  const viewer = await services.accounts.viewerOf(headers);
  const now = services.now();
  let memberships: ReturnType<Context['memberships']> | undefined;
  return {
    ...services,
    viewer,
    memberships() {
      memberships ??= loadMemberships(services.database, viewer);
      return memberships;
    },
    now,
    spendTelling: () => spend(address, now),
    language: preferredLanguage(headers['accept-language']) ?? 'en',
  };
}
