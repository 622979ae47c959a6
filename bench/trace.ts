/** Tasks of a page's main thread, from a trace of Chromium's tracing API. */

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  dur?: number;
  args?: { name?: string };
}

export const traceCategories = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

/** Durations in milliseconds of the tasks that the busiest renderer's main thread ran, in no order. */
export function mainThreadTasks(trace: Buffer): number[] {
  const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse(trace.toString('utf8'));
  const thread = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map((event) => thread(event)),
  );
  const tasks = traceEvents.filter((event) => event.name === 'RunTask' && event.ph === 'X' && main.has(thread(event)));
  const busiest = [...Map.groupBy(tasks, thread).values()].sort((a, b) => b.length - a.length)[0] ?? [];
  return busiest.map(({ dur = 0 }) => dur / 1000);
}

export interface Distribution {
  tasks: number;
  busyMs: number;
  longestMs: number;
  /** How many tasks lasted at least 16, 50 and 100 ms. */
  over: { ms: number; count: number }[];
}

export function distributionOf(durationsMs: readonly number[]): Distribution {
  return {
    tasks: durationsMs.length,
    busyMs: durationsMs.reduce((sum, ms) => sum + ms, 0),
    longestMs: Math.max(0, ...durationsMs),
    over: [16, 50, 100].map((ms) => ({ ms, count: durationsMs.filter((duration) => duration >= ms).length })),
  };
}
