/**
 * Lets many connections share PGlite's one backend: PostgreSQL's protocol (version 3.0) on a socket, in turns.
 *
 * One backend has one unnamed statement, one unnamed portal and one transaction. So a connection takes its turn with its
 * first message and keeps it until the backend is ready and outside a transaction; what the others ask waits.
 */
import { createServer, type Socket } from 'node:net';
import type { PGlite } from '@electric-sql/pglite';

/** Requests that come before any typed message: their code stands where the protocol's version does. */
const sslRequest = 80_877_103;
const gssRequest = 80_877_104;
const cancelRequest = 80_877_102;
const terminate = 'X'.charCodeAt(0);
const syncMessage = Uint8Array.of('S'.charCodeAt(0), 0, 0, 0, 4);
const rollbackMessage = Buffer.concat([Buffer.from('Q\0\0\0\x0d'), Buffer.from('rollback\0')]);

/** Listens on the Unix socket `path`. Closing ends every connection and waits for the statement at work. */
export async function listen(database: PGlite, path: string): Promise<{ close(): Promise<void> }> {
  const turns = createTurns();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    converse(socket, database, turns).finally(() => {
      sockets.delete(socket);
      socket.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  return {
    async close() {
      server.close();
      for (const socket of sockets) socket.destroy();
      (await turns.take())();
    },
  };
}

async function converse(socket: Socket, database: PGlite, turns: Turns): Promise<void> {
  let endTurn: (() => void) | undefined;
  try {
    for await (const message of messagesOf(socket)) {
      if (message === 'refuse encryption') socket.write('N');
      else if (message[0] === terminate) break;
      else {
        endTurn ??= await turns.take();
        const answer = withoutEarlyReady(message, await database.execProtocolRaw(message));
        socket.write(answer);
        if (statusOf(answer) === 'I') {
          endTurn();
          endTurn = undefined;
        }
      }
    }
  } catch {
    // The other side is gone, or the backend did not survive the message: either way this conversation is over.
  }
  if (!endTurn) return;
  try {
    // Left in the middle of a statement or a transaction: the next one starts clean.
    await database.execProtocolRaw(syncMessage);
    await database.execProtocolRaw(rollbackMessage);
  } finally {
    endTurn();
  }
}

/** Whole messages, as they arrive. A request to cancel ends the conversation: there is no backend to signal. */
async function* messagesOf(socket: Socket): AsyncGenerator<Uint8Array | 'refuse encryption'> {
  let rest: Buffer = Buffer.alloc(0);
  let started = false;
  for await (const chunk of socket) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      const typeBytes = started ? 1 : 0;
      if (rest.length < typeBytes + (started ? 4 : 8)) break;
      const length = typeBytes + rest.readInt32BE(typeBytes);
      if (rest.length < length) break;
      const message = rest.subarray(0, length);
      rest = rest.subarray(length);
      const code = started ? undefined : message.readInt32BE(4);
      if (code === cancelRequest) return;
      if (code === sslRequest || code === gssRequest) yield 'refuse encryption';
      else {
        started = true;
        yield message;
      }
    }
  }
}

/** The status that ReadyForQuery (Z, length 5, status) at the end of an answer gives: I outside a transaction. */
function statusOf(answer: Uint8Array): string | undefined {
  const [type, , , , length, status = 0] = answer.subarray(-6);
  return type === 'Z'.charCodeAt(0) && length === 5 ? String.fromCharCode(status) : undefined;
}

/**
 * After an error in the extended protocol PGlite says that it is ready at once, and again at the Sync that follows: the
 * second would be taken for the end of the next statement. Only the one at the Sync is passed on.
 */
function withoutEarlyReady(message: Uint8Array, answer: Uint8Array): Uint8Array {
  const isExtended = 'PBDECH'.includes(String.fromCharCode(message[0] ?? 0));
  return isExtended && statusOf(answer) !== undefined ? answer.subarray(0, -6) : answer;
}

interface Turns {
  /** Resolves when it is one's turn, with how to end it. First come, first served. */
  take(): Promise<() => void>;
}

function createTurns(): Turns {
  let last = Promise.resolve();
  return {
    take() {
      let end: () => void = () => {};
      const turn = last.then(() => end);
      last = new Promise((resolve) => {
        end = resolve;
      });
      return turn;
    },
  };
}
