/** Files by name: in a folder of our own, or in any bucket that speaks S3. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AwsClient } from 'aws4fetch';
import { errorCode } from './errors.ts';

export interface ObjectStore {
  put(name: string, bytes: Buffer, mediaType: string): Promise<void>;
  /** Undefined where there is none of this name. */
  get(name: string): Promise<Buffer | undefined>;
  /** Does nothing where there is none of this name. */
  remove(name: string): Promise<void>;
}

/** Names are made by us, never by people: letters, digits, hyphens, slashes, and an ending. */
const wellFormed = /^[a-z0-9-]+(\/[a-z0-9-]+)*\.[a-z0-9]+$/;

/** `bucketUrl`: `https://key:secret@host/bucket/prefix?region=eu-central-1`; undefined: files in `folder`. */
export function openObjectStore(bucketUrl: string | undefined, folder: string): ObjectStore {
  const store = bucketUrl ? inBucket(bucketUrl) : inFolder(folder);
  const checked = (name: string) => {
    if (!wellFormed.test(name)) throw new Error(`not a name of a stored file: ${JSON.stringify(name)}`);
    return name;
  };
  return {
    put: (name, bytes, mediaType) => store.put(checked(name), bytes, mediaType),
    get: (name) => store.get(checked(name)),
    remove: (name) => store.remove(checked(name)),
  };
}

function inFolder(folder: string): ObjectStore {
  return {
    async put(name, bytes) {
      const file = join(folder, name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(`${file}.part`, bytes);
      await rename(`${file}.part`, file); // whoever reads sees whole files
    },
    async get(name) {
      try {
        return await readFile(join(folder, name));
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return undefined;
        throw error;
      }
    },
    remove: (name) => rm(join(folder, name), { force: true }),
  };
}

const timeoutMs = 30_000;

/** The bucket's name stands in the path, as every implementation understands it. */
function inBucket(bucketUrl: string): ObjectStore {
  const { origin, pathname, username, password, searchParams } = new URL(bucketUrl);
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(username),
    secretAccessKey: decodeURIComponent(password),
    service: 's3',
    region: searchParams.get('region') ?? 'us-east-1',
    retries: 2,
  });
  const ask = async (method: string, name: string, init: RequestInit = {}) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const address = `${origin}${pathname.replace(/\/$/, '')}/${name}`;
    const response = await client.fetch(address, { method, signal, redirect: 'error', ...init });
    if (response.ok || response.status === 404) return response;
    throw new Error(`The bucket answered ${method} ${name} with ${response.status}: ${await response.text()}`);
  };
  return {
    async put(name, bytes, mediaType) {
      const body = new Uint8Array(bytes);
      const response = await ask('PUT', name, { body, headers: { 'content-type': mediaType } });
      await response.arrayBuffer();
      if (!response.ok) throw new Error('There is no such bucket.');
    },
    async get(name) {
      const response = await ask('GET', name);
      const bytes = Buffer.from(await response.arrayBuffer());
      return response.ok ? bytes : undefined;
    },
    async remove(name) {
      await (await ask('DELETE', name)).arrayBuffer();
    },
  };
}
