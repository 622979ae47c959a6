import type { Rejection } from './model.ts';

/** What an import did, or in a dry run would do. */
export interface ImportReport {
  source: string;
  dataset: string;
  dryRun: boolean;
  /** Records read; the sum of skipped, rejected, created, updated, unchanged and outdated. */
  read: number;
  /** Sound records that are no circular place. */
  skipped: number;
  rejected: number;
  created: number;
  /** Records whose content changed; fields that a person has taken over stay in the listing all the same. */
  updated: number;
  unchanged: number;
  /** Records of which a later copy is stored already. */
  outdated: number;
  /** Of those met: had been flagged as vanished. */
  returned: number;
  vanished: number;
  possibleDuplicates: number;
  /** The first of each reason, with how often it occurred. */
  rejections: Map<string, Occurrence>;
  warnings: Map<string, Occurrence>;
}

interface Occurrence {
  count: number;
  /** Where it occurred first. */
  where: string[];
}

const examples = 3;
/** Messages that quote the data differ each time; past this many kinds the rest are counted together. */
const kinds = 200;

export function emptyReport(source: string, dataset: string, dryRun: boolean): ImportReport {
  return {
    source,
    dataset,
    dryRun,
    read: 0,
    skipped: 0,
    rejected: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    outdated: 0,
    returned: 0,
    vanished: 0,
    possibleDuplicates: 0,
    rejections: new Map(),
    warnings: new Map(),
  };
}

export function reject(report: ImportReport, rejection: Rejection): void {
  report.rejected += 1;
  count(report.rejections, rejection.where, rejection.reason);
}

export function warn(report: ImportReport, where: string, message: string): void {
  count(report.warnings, where, message);
}

function count(occurrences: Map<string, Occurrence>, where: string, message: string): void {
  const key = occurrences.has(message) || occurrences.size < kinds ? message : 'further ones';
  const occurrence = occurrences.get(key) ?? { count: 0, where: [] };
  occurrence.count += 1;
  if (occurrence.where.length < examples) occurrence.where.push(where);
  occurrences.set(key, occurrence);
}

/** The report as an operator reads it, in lines. */
export function formatReport(report: ImportReport): string {
  const always: [string, number][] = [
    ['read', report.read],
    ['created', report.created],
    ['updated', report.updated],
    ['unchanged', report.unchanged],
  ];
  const ifAny: [string, number][] = [
    ['not circular', report.skipped],
    ['older than what is stored', report.outdated],
    ['back after having vanished', report.returned],
    ['vanished, for review', report.vanished],
    ['possible duplicates, for review', report.possibleDuplicates],
    ['rejected', report.rejected],
    ['warnings', [...report.warnings.values()].reduce((sum, { count }) => sum + count, 0)],
  ];
  return [
    `${report.source} / ${report.dataset}${report.dryRun ? ' (dry run: nothing was written)' : ''}`,
    ...[...always, ...ifAny.filter(([, number]) => number > 0)].map(
      ([label, number]) => `  ${String(number).padStart(8)}  ${label}`,
    ),
    ...section('Rejected', report.rejections),
    ...section('Warnings', report.warnings),
  ].join('\n');
}

function section(title: string, occurrences: Map<string, Occurrence>): string[] {
  if (occurrences.size === 0) return [];
  const sorted = [...occurrences].sort(([, a], [, b]) => b.count - a.count);
  return [
    title,
    ...sorted.map(
      ([message, { count, where }]) =>
        `  ${count} × ${message} (${where.join(', ')}${count > where.length ? ', …' : ''})`,
    ),
  ];
}
