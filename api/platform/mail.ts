/** Mail: composed here, kept as a sealed job, sent through SMTP_URL or, unset, written to DATA_DIR/mail. */
import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Config } from './config.ts';
import type { Queryable } from './database.ts';
import { escapeHtml } from './html.ts';
import type { Jobs, Retries } from './jobs.ts';
import type { Log } from './log.ts';
import { createSeal } from './seal.ts';

/** What a person is to read, in plain words; how it looks is decided here. */
export interface Letter {
  /** BCP 47. */
  language: string;
  subject: string;
  paragraphs: readonly string[];
  /** The one thing to do, as a button. */
  action?: { label: string; url: string };
  /** What can be done instead, as links below it. */
  otherActions?: readonly { label: string; url: string }[];
  /** In smaller type below: what to do if this was not expected, until when it holds. */
  notes: readonly string[];
}

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
}

export interface Mailer {
  /** Resolves once the letter is kept; it is sent soon after, again and again where the server fails. */
  send(to: string, letter: Letter, transaction?: Queryable): Promise<void>;
}

export const mailQueue = 'mail';
/** Thirteen tries in about two days. */
const patience: Retries = { limit: 12, delaySeconds: 30, delayMaxSeconds: 6 * 3600 };

/** One mailbox and nothing else: no name, list, comment or line break that could become a header. */
const mailbox = /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u;

export async function openMailer(
  config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'dataDir'>,
  secret: string,
  jobs: Jobs,
  log: Log,
  retries: Retries = patience,
): Promise<Mailer> {
  const seal = createSeal(secret, 'mail'); // letters hold links that sign in: the table of jobs must not tell them
  const deliver = config.smtpUrl ? throughServer(config.smtpUrl, config) : intoFolder(config, log);
  const queue = await jobs.queue<{ sealed: string }>(mailQueue, retries, async ({ sealed }) =>
    deliver(JSON.parse(seal.open(sealed))),
  );
  return {
    async send(to, letter, transaction) {
      await queue.add({ sealed: seal.close(JSON.stringify(composeMail(to, letter))) }, transaction);
    },
  };
}

/** Throws where `to` is not one mailbox. */
export function composeMail(to: string, letter: Letter): Mail {
  if (!mailbox.test(to)) throw new Error('not a mailbox');
  const { language, paragraphs, action, otherActions = [], notes } = letter;
  const actions = [...(action ? [action] : []), ...otherActions];
  const subject = letter.subject.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, 200);
  const text = [...paragraphs, ...actions.map(({ label, url }) => `${label}:\n${url}`), ...notes, 'Ricircolo'].join(
    '\n\n',
  );
  const p = (words: string, style = 'margin:0 0 16px') => `<p style="${style}">${escapeHtml(words)}</p>`;
  const button = action
    ? `<p style="margin:24px 0"><a href="${escapeHtml(action.url)}" style="background:#0b6b4f;color:#fff;padding:14px 22px;border-radius:8px;text-decoration:none;display:inline-block">${escapeHtml(action.label)}</a></p>
<p style="margin:0 0 16px;font-size:14px;word-break:break-all">${escapeHtml(action.url)}</p>`
    : '';
  const small = 'margin:0 0 12px;font-size:14px;color:#4a4f4c';
  const html = `<!doctype html>
<html lang="${escapeHtml(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(subject)}</title></head>
<body style="margin:0;background:#f4f3ee"><div style="max-width:560px;margin:0 auto;padding:32px 24px;background:#fff;font:16px/1.5 sans-serif;color:#1c211f">
${paragraphs.map((words) => p(words)).join('\n')}
${button}
${otherActions.map(({ label, url }) => `<p style="margin:0 0 16px"><a href="${escapeHtml(url)}">${escapeHtml(label)}</a></p>`).join('\n')}
${notes.map((words) => p(words, small)).join('\n')}
${p('Ricircolo', small)}
</div></body></html>
`;
  return { to, subject, text: `${text}\n`, html };
}

type Deliver = (mail: Mail) => Promise<void>;

function message({ to, subject, text, html }: Mail, { mailFrom }: Pick<Config, 'mailFrom'>) {
  return {
    from: { name: 'Ricircolo', address: mailFrom },
    to: { name: '', address: to },
    subject,
    text,
    html,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function throughServer(smtpUrl: string, config: Pick<Config, 'mailFrom'>): Deliver {
  const transport = createTransport(smtpUrl, { connectionTimeout: 20_000, socketTimeout: 60_000 } as object);
  return async (mail) => {
    await transport.sendMail(message(mail, config));
  };
}

function intoFolder({ dataDir, mailFrom }: Pick<Config, 'dataDir' | 'mailFrom'>, log: Log): Deliver {
  const folder = join(dataDir, 'mail');
  const transport = createTransport({ streamTransport: true, buffer: true });
  return async (mail) => {
    const { message: bytes } = await transport.sendMail(message(mail, { mailFrom }));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, `${new Date().toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}.eml`);
    await writeFile(`${file}.part`, bytes as Buffer, { mode: 0o600 }); // buffer: true above
    await rename(`${file}.part`, file); // whoever watches the folder sees whole letters
    log.info({ file }, 'a mail was written: SMTP_URL is not set');
  };
}
