/** What a mailed link carries: nobody can read, make or alter it without our secret, and nothing is stored. */
import { createSeal } from './seal.ts';

type Part = string | number | null;

export interface SealedTokens {
  /** For an address on the web. */
  close(parts: readonly Part[]): string;
  /** Undefined for what is none of ours, or was altered. */
  open(token: string): readonly Part[] | undefined;
}

const longestToken = 1000;

/** `purpose` parts the keys of uses that share one secret. */
export function sealedTokens(secret: string, purpose: string): SealedTokens {
  const seal = createSeal(secret, purpose);
  return {
    close: (parts) => Buffer.from(seal.close(JSON.stringify(parts)), 'base64').toString('base64url'),
    open(token) {
      if (token.length > longestToken) return undefined;
      try {
        return JSON.parse(seal.open(Buffer.from(token, 'base64url').toString('base64')));
      } catch {
        return undefined; // not closed with our key
      }
    },
  };
}
