/** `ricircolo mail retry` and `ricircolo mail preview`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accountLetter, letterKinds } from './features/accounts/letters.ts';
import { freshnessLetter } from './features/freshness/letters.ts';
import { listingLetter, listingLetterKinds } from './features/listings/letters.ts';
import { moderationLetter, moderationLetterKinds } from './features/moderation/letters.ts';
import { invitationLetter } from './features/organizations/letters.ts';
import { languages } from './features/taxonomy/model.ts';
import type { Config } from './platform/config.ts';
import type { Database } from './platform/database.ts';
import { OperatorError } from './platform/errors.ts';
import { openJobs } from './platform/jobs.ts';
import type { Log } from './platform/log.ts';
import { composeMail, mailQueue } from './platform/mail.ts';

interface MailCommandDependencies {
  config: Config;
  log: Log;
  /** Runs with the migrated database open. */
  withDatabase: (work: (database: Database) => Promise<void>) => Promise<void>;
  /** Writes a line for the operator. */
  print: (line: string) => void;
}

export async function mailCommand(dependencies: MailCommandDependencies, [action]: string[]): Promise<void> {
  if (action === 'retry') return dependencies.withDatabase((database) => retry(database, dependencies));
  if (action === 'preview') return preview(dependencies);
  throw new OperatorError('Usage: npm run cli -- mail retry | mail preview');
}

async function retry(database: Database, { log, print }: MailCommandDependencies): Promise<void> {
  const jobs = await openJobs(database, log);
  try {
    const count = await jobs.retryFailed(mailQueue);
    print(`${count} letters wait to be sent; the running server sends them.`);
  } finally {
    await jobs.close();
  }
}

/** Writes every letter in every language as a page, to be looked at in a browser. */
async function preview({ config, print }: MailCommandDependencies): Promise<void> {
  const folder = join(config.dataDir, 'mail-preview');
  await mkdir(folder, { recursive: true });
  const url = `${config.baseUrl}/synthetic`;
  for (const language of languages) {
    const invitation = { organization: 'Officina sintetica', inviter: 'Olga', role: 'OWNER' as const, url };
    const place = 'Ciclofficina sintetica';
    const decision = {
      place,
      reason: 'A synthetic reason.',
      action: { kind: 'appeal', url },
      ground: 'RULES',
    } as const;
    const urls = { STILL_TRUE: url, CHANGED: url, CLOSED: url };
    const letters = [
      ...letterKinds.map((kind) => [kind, accountLetter(kind, language, url)] as const),
      ['invitation', invitationLetter(language, invitation)] as const,
      ['freshness', freshnessLetter(language, { name: place, urls })] as const,
      ...listingLetterKinds.map((kind) => [kind, listingLetter(kind, language, { place, url })] as const),
      ...moderationLetterKinds.map((kind) => [kind, moderationLetter(kind, language, decision)] as const),
    ];
    for (const [name, letter] of letters) {
      const { html } = composeMail('somebody@synthetic.example', letter);
      await writeFile(join(folder, `${name}-${language}.html`), html);
    }
  }
  print(`Letters in ${languages.length} languages are in ${folder}.`);
}
