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
  const startedAt = now();
  const state: State = { bytesRead: 0, totalBytes: undefined, recordsRead: 0 };
  const display = output.isTTY ? bar(output) : lines(output, startedAt);
  const draw = () => display.draw(state, now());
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
  draw(state: State, at: number): void;
  stop(): void;
}

function bar(output: Output): Display {
  const progress = new cliProgress.SingleBar({
    format: '{bar} {percentage}% · {records} records · {rate}/s · {eta_formatted} left',
    stream: output,
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 100,
  });
  const startedAt = Date.now();
  let running = false;
  return {
    draw({ bytesRead, totalBytes, recordsRead }) {
      const rate = Math.round((1000 * recordsRead) / Math.max(1, Date.now() - startedAt));
      const payload = { records: recordsRead, rate };
      if (!running) progress.start(totalBytes ?? bytesRead, bytesRead, payload);
      running = true;
      progress.setTotal(totalBytes ?? bytesRead);
      progress.update(bytesRead, payload);
    },
    stop: () => progress.stop(),
  };
}

function lines(output: Output, startedAt: number): Display {
  let lastAt = startedAt;
  return {
    draw(state, at) {
      if (at - lastAt < 1000 * secondsBetweenLines) return;
      lastAt = at;
      output.write(`${progressLine(state, (at - startedAt) / 1000)}\n`);
    },
    stop() {},
  };
}

/** "12000 records, 45%, 800/s, about 18 s left". */
export function progressLine({ bytesRead, totalBytes, recordsRead }: State, seconds: number): string {
  const parts = [`${recordsRead} records`];
  if (totalBytes) parts.push(`${Math.floor((100 * bytesRead) / totalBytes)}%`);
  parts.push(`${Math.round(recordsRead / seconds)}/s`);
  if (totalBytes && bytesRead > 0) {
    parts.push(`about ${Math.ceil((seconds * (totalBytes - bytesRead)) / bytesRead)} s left`);
  }
  return parts.join(', ');
}
