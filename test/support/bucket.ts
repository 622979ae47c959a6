/** A bucket that speaks S3 on this machine: it works out each request's signature for itself and refuses what is wrong. */
import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Bucket {
  /** As PHOTO_STORE_URL. */
  url: string;
  files: Map<string, { bytes: Buffer; type: string }>;
  /** Requests that were refused. */
  refused: string[];
  close(): Promise<void>;
}

const keyId = 'synthetic-key';
const region = 'synthetic-1';
const rightSecret = 'synthetic secret/+';

/** `secret`: what the application is told; the bucket itself knows the right one. */
export async function openBucket(secret = rightSecret): Promise<Bucket> {
  const files: Bucket['files'] = new Map();
  const refused: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const name = request.url ?? '';
    if (!isSigned(request, body, rightSecret)) {
      refused.push(`${request.method} ${name}`);
      return response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
    }
    if (request.method === 'PUT') files.set(name, { bytes: body, type: request.headers['content-type'] ?? '' });
    if (request.method === 'DELETE') files.delete(name);
    const file = files.get(name);
    if (request.method !== 'GET') return response.writeHead(request.method === 'PUT' ? 200 : 204).end();
    return file ? response.writeHead(200).end(file.bytes) : response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    url: `http://${keyId}:${encodeURIComponent(secret)}@127.0.0.1:${port}/synthetic-bucket/photos?region=${region}`,
    files,
    refused,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest('hex');
const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest();

/** AWS Signature Version 4, as its documentation tells it. */
function isSigned({ method, url, headers }: IncomingMessage, body: Buffer, secret: string): boolean {
  const pattern = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
  const [, credential = '', signedHeaders = '', signature] = pattern.exec(headers.authorization ?? '') ?? [];
  const [id, day = '', ...scope] = credential.split('/');
  const moment = String(headers['x-amz-date']);
  const declared = String(headers['x-amz-content-sha256']);
  if (id !== keyId || scope.join('/') !== `${region}/s3/aws4_request` || !moment.startsWith(day)) return false;
  if (declared !== 'UNSIGNED-PAYLOAD' && declared !== sha256(body)) return false;
  if (!signedHeaders.split(';').includes('host')) return false;
  const lines = signedHeaders.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const canonical = [method, url, '', lines.join(''), signedHeaders, declared].join('\n');
  const text = ['AWS4-HMAC-SHA256', moment, [day, ...scope].join('/'), sha256(canonical)].join('\n');
  const key = [day, ...scope].reduce<Buffer | string>((inner, part) => hmac(inner, part), `AWS4${secret}`);
  return hmac(key, text).toString('hex') === signature;
}
