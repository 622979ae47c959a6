/** What every door needs, made once at start; the one place that knows which features keep something of people. */
import type { Services } from './context.ts';
import { openAccounts } from './features/accounts/service.ts';
import { openFreshnessLinks } from './features/freshness/service.ts';
import { listingData } from './features/listings/service.ts';
import { openAppealLinks } from './features/moderation/appeal-links.ts';
import { organizationData } from './features/organizations/service.ts';
import { type PhotoShelf, photoData } from './features/photos/service.ts';
import { openTaxonomy } from './features/taxonomy/service.ts';
import type { Config } from './platform/config.ts';
import type { Database } from './platform/database.ts';
import type { Log } from './platform/log.ts';
import type { Mailer } from './platform/mail.ts';

export interface Foundations {
  database: Database;
  config: Config;
  /** Signs cookies and links. */
  secret: string;
  mailer: Mailer;
  photos: PhotoShelf;
  log: Log;
  now: () => Date;
}

export async function openServices({
  database,
  config,
  secret,
  mailer,
  photos,
  log,
  now,
}: Foundations): Promise<Services> {
  const personalData = [organizationData, listingData, photoData];
  const accounts = openAccounts({ database, config, secret, mailer, log, personalData });
  return {
    database,
    taxonomy: await openTaxonomy(database),
    accounts,
    mailer,
    photos,
    freshnessLinks: openFreshnessLinks(secret),
    appealLinks: openAppealLinks(secret),
    baseUrl: config.baseUrl,
    log,
    now,
  };
}
