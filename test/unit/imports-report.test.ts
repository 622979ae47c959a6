import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { progressLine, showProgress } from '../../api/features/imports/progress.ts';
import { emptyReport, formatReport, reject, warn } from '../../api/features/imports/report.ts';

describe('the report of an import', () => {
  test('counts what happened, and leaves out what did not', () => {
    const report = { ...emptyReport('osm', 'torino', true), read: 12, created: 10, skipped: 2 };
    expect(formatReport(report)).toBe(
      [
        'osm / torino (dry run: nothing was written)',
        '        12  read',
        '        10  created',
        '         0  updated',
        '         0  unchanged',
        '         2  not circular',
      ].join('\n'),
    );
  });

  test('gathers equal reasons, the frequent ones first, with the first places where they occurred', () => {
    const report = emptyReport('osm', 'torino', false);
    reject(report, { where: 'line 1', reason: 'no position' });
    for (const line of [2, 3, 4, 5]) reject(report, { where: `line ${line}`, reason: 'position 0/0' });
    expect(formatReport(report)).toContain(
      'Rejected\n  4 × position 0/0 (line 2, line 3, line 4, …)\n  1 × no position (line 1)',
    );
  });

  test('does not grow with the number of different messages', () => {
    const report = emptyReport('osm', 'torino', false);
    for (let number = 0; number < 5000; number++) warn(report, 'line 1', `message ${number}`);
    expect(report.warnings.size).toBeLessThan(300);
    expect(report.warnings.get('further ones')?.count).toBe(4800);
  });
});

describe('the progress of an import', () => {
  test('has rate and estimate', () => {
    const line = progressLine({ bytesRead: 250, totalBytes: 1000, recordsRead: 600 }, 3);
    expect(line).toBe('600 records, 25%, 200/s, about 9 s left');
    expect(progressLine({ bytesRead: 250, totalBytes: undefined, recordsRead: 600 }, 3)).toBe('600 records, 200/s');
  });

  test('is a plain line every few seconds where there is no terminal', () => {
    const output = new PassThrough({ encoding: 'utf8' });
    let now = 0;
    const progress = showProgress(output, () => now);
    for (let step = 1; step <= 100; step++) {
      progress.bytes({ bytesRead: step, totalBytes: 100 });
      now += 100;
    }
    progress.stop();
    const lines = String(output.read()).trim().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^0 records, 31%, 0\/s, about 7 s left$/);
  });
});
