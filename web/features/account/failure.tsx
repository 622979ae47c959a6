import type { ReactNode } from 'react';
import type { Problems, Typed } from '../../ui/form/form.tsx';
import { isEmail, signInAddress } from './addresses.ts';
import type { Failure } from './ask.ts';
import type { AccountWords } from './words/en.ts';

/** What failed, in words; where signing in once more would help, with the way there. */
export function failureText({ code, status, retryAfterSeconds }: Failure, words: AccountWords): ReactNode {
  const { problem } = words;
  if (code === 'NO_ANSWER') return problem.noAnswer;
  if (status === 429) return problem.tooMany(Math.ceil((retryAfterSeconds ?? 900) / 60));
  switch (code) {
    case 'SESSION_NOT_FRESH':
    case 'SESSION_EXPIRED':
      return <Again text={problem.signInAnew} words={words} />;
    case 'SECOND_FACTOR_REQUIRED':
      return <Again text={problem.proveFirst} words={words} />;
    case 'PASSKEY_STOPPED':
      return problem.passkeyStopped;
    case 'PASSKEY_KNOWN':
      return problem.passkeyKnown;
    case 'PASSKEY_NOT_FOUND':
      return problem.passkeyUnknown;
    case 'USER_NOT_VERIFIED':
      return problem.deviceChecksNobody;
    case 'ACCOUNT_STILL_NEEDED':
      return words.remove.needed;
    default:
      return problem.failed;
  }
}

/** As `failureText`, in the field that is wrong where it is one: by the names that the account's forms share. */
export function problemsOf(failure: Failure, words: AccountWords, password = 'password'): Problems {
  const { problem } = words;
  switch (failure.code) {
    case 'PASSWORD_TOO_SHORT':
      return { fields: { newPassword: problem.tooShort } };
    case 'PASSWORD_TOO_LONG':
      return { fields: { newPassword: problem.tooLong } };
    case 'PASSWORD_COMMON':
      return { fields: { newPassword: problem.common } };
    case 'INVALID_PASSWORD':
      return { fields: { [password]: problem.wrongPassword } };
    case 'INVALID_EMAIL':
    case 'VALIDATION_ERROR':
      return { fields: { email: problem.email } };
    case 'INVALID_CODE':
      return { fields: { code: problem.wrongCode } };
    case 'INVALID_BACKUP_CODE':
      return { fields: { code: problem.wrongBackupCode } };
    default:
      return { whole: failureText(failure, words) };
  }
}

/** What can be seen to be wrong before anything is sent, by the same names. */
export function missingIn(typed: Typed, words: AccountWords): Problems | null {
  const { problem } = words;
  const fields: Record<string, string> = {};
  if (typed.email !== undefined && !isEmail(typed.email.trim())) fields.email = problem.email;
  for (const name of ['password', 'currentPassword']) if (typed[name] === '') fields[name] = problem.password;
  if (typed.newPassword !== undefined && [...typed.newPassword].length < 10) fields.newPassword = problem.tooShort;
  return Object.keys(fields).length > 0 ? { fields } : null;
}

function Again({ text, words }: { text: string; words: AccountWords }) {
  return (
    <>
      {text} <a href={signInAddress('/account', { again: true })}>{words.common.toSignIn}</a>
    </>
  );
}
