import { createServer } from 'node:net';
import sql from 'sql-template-tag';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openJobs } from '../../api/platform/jobs.ts';
import { createLog } from '../../api/platform/log.ts';
import { type Letter, mailQueue, openMailer } from '../../api/platform/mail.ts';
import { testDatabase } from '../support/database.ts';

const database = await testDatabase();
const secret = 'synthetic-secret-of-the-tests-000000';
const letter: Letter = { language: 'en', subject: 'Synthetic', paragraphs: ['A secret link.'], notes: [] };
const atOnce = { limit: 3, delaySeconds: 0, delayMaxSeconds: 1 };

/** A mail server that refuses the first `failures` letters; `received` are the others, whole. */
async function mailServer(failures: number) {
  const received: string[] = [];
  let refused = 0;
  const server = createServer((socket) => {
    let data: string | undefined;
    let rest = '';
    socket.write('220 synthetic\r\n');
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      rest += chunk;
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (data !== undefined && line !== '.') {
          data += `${line}\n`;
        } else if (data !== undefined) {
          received.push(data);
          data = undefined;
          socket.write('250 kept\r\n');
        } else if (/^DATA/i.test(line) && refused < failures) {
          refused += 1;
          socket.write('451 try later\r\n');
        } else if (/^DATA/i.test(line)) {
          data = '';
          socket.write('354 go on\r\n');
        } else if (/^QUIT/i.test(line)) {
          socket.end('221 bye\r\n');
        } else {
          socket.write('250 synthetic\r\n');
        }
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return { received, refused: () => refused, url: `smtp://127.0.0.1:${port}` };
}

async function open(smtpUrl: string) {
  const jobs = await openJobs(database, createLog('silent'));
  onTestFinished(() => jobs.close());
  const config = { smtpUrl, mailFrom: 'ricircolo@synthetic.example', dataDir: '' };
  return { jobs, mailer: await openMailer(config, secret, jobs, createLog('silent'), atOnce) };
}

it('a server that fails is asked again, and what it refused arrives once', async () => {
  const server = await mailServer(2);
  const { mailer } = await open(server.url);
  await mailer.send('anna@synthetic.example', letter);
  await vi.waitFor(() => expect(server.received).toHaveLength(1), { timeout: 25_000 });
  expect(server.refused()).toBe(2);
  expect(server.received[0]).toMatch(/^To: anna@synthetic\.example$/m);
  expect(server.received[0]).toContain('multipart/alternative');
});

it('what failed to the end is kept, sealed, until an operator has it tried again', async () => {
  const server = await mailServer(4);
  const { jobs, mailer } = await open(server.url);
  await mailer.send('bruno@synthetic.example', letter);
  const failed = () =>
    database.query<{ data: string }>(
      sql`select data::text as data from pgboss.job where name = ${`${mailQueue}-failed`}`,
    );
  await vi.waitFor(async () => expect(await failed()).toHaveLength(1), { timeout: 25_000 });
  expect((await failed())[0]?.data).not.toMatch(/bruno|secret/);
  expect(server.received).toEqual([]);
  expect(await jobs.retryFailed(mailQueue)).toBe(1);
  await vi.waitFor(() => expect(server.received).toHaveLength(1), { timeout: 25_000 });
}, 60_000);

it('what is sent within a transaction is sent only if that is committed', async () => {
  const server = await mailServer(0);
  const { mailer } = await open(server.url);
  const undone = database.transaction(async (transaction) => {
    await mailer.send('carla@synthetic.example', letter, transaction);
    throw new Error('taken back');
  });
  await expect(undone).rejects.toThrow('taken back');
  await database.transaction((transaction) => mailer.send('dora@synthetic.example', letter, transaction));
  await vi.waitFor(() => expect(server.received).toHaveLength(1), { timeout: 25_000 });
  expect(server.received[0]).toContain('dora@');
});
