import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of another site: an origin of its own, whose body a test writes. */
export async function otherSite() {
  let body = '';
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><head><title>Town hall</title></head><body>${body}</body></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    // By the name that the application has too: a browser may keep a frame of wholly another site from storing anything.
    address: `http://localhost:${port}/`,
    write: (html: string) => {
      body = html;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
