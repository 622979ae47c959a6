/** `npm run dev`: the API restarted on every change, and Vite's server for the web in front of it. */
import { spawn } from 'node:child_process';

const children = [
  spawn('node', ['--watch', 'api/cli.ts', 'start'], { stdio: 'inherit' }),
  spawn('vite', [], { stdio: 'inherit' }),
];
for (const child of children) {
  child.on('exit', (code) => {
    for (const other of children) other.kill();
    process.exitCode ??= code ?? 0;
  });
}
