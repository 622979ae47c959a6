import cliProgress from 'cli-progress';
import type { ReadProgress } from './model.ts';
import type { ImportReport } from './report.ts';

/** Standard output or error, or in its place any stream. */
export type Output = NodeJS.WritableStream & { isTTY?: boolean };

export interface ProgressDisplay {
  /** The driver got further in its input. */
  bytes(progress: ReadProgress): void;
  /** A batch was written. */
  records(report: ImportReport): void;
  stop(): void;
}

/** Where the input's length is unknown there is no bar to fill and no estimate. */
interface State extends ReadProgress {
  recordsRead: number;
}

const secondsBetweenLines = 3;

/** A bar with rate and estimate on a terminal; elsewhere a plain line every few seconds. `now` in ms. */
export function showProgress(output: Output, now: () => number): ProgressDisplay {
  const state: State = { bytesRead: 0, totalBytes: undefined, recordsRead: 0 };
  const display = output.isTTY ? bar(output) : lines(output);
  let startedAt: number | undefined; // not before the first byte: the database may take its time to open
  const draw = () => {
    startedAt ??= now();
    display.draw(state, (now() - startedAt) / 1000);
  };
  return {
    bytes(progress) {
      Object.assign(state, progress);
      draw();
    },
    records(report) {
      state.recordsRead = report.read;
      draw();
    },
    stop: () => display.stop(),
  };
}

interface Display {
  draw(state: State, seconds: number): void;
  stop(): void;
}

function bar(output: Output): Display {
  const progress = new cliProgress.SingleBar({
    format: '{bar} {line}',
    stream: output,
    hideCursor: true,
    clearOnComplete: true,
  });
  let running = false;
  return {
    draw(state, seconds) {
      const total = state.totalBytes ?? state.bytesRead;
      const payload = { line: progressLine(state, seconds) };
      if (!running) progress.start(total, state.bytesRead, payload);
      running = true;
      progress.setTotal(total);
      progress.update(state.bytesRead, payload);
    },
    stop: () => progress.stop(),
  };
}

function lines(output: Output): Display {
  let last = 0;
  return {
    draw(state, seconds) {
      if (seconds - last < secondsBetweenLines) return;
      last = seconds;
      output.write(`${progressLine(state, seconds)}\n`);
    },
    stop() {},
  };
}

/** "12000 records, 45%, 800/s, about 18 s left". The estimate comes with the first per cent. */
export function progressLine({ bytesRead, totalBytes, recordsRead }: State, seconds: number): string {
  const parts = [`${recordsRead} records`];
  const share = totalBytes ? bytesRead / totalBytes : 0;
  if (totalBytes) parts.push(`${Math.floor(100 * share)}%`);
  if (seconds > 0) parts.push(`${Math.round(recordsRead / seconds)}/s`);
  if (share >= 0.01) parts.push(`about ${Math.ceil((seconds * (1 - share)) / share)} s left`);
  return parts.join(', ');
}
