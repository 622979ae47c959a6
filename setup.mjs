// Runs before `npm start` and `npm test`: installs what is missing and makes what is generated, each only when its
// inputs have changed. Plain JavaScript for any Node from 20.19 on, because on a fresh clone nothing else is there yet.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = import.meta.dirname;
const stamps = join(root, 'node_modules/.ricircolo');
const steps = [
  {
    name: 'install',
    message: 'Installing packages',
    inputs: ['package.json', 'package-lock.json'],
    output: 'node_modules/node/package.json',
    // Not `npm ci`: that refuses a lockfile which lacks the builds of a tool for other systems than its writer's.
    run: () => command('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']),
  },
  {
    name: 'prisma',
    message: 'Generating the database client',
    inputs: ['prisma/schema.prisma', 'prisma.config.ts', 'package-lock.json'],
    output: 'api/generated/pothos.ts',
    run: () => command('prisma', ['generate']),
  },
  {
    name: 'land',
    message: 'Drawing the land',
    inputs: [
      'api/draw-land.ts',
      'api/features/regions/land.ts',
      'api/features/regions/countries.ts',
      'api/features/regions/rings.ts',
      'package-lock.json',
    ],
    output: 'api/generated/land.json',
    run: () => command('node', ['api/draw-land.ts']),
  },
  {
    name: 'graphql',
    message: 'Generating the types of queries',
    inputs: ['schema.graphql', 'codegen.ts', 'web', 'package-lock.json'],
    output: 'web/gql/index.ts',
    run: () => command('graphql-codegen', ['--config', 'codegen.ts']),
  },
  {
    name: 'web',
    message: 'Building the web application',
    inputs: ['web', 'schema.graphql', 'vite.config.ts', 'package-lock.json'],
    output: 'dist/web/index.html',
    run: () => command('vite', ['build', '--logLevel', 'warn']),
  },
];

for (const step of steps) {
  const stamp = join(stamps, step.name);
  const fingerprint = fingerprintOf(step.inputs);
  const current =
    existsSync(join(root, step.output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint;
  if (current) continue;
  const began = Date.now();
  process.stdout.write(`${step.message} … `);
  step.run();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, fingerprint);
  console.log(`${((Date.now() - began) / 1000).toFixed(0)} s`);
}

/** Runs a program of the project's own, quietly; what it printed is shown only when it fails. */
function command(program, args) {
  const path = `${join(root, 'node_modules/.bin')}:${process.env.PATH}`;
  const own = join(root, 'node_modules/.bin', program);
  try {
    execFileSync(existsSync(own) ? own : program, args, {
      cwd: root,
      stdio: 'pipe',
      env: { ...process.env, PATH: path },
    });
  } catch (error) {
    console.error(`failed.\n${error.stdout ?? ''}${error.stderr ?? ''}`);
    process.exit(1);
  }
}

function fingerprintOf(inputs) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(filesUnder)) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(join(root, path))) return [];
  if (statSync(join(root, path)).isFile()) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((file) => !file.startsWith('web/gql/'))
    .sort();
}
