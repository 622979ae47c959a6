/** `ricircolo <command>`: thin commands over services. Run as `npm run cli -- <command>`. */
import './platform/production.ts';
import { join } from 'node:path';
import { userCommand } from './features/accounts/cli.ts';
import { type ImportCommandDependencies, importCommand, seedCommand } from './features/imports/cli.ts';
import { assignRegions } from './features/listings/service.ts';
import { duplicatesCommand } from './features/moderation/cli.ts';
import { gazetteerCommand, regionsCommand } from './features/regions/cli.ts';
import { tellCommand } from './features/tell/cli.ts';
import { mailCommand } from './mail-command.ts';
import { readConfig } from './platform/config.ts';
import { type Database, openDatabase } from './platform/database.ts';
import { OperatorError } from './platform/errors.ts';
import { type Jobs, openJobs } from './platform/jobs.ts';
import { createLog } from './platform/log.ts';
import { migrate } from './platform/migrate.ts';
import { prepare } from './prepare.ts';
import { roundsCommand } from './rounds.ts';
import { start } from './server.ts';

interface Command {
  usage: string;
  summary: string;
  run(args: string[]): Promise<void>;
}

const commands: Record<string, Command> = {
  start: {
    usage: 'start',
    summary: 'Prepares the database and serves everything.',
    run: () => start(readConfig(process.env)),
  },
  migrate: {
    usage: 'migrate',
    summary: 'Brings the database up to date.',
    run: () =>
      withDatabase(async (database) => {
        const applied = await migrate(database);
        console.log(applied.length === 0 ? 'Nothing to migrate.' : `Applied ${applied.join(', ')}.`);
      }),
  },
  import: {
    usage: 'import FORMAT FILE',
    summary: 'Imports places; `import --help` tells the formats and options.',
    run: (args) => importCommand(importDependencies(), args),
  },
  seed: {
    usage: 'seed make',
    summary: 'Makes prisma/seed anew from the extracts in SHARED_DATA.',
    run: (args) => seedCommand(importDependencies(), args),
  },
  regions: {
    usage: 'regions import FILE …',
    summary: 'Imports boundaries of regions.',
    run: (args) =>
      withDatabase(async (database) => {
        await prepare(database, { seed: 'none' }, () => new Date(), console.log);
        await regionsCommand({ database, print: console.log }, args);
        await assignRegions(database);
      }),
  },
  gazetteer: {
    usage: 'gazetteer import FILE …',
    summary: 'Imports streets and addresses for the search of places.',
    run: (args) =>
      withDatabase(async (database) => {
        await prepare(database, { seed: 'none' }, () => new Date(), console.log);
        await gazetteerCommand({ database, print: console.log }, args);
      }),
  },
  user: {
    usage: 'user grant|revoke|list …',
    summary: 'Makes people moderators or administrators; `user` alone tells how.',
    run: (args) =>
      withDatabase(async (database) => {
        await migrate(database);
        await userCommand({ database, now: () => new Date(), print: console.log }, args);
      }),
  },
  duplicates: {
    usage: 'duplicates find',
    summary: 'Asks moderators about every pair of listings that may be one place.',
    run: (args) =>
      withDatabase(async (database) => {
        await migrate(database);
        await duplicatesCommand({ database, now: () => new Date(), print: console.log }, args);
      }),
  },
  rounds: {
    usage: 'rounds run NAME',
    summary: 'Has the running server do now what it does by itself once a day; `rounds` alone names what.',
    run: (args) => roundsCommand(withJobs, args, console.log),
  },
  mail: {
    usage: 'mail retry|preview',
    summary: 'Sends what could not be sent in two days; shows every letter in every language.',
    run: (args) =>
      mailCommand({ config: readConfig(process.env), log: createLog('error'), withDatabase, print: console.log }, args),
  },
  reports: {
    usage: 'reports list',
    summary: 'Prints what people reported about places, the newest first, as JSON lines.',
    run: (args) => listTold('reports', args),
  },
  needs: {
    usage: 'needs list',
    summary: 'Prints what people looked for in vain, likewise.',
    run: (args) => listTold('needs', args),
  },
  bench: {
    usage: 'bench seed --listings N',
    summary: 'Adds synthetic listings around real towns, to measure with.',
    async run(args) {
      const { benchCommand } = await import('../bench/command.ts'); // nothing of it is needed to serve
      await benchCommand(readConfig(process.env), args, console.log);
    },
  },
};

function listTold(name: 'reports' | 'needs', args: string[]): Promise<void> {
  return withDatabase(async (database) => {
    await migrate(database);
    await tellCommand({ database, print: console.log }, name, args);
  });
}

function withJobs(work: (jobs: Jobs) => Promise<void>): Promise<void> {
  return withDatabase(async (database) => {
    const jobs = await openJobs(database, createLog('error'));
    try {
      await work(jobs);
    } finally {
      await jobs.close();
    }
  });
}

async function withDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const database = await openDatabase(readConfig(process.env));
  try {
    await work(database);
  } finally {
    await database.close();
  }
}

function importDependencies(): ImportCommandDependencies {
  const config = readConfig(process.env);
  return {
    async open() {
      const database = await openDatabase(config);
      await prepare(database, { seed: 'none' }, () => new Date(), console.error);
      return database;
    },
    now: () => new Date(),
    baseUrl: config.baseUrl,
    sharedData: process.env.SHARED_DATA ?? join(import.meta.dirname, '../../shared/data'),
    output: process.stdout,
    notices: process.stderr,
  };
}

function usage(): string {
  const width = Math.max(...Object.values(commands).map((command) => command.usage.length));
  const lines = Object.values(commands).map((command) => `  ${command.usage.padEnd(width)}  ${command.summary}`);
  return ['Usage: npm run cli -- COMMAND', '', ...lines].join('\n');
}

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (!command) {
  console.error(name === '' || name === 'help' ? usage() : `There is no command "${name}".\n\n${usage()}`);
  process.exit(name === 'help' ? 0 : 1);
}
try {
  await command.run(args);
} catch (error) {
  if (error instanceof OperatorError) console.error(error.message);
  else createLog('error').fatal({ err: error }, 'the command failed');
  process.exitCode = 1;
}
