/** Sends requests from a process of its own, so that measuring costs the server as little as it can. */
import autocannon, { type LoadRequest } from 'autocannon';

export type { LoadRequest };

export interface LoadJob {
  url: string;
  /** Each connection goes round them, each from another start. */
  requests: LoadRequest[];
  connections: number;
  warmUpSeconds: number;
  seconds: number;
}

export interface LoadResult {
  perSecond: number;
  p50Milliseconds: number;
  p99Milliseconds: number;
  /** Lost, refused, not 2xx, or an answer with errors. */
  failures: number;
}

process.once('message', async (message) => {
  const job = message as LoadJob; // run.ts sends nothing else
  const warmUp = await send(job, job.warmUpSeconds);
  const measured = await send(job, job.seconds);
  process.send?.({ ...measured, failures: warmUp.failures + measured.failures } satisfies LoadResult);
  process.disconnect();
});

async function send({ url, requests, connections }: LoadJob, seconds: number): Promise<LoadResult> {
  const milliseconds: number[] = [];
  let started = 0;
  const instance = autocannon({
    url,
    connections,
    duration: seconds,
    timeout: 20,
    requests,
    setupClient(client) {
      const start = Math.floor((started++ * requests.length) / connections);
      client.setRequests([...requests.slice(start), ...requests.slice(0, start)]);
    },
    verifyBody: (body) => !body.includes('"errors":['),
  });
  instance.on('response', (_client, _status, _bytes, duration) => milliseconds.push(duration));
  const { duration, errors, timeouts, mismatches, non2xx } = await instance;
  milliseconds.sort((a, b) => a - b);
  const quantile = (share: number) => milliseconds[Math.floor(share * (milliseconds.length - 1))] ?? Number.NaN;
  return {
    perSecond: milliseconds.length / duration,
    p50Milliseconds: quantile(0.5),
    p99Milliseconds: quantile(0.99),
    failures: errors + timeouts + mismatches + non2xx,
  };
}
