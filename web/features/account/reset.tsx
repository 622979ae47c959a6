import './account.css';
import { useEffect, useState } from 'react';
import { useWords } from '../../lib/i18n/words.ts';
import { Field, PasswordField } from '../../ui/form/fields.tsx';
import { type Typed, TypedForm } from '../../ui/form/form.tsx';
import { PageLayout } from '../../ui/page-layout.tsx';
import { signInAddress, withQuery } from './addresses.ts';
import { post } from './ask.ts';
import { missingIn, problemsOf } from './failure.tsx';
import { MailSent } from './mail-sent.tsx';
import { Failed } from './said.tsx';
import type { AccountWords } from './words/en.ts';
import { accountWords } from './words.ts';

/** `/account/reset`: asks for the letter, and, where its link leads back with a token, for the new password. */
export function Reset() {
  const words = useWords(accountWords);
  const [token, setToken] = useState(() => new URLSearchParams(window.location.search).get('token'));
  const [used, setUsed] = useState(() => new URLSearchParams(window.location.search).has('error'));
  useEffect(() => {
    // What sets a password should not stay where the next one at this device could read it.
    const url = new URL(window.location.href);
    url.searchParams.delete('token');
    url.searchParams.delete('error');
    window.history.replaceState(null, '', url);
  }, []);
  if (!words) return null;
  const { reset } = words;
  return (
    <PageLayout title={reset.title}>
      <p className="lead">{token ? reset.chooseLead : reset.lead}</p>
      {used && (
        <div className="account-narrow">
          <Failed>{reset.used}</Failed>
        </div>
      )}
      {token ? (
        <Choose
          words={words}
          token={token}
          onUsed={() => {
            setToken(null);
            setUsed(true);
          }}
        />
      ) : (
        <Ask words={words} onSent={() => setUsed(false)} />
      )}
    </PageLayout>
  );
}

function Ask({ words, onSent }: { words: AccountWords; onSent: () => void }) {
  const { reset, common } = words;
  const [sent, setSent] = useState('');
  const ask = (email: string) =>
    post('/request-password-reset', { email, redirectTo: withQuery('/account/reset', {}) });
  if (sent) return <MailSent words={words} text={reset.sent(sent)} again={() => ask(sent)} />;
  const send = async (typed: Typed) => {
    const missing = missingIn(typed, words);
    if (missing) return missing;
    const { email = '' } = typed;
    const { failure } = await ask(email);
    if (failure) return problemsOf(failure, words);
    setSent(email);
    onSent();
  };
  return (
    <TypedForm submit={reset.ask} sending={common.sending} send={send}>
      <Field name="email" type="email" label={common.email} autoComplete="username" maxLength={254} required />
    </TypedForm>
  );
}

function Choose({ words, token, onUsed }: { words: AccountWords; token: string; onUsed: () => void }) {
  const { reset, common } = words;
  const send = async (typed: Typed) => {
    const missing = missingIn(typed, words);
    if (missing) return missing;
    const { failure } = await post('/reset-password', { token, newPassword: typed.newPassword });
    if (failure?.code === 'INVALID_TOKEN') onUsed();
    else if (failure) return problemsOf(failure, words);
    else window.location.replace(signInAddress('/account', { marks: { reset: '1' } }));
  };
  return (
    <TypedForm submit={reset.set} sending={common.sending} send={send}>
      <PasswordField
        name="newPassword"
        label={common.newPassword}
        note={common.passwordNote}
        show={common.show}
        autoComplete="new-password"
        required
      />
    </TypedForm>
  );
}
