import { type ReactNode, useState } from 'react';
import { PasswordField } from '../../ui/form/fields.tsx';
import { type Typed, TypedForm } from '../../ui/form/form.tsx';
import { withQuery } from './addresses.ts';
import { post } from './ask.ts';
import { failureText, missingIn, problemsOf } from './failure.tsx';
import { Part } from './part.tsx';
import { Done, Failed } from './said.tsx';
import type { AccountWords } from './words/en.ts';

interface Props {
  words: AccountWords;
  email: string;
  hasPassword: boolean;
}

/** Change the password, or have a link mailed that sets a first one. */
export function PasswordPart({ words, email, hasPassword }: Props) {
  return (
    <Part title={words.password.title}>
      {hasPassword ? <Change words={words} email={email} /> : <SetFirst words={words} email={email} />}
    </Part>
  );
}

function Change({ words, email }: { words: AccountWords; email: string }) {
  const { password, common } = words;
  const [changed, setChanged] = useState(0);
  const send = async (typed: Typed) => {
    const missing = missingIn(typed, words);
    if (missing) return missing;
    const { currentPassword, newPassword, others } = typed;
    const { failure } = await post('/change-password', {
      currentPassword,
      newPassword,
      revokeOtherSessions: others === 'on',
    });
    if (failure) return problemsOf(failure, words, 'currentPassword');
    setChanged(changed + 1);
  };
  return (
    <>
      {changed > 0 && (
        <Done key={changed} focus>
          {password.changed}
        </Done>
      )}
      <details key={`form ${changed}`}>
        <summary>{password.change}</summary>
        <TypedForm submit={password.change} sending={common.sending} send={send} lesser>
          <input type="hidden" name="username" autoComplete="username" value={email} />
          <PasswordField
            name="currentPassword"
            label={password.present}
            show={common.show}
            autoComplete="current-password"
            required
          />
          <PasswordField
            name="newPassword"
            label={common.newPassword}
            note={common.passwordNote}
            show={common.show}
            autoComplete="new-password"
            required
          />
          <label className="form-check">
            <input type="checkbox" name="others" defaultChecked />
            {password.others}
          </label>
        </TypedForm>
      </details>
    </>
  );
}

function SetFirst({ words, email }: { words: AccountWords; email: string }) {
  const { password } = words;
  const [mailed, setMailed] = useState(false);
  const [failed, setFailed] = useState<ReactNode>(null);
  const mail = async () => {
    setFailed(null);
    const { failure } = await post('/request-password-reset', { email, redirectTo: withQuery('/account/reset', {}) });
    if (failure) setFailed(failureText(failure, words));
    else setMailed(true);
  };
  return (
    <>
      <p>{password.none}</p>
      {mailed ? (
        <Done focus>{password.mailed}</Done>
      ) : (
        <p>
          <button type="button" className="button line" onClick={() => void mail()}>
            {password.mailLink}
          </button>
        </p>
      )}
      <Failed>{failed}</Failed>
    </>
  );
}
