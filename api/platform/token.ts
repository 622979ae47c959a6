/** Tokens that are mailed: random, and kept as a hash only. */
import { createHash, randomBytes } from 'node:crypto';

/** 256 bits, for an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256, hexadecimal. Enough without salt for what is random itself. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
