import './account.css';
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../../lib/i18n/words.ts';
import { pageAddress } from '../../lib/page-address.ts';
import { PageLayout } from '../../ui/page-layout.tsx';
import { here, signInAddress } from './addresses.ts';
import { getSession, isHalf, post } from './ask.ts';
import { failureText } from './failure.tsx';
import { Done, Failed } from './said.tsx';
import { WhatGoes } from './what-goes.tsx';
import type { AccountWords } from './words/en.ts';
import { accountWords } from './words.ts';

/** `/account/delete?token=`: where the mailed link leads. Opening it deletes nothing: programs that read mail open links. */
export function Delete() {
  const words = useWords(accountWords);
  const [email, setEmail] = useState<string | null>();
  const [done, setDone] = useState(false);
  useEffect(() => {
    void getSession().then(({ body }) => setEmail(body && !isHalf(body) ? body.user.email : null));
  }, []);
  if (!words || email === undefined) return null;
  const { remove } = words;
  return (
    <PageLayout title={remove.title}>
      {done && (
        <div className="account-narrow">
          <Done focus>{remove.done}</Done>
          <p>
            <a className="button primary" href={pageAddress('/')}>
              {remove.toMap}
            </a>
          </p>
        </div>
      )}
      {!done && email === null && (
        <>
          <p className="lead">{remove.signInFirst}</p>
          <p>
            <a className="button primary" href={signInAddress(here())}>
              {words.common.toSignIn}
            </a>
          </p>
        </>
      )}
      {!done && email && <Confirm words={words} email={email} onDone={() => setDone(true)} />}
    </PageLayout>
  );
}

function Confirm({ words, email, onDone }: { words: AccountWords; email: string; onDone: () => void }) {
  const { remove } = words;
  const [failed, setFailed] = useState<ReactNode>(null);
  const confirm = async () => {
    setFailed(null);
    const token = new URLSearchParams(window.location.search).get('token') ?? '';
    const { failure } = await post('/delete-user', { token: token || 'none' });
    if (!failure) onDone();
    else setFailed(failure.code === 'INVALID_TOKEN' ? remove.used : failureText(failure, words));
  };
  return (
    <>
      <p className="lead">
        {remove.lead} <strong>{email}</strong>
      </p>
      <WhatGoes words={words} heading="h2" />
      <div className="form-row account-answer">
        <button type="button" className="button danger" onClick={() => void confirm()}>
          {remove.confirm}
        </button>
        <a className="button line" href={pageAddress('/account')}>
          {remove.keep}
        </a>
      </div>
      <div className="account-narrow">
        <Failed>{failed}</Failed>
      </div>
    </>
  );
}
