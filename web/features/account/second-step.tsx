import { type ReactNode, useState } from 'react';
import { Field } from '../../ui/form/fields.tsx';
import { type Typed, TypedForm } from '../../ui/form/form.tsx';
import { post } from './ask.ts';
import { failureText, problemsOf } from './failure.tsx';
import { passkeysWork, signInWithPasskey } from './passkey.ts';
import { Failed } from './said.tsx';
import type { AccountWords } from './words/en.ts';

interface Props {
  words: AccountWords;
  onProved: () => void;
  /** Give up this sign-in. */
  onLeave: () => void;
}

/** The second proof: a code of the app, a backup code, or a passkey. */
export function SecondStep({ words, onProved, onLeave }: Props) {
  const { second, common, problem } = words;
  const [backup, setBackup] = useState(false);
  const [failed, setFailed] = useState<ReactNode>(null);
  const send = async ({ code = '' }: Typed) => {
    const plain = code.replace(/\s/g, '');
    if (!plain) return { fields: { code: problem.code } };
    const { failure } = await post(backup ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp', {
      code: plain,
    });
    if (failure) return problemsOf(failure, words);
    onProved();
  };
  const byPasskey = async () => {
    setFailed(null);
    const { failure } = await signInWithPasskey();
    if (failure) setFailed(failureText(failure, words));
    else onProved();
  };
  return (
    <div className="account-narrow">
      <TypedForm submit={second.submit} sending={common.sending} send={send}>
        {backup ? (
          <Field
            key="backup"
            name="code"
            label={second.backupCode}
            autoComplete="off"
            autoCapitalize="none"
            autoFocus
            required
          />
        ) : (
          <Field
            key="app"
            name="code"
            label={second.code}
            note={second.codeNote}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            autoFocus
            required
          />
        )}
      </TypedForm>
      <div className="account-other">
        <button type="button" className="button line" onClick={() => setBackup(!backup)}>
          {backup ? second.useApp : second.useBackup}
        </button>
        {passkeysWork() && (
          <button type="button" className="button line" onClick={() => void byPasskey()}>
            {second.usePasskey}
          </button>
        )}
        <button type="button" className="button plain" onClick={onLeave}>
          {second.other}
        </button>
        <Failed>{failed}</Failed>
        <p className="quiet">{second.lost}</p>
      </div>
    </div>
  );
}
