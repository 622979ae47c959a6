import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import sql from 'sql-template-tag';
import { describe, expect, inject, it } from 'vitest';
import { openDatabase } from '../../api/platform/database.ts';
import { copyOfTemplate } from '../support/database.ts';

/** Runs the writer until it has acknowledged `count` rows, then kills it without warning; returns the ids it said. */
async function writeUntilKilled(dataDir: string, count: number): Promise<number[]> {
  const writer = spawn('node', [join(import.meta.dirname, '../support/writer.ts'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => writer.once('exit', resolve));
  const acknowledged: number[] = [];
  for await (const line of createInterface({ input: writer.stdout })) {
    acknowledged.push(Number(line));
    if (acknowledged.length === count) writer.kill('SIGKILL');
  }
  await ended;
  return acknowledged;
}

describe.runIf(inject('template').engine === 'embedded')('the embedded database', () => {
  it('loses no acknowledged write when its process is killed, time and again', async () => {
    const { dataDir } = await copyOfTemplate();
    const acknowledged: number[] = [];
    for (const count of [1, 40, 150]) acknowledged.push(...(await writeUntilKilled(dataDir, count)));
    const database = await openDatabase({ databaseUrl: undefined, dataDir });
    const rows = await database.query<{ id: number }>(sql`select id from organization`);
    await database.close();
    const kept = new Set(rows.map(({ id }) => id));
    expect(acknowledged.length).toBeGreaterThanOrEqual(191);
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  });

  it('is opened by one process at a time, and says which one has it', async () => {
    const { dataDir } = await copyOfTemplate();
    const writer = spawn('node', [join(import.meta.dirname, '../support/writer.ts'), dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => writer.once('exit', resolve));
    await new Promise((resolve) => writer.stdout.once('data', resolve));
    await expect(openDatabase({ databaseUrl: undefined, dataDir })).rejects.toThrow(
      `The data directory ${dataDir} is in use by process ${writer.pid}`,
    );
    writer.kill('SIGKILL');
    await ended;
    const database = await openDatabase({ databaseUrl: undefined, dataDir });
    await database.close();
  });
});
