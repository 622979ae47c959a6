/** The secret that signs cookies and links: AUTH_SECRET, else one made once and kept in the data directory. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { errorCode, OperatorError } from './errors.ts';

/** Throws an OperatorError where the secret can be neither read nor written. */
export function readSecret({ authSecret, dataDir }: Pick<Config, 'authSecret' | 'dataDir'>): string {
  if (authSecret) return authSecret;
  const file = join(dataDir, 'auth-secret');
  try {
    mkdirSync(dataDir, { recursive: true });
    // Fails where the file is there: of two processes that start at once, both then read the one that was first.
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw unusable(file, error);
  }
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (secret.length >= 32) return secret;
  } catch (error) {
    throw unusable(file, error);
  }
  throw new OperatorError(`${file} holds less than 32 characters; remove it, and a new one is made.`);
}

function unusable(file: string, error: unknown): OperatorError {
  return new OperatorError(`${file} cannot be used (${errorCode(error)}); set AUTH_SECRET or DATA_DIR.`);
}
