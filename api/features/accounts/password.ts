/** Passwords: hashed with Argon2id, and none that is in a list of common ones. */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** OWASP's Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const tagLength = 32;
const derive = promisify(argon2);

/** `argon2id$memory$passes$parallelism$salt$tag`, the last two in base64url: the cost may rise later. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive('argon2id', { message: password.normalize('NFKC'), nonce, tagLength, ...cost });
  return [
    'argon2id',
    cost.memory,
    cost.passes,
    cost.parallelism,
    nonce.toString('base64url'),
    tag.toString('base64url'),
  ].join('$');
}

export async function verifyPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  const [algorithm, memory, passes, parallelism, salt = '', expected = ''] = hash.split('$');
  if (algorithm !== 'argon2id') return false;
  const tag = await derive('argon2id', {
    message: password.normalize('NFKC'),
    nonce: Buffer.from(salt, 'base64url'),
    tagLength,
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  });
  const known = Buffer.from(expected, 'base64url');
  return known.length === tag.length && timingSafeEqual(known, tag);
}

const list = join(import.meta.dirname, 'passwords/common.txt.gz');

/** Tells whether many others use this password, in whatever case, or it is the person's own address. */
export type CommonPasswords = (password: string, email?: string) => Promise<boolean>;

/** Reads the list at the first question, then keeps it (about 4 MB). */
export function commonPasswords(): CommonPasswords {
  let known: Promise<ReadonlySet<string>> | undefined;
  return async (password, email) => {
    known ??= readFile(list)
      .then((bytes) => promisify(gunzip)(bytes))
      .then((bytes) => new Set(bytes.toString('utf8').split('\n')));
    const plain = password.toLowerCase();
    const [mailbox = ''] = (email ?? '').toLowerCase().split('@');
    return (
      (await known).has(plain) ||
      plain === email?.toLowerCase() ||
      (mailbox.length > 3 && plain.startsWith(mailbox) && plain.length - mailbox.length < 4)
    );
  };
}
