import { useState } from 'react';
import { PasswordField } from '../../ui/form/fields.tsx';
import { type Problems, type Typed, TypedForm } from '../../ui/form/form.tsx';
import { post } from './ask.ts';
import { BackupCodes } from './backup-codes.tsx';
import { CodesSetUp, type SetUp } from './codes-set-up.tsx';
import { missingIn, problemsOf } from './failure.tsx';
import { Part } from './part.tsx';
import { Done } from './said.tsx';
import type { AccountWords } from './words/en.ts';

interface Props {
  words: AccountWords;
  hasPassword: boolean;
  on: boolean;
  email: string;
  /** What was set up counts now: ask anew who is signed in. */
  onChanged: () => void;
}

/** Codes of an authenticator app as second proof: set up, renew its backup codes, turn off. */
export function CodesPart({ words, hasPassword, on, email, onChanged }: Props) {
  const { codes } = words;
  const [setUp, setSetUp] = useState<SetUp | null>(null);
  const [backup, setBackup] = useState<string[] | null>(null);
  const [said, setSaid] = useState('');

  const begin = async (typed: Typed) => {
    const { failure, body } = await post<SetUp>('/two-factor/enable', typed);
    if (failure) return problemsOf(failure, words);
    setSaid('');
    setSetUp(body);
  };
  const renew = async (typed: Typed) => {
    const { failure, body } = await post<{ backupCodes: string[] }>('/two-factor/generate-backup-codes', typed);
    if (failure) return problemsOf(failure, words);
    setSaid('');
    setBackup(body.backupCodes);
  };
  const end = async (typed: Typed) => {
    const { failure } = await post('/two-factor/disable', typed);
    if (failure) return problemsOf(failure, words);
    setSaid(codes.ended);
    onChanged();
  };
  const proved = () => {
    setBackup(setUp?.backupCodes ?? []);
    setSetUp(null);
    setSaid(codes.done);
    onChanged();
  };

  if (setUp) {
    return (
      <Part title={codes.title}>
        <CodesSetUp words={words} setUp={setUp} onProved={proved} />
      </Part>
    );
  }
  const step = (submit: string, send: typeof begin) => (
    <Step words={words} submit={submit} email={email} hasPassword={hasPassword} send={send} />
  );
  return (
    <Part title={codes.title}>
      {said && (
        <Done key={said} focus>
          {said}
        </Done>
      )}
      {backup && <BackupCodes words={words} codes={backup} onKept={() => setBackup(null)} />}
      {!on && !backup && (
        <>
          <p>{codes.text}</p>
          <details>
            <summary>{codes.begin}</summary>
            {step(codes.begin, begin)}
          </details>
        </>
      )}
      {on && !backup && (
        <>
          <p>{codes.on}</p>
          <details>
            <summary>{codes.renew}</summary>
            <p>{codes.renewText}</p>
            {step(codes.renew, renew)}
          </details>
          <details>
            <summary>{codes.end}</summary>
            {step(codes.end, end)}
          </details>
        </>
      )}
    </Part>
  );
}

interface StepProps {
  words: AccountWords;
  submit: string;
  email: string;
  hasPassword: boolean;
  send: (typed: Typed) => Promise<Problems | undefined>;
}

/** Whoever has a password gives it once more before a factor changes. */
function Step({ words, submit, email, hasPassword, send }: StepProps) {
  const { codes, common } = words;
  return (
    <TypedForm
      submit={submit}
      sending={common.sending}
      lesser
      send={async ({ password }) =>
        hasPassword ? (missingIn({ password: password ?? '' }, words) ?? send({ password: password ?? '' })) : send({})
      }
    >
      {hasPassword && (
        <>
          <input type="hidden" name="username" autoComplete="username" value={email} />
          <PasswordField
            name="password"
            label={codes.yourPassword}
            show={common.show}
            autoComplete="current-password"
            required
          />
        </>
      )}
    </TypedForm>
  );
}
