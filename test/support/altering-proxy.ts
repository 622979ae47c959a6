import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Forwards GET and POST to `target` from an origin of its own; `alter` may change a body on its way back. */
export async function alteringProxy(target: string, alter: (path: string, body: Buffer) => Buffer) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const answer = await fetch(`${target}${request.url}`, {
      method: request.method,
      headers: { 'content-type': request.headers['content-type'] ?? '', accept: request.headers.accept ?? '' },
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    });
    const body = alter(request.url ?? '', Buffer.from(await answer.arrayBuffer()));
    const headers = [...answer.headers].filter(
      ([name]) => !/^(content-(encoding|length)|transfer-encoding)$/.test(name),
    );
    response.writeHead(answer.status, Object.fromEntries(headers)).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
