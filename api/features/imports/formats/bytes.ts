/** Reads a file as a stream of bytes, unpacked where it is gzip, with progress in bytes of the file itself. */
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { errorCode, messageOf, OperatorError } from '../../../platform/errors.ts';
import type { DriverInput } from '../model.ts';

/** Real data packs 5 to 30 times; deflate itself cannot pass 1032. */
const maxExpansion = 200;
/** Small files may be as repetitive as they like. */
const expansionCheckedFrom = 16 * 1024 * 1024;

/** Chunks of the file. Throws an OperatorError for a missing file, broken gzip or one that unpacks beyond reason. */
export async function* readBytes(input: Pick<DriverInput, 'file' | 'onProgress'>): AsyncGenerator<Buffer> {
  const file = input.file ?? '';
  const totalBytes = await sizeOf(file);
  let bytesRead = 0;
  async function* packed() {
    for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
      bytesRead += chunk.length;
      input.onProgress?.({ bytesRead, totalBytes });
      yield chunk as Buffer; // no encoding is set: chunks are buffers
    }
  }
  if (!(await isGzip(file))) {
    yield* packed();
    return;
  }
  const unpacked = createGunzip();
  // Either side's failure reaches the loop below.
  pipeline(packed, unpacked, () => {});
  let bytesOut = 0;
  try {
    for await (const chunk of unpacked) {
      bytesOut += chunk.length;
      if (bytesOut > expansionCheckedFrom && bytesOut > bytesRead * maxExpansion) {
        throw new OperatorError(
          `${file} unpacks to more than ${maxExpansion} times its size (${bytesOut} bytes from ${bytesRead}): refused as a decompression bomb.`,
        );
      }
      yield chunk;
    }
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw new OperatorError(
      `${file} is broken gzip after byte ${bytesRead} of ${totalBytes} (${bytesOut} bytes unpacked): ${messageOf(error)}.`,
    );
  }
}

/** Size in bytes; an OperatorError for what is no readable file. */
export async function sizeOf(file: string): Promise<number> {
  try {
    const facts = await stat(file);
    if (!facts.isFile()) throw new OperatorError(`${file} is not a file.`);
    return facts.size;
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    const reason = errorCode(error) === 'ENOENT' ? 'does not exist' : `cannot be read (${errorCode(error)})`;
    throw new OperatorError(`${file} ${reason}.`);
  }
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}
