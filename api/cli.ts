/** `ricircolo <command>`: thin commands over services. Run as `npm run cli -- <command>`. */
import { readConfig } from './platform/config.ts';
import { openDatabase } from './platform/database.ts';
import { OperatorError } from './platform/errors.ts';
import { createLog } from './platform/log.ts';
import { migrate } from './platform/migrate.ts';
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
    async run() {
      const database = await openDatabase(readConfig(process.env));
      try {
        const applied = await migrate(database);
        console.log(applied.length === 0 ? 'Nothing to migrate.' : `Applied ${applied.join(', ')}.`);
      } finally {
        await database.close();
      }
    },
  },
};

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
