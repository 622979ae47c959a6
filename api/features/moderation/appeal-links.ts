/** Links to a statement of reasons for who sent something without an account: they carry where to answer an appeal. */
import { sealedTokens } from '../../platform/sealed-token.ts';
import { languages } from '../taxonomy/model.ts';
import type { Addressee } from './model.ts';

interface Appellant {
  statementId: number;
  to: Addressee;
}

/** Reads and writes their tokens; made once at start. */
export interface AppealLinks {
  close(appellant: Appellant): string;
  /** Undefined for what is none of ours, or was altered. */
  open(token: string): Appellant | undefined;
}

export function openAppealLinks(secret: string): AppealLinks {
  const tokens = sealedTokens(secret, 'appeal');
  return {
    close: ({ statementId, to: { email, language } }) => tokens.close([statementId, email, language]),
    open(token) {
      const [statementId, email, language] = tokens.open(token) ?? [];
      const known = languages.find((code) => code === language);
      if (typeof statementId !== 'number' || typeof email !== 'string' || !known) return undefined;
      return { statementId, to: { email, language: known } };
    },
  };
}
