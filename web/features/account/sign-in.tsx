import './account.css';
import { useEffect, useId, useState } from 'react';
import { useWords } from '../../lib/i18n/words.ts';
import { pageAddress } from '../../lib/page-address.ts';
import { Field, PasswordField } from '../../ui/form/fields.tsx';
import { type Typed, TypedForm } from '../../ui/form/form.tsx';
import { PageLayout } from '../../ui/page-layout.tsx';
import { returnAddress, signInAddress, withQuery } from './addresses.ts';
import { getSession, isHalf, post } from './ask.ts';
import { missingIn, problemsOf } from './failure.tsx';
import { MailSent } from './mail-sent.tsx';
import { OtherWays } from './other-ways.tsx';
import { Done, Failed } from './said.tsx';
import { SecondStep } from './second-step.tsx';
import type { AccountWords } from './words/en.ts';
import { accountWords } from './words.ts';

type Stage = 'looking' | 'first' | 'second' | 'unverified' | 'linkSent';

const enter = () => window.location.replace(returnAddress());

/**
 * `/sign-in`: every way in ends here, mailed links and other providers too, so that a second step due is taken here,
 * and then leads to where one was going.
 */
export function SignIn() {
  const words = useWords(accountWords);
  const [stage, setStage] = useState<Stage>('looking');
  const [email, setEmail] = useState('');
  useEffect(() => {
    const look = async () => {
      const { body: session } = await getSession();
      if (session && isHalf(session)) return setStage('second');
      if (session && !asked('again')) return enter();
      setStage(asked('verified') && asked('error') ? 'unverified' : 'first');
    };
    void look();
  }, []);
  if (!words) return null;
  if (stage === 'second') {
    return (
      <PageLayout title={words.second.title}>
        <p className="lead">{words.second.lead}</p>
        <SecondStep
          words={words}
          onProved={enter}
          onLeave={() => void post('/sign-out').then(() => setStage('first'))}
        />
      </PageLayout>
    );
  }
  const { signIn } = words;
  return (
    <PageLayout title={signIn.title}>
      <p className="lead">{signIn.lead}</p>
      {stage === 'first' && (
        <FirstStep
          words={words}
          email={email}
          onEmail={setEmail}
          onEntered={enter}
          onStage={(next) => setStage(next)}
        />
      )}
      {stage === 'linkSent' && (
        <MailSent words={words} text={signIn.linkSent(email)} onBack={() => setStage('first')} />
      )}
      {stage === 'unverified' && <Unverified words={words} email={email} onBack={() => setStage('first')} />}
    </PageLayout>
  );
}

const asked = (name: string) => new URLSearchParams(window.location.search).get(name);

interface FirstProps {
  words: AccountWords;
  email: string;
  onEmail: (email: string) => void;
  onEntered: () => void;
  onStage: (stage: Stage) => void;
}

function FirstStep({ words, email, onEmail, onEntered, onStage }: FirstProps) {
  const { signIn, common } = words;
  const form = useId();
  const mailLink = async (email: string) => {
    const missing = missingIn({ email }, words);
    if (missing) return missing;
    const callbackURL = signInAddress(returnAddress());
    const { failure } = await post('/sign-in/magic-link', { email, callbackURL });
    if (failure) return problemsOf(failure, words);
    onStage('linkSent');
  };
  const send = async (typed: Typed) => {
    const { email = '', password, way } = typed;
    onEmail(email);
    if (way === 'link') return mailLink(email);
    const missing = missingIn(typed, words);
    if (missing) return missing;
    const { failure, body } = await post<{ twoFactorRedirect?: boolean }>('/sign-in/email', { email, password });
    if (failure?.code === 'EMAIL_NOT_VERIFIED') onStage('unverified');
    else if (failure?.code === 'INVALID_EMAIL_OR_PASSWORD') return { whole: signIn.wrong };
    else if (failure) return problemsOf(failure, words);
    else if (body.twoFactorRedirect) onStage('second');
    else onEntered();
  };
  return (
    <div className="account-narrow">
      <Landed words={words} />
      <TypedForm
        id={form}
        submit={signIn.submit}
        sending={common.sending}
        send={send}
        aside={<a href={pageAddress('/account/reset')}>{signIn.forgot}</a>}
      >
        <Field
          name="email"
          type="email"
          label={common.email}
          autoComplete="username"
          maxLength={254}
          required
          defaultValue={email}
        />
        <PasswordField
          name="password"
          label={common.password}
          show={common.show}
          autoComplete="current-password"
          required
        />
      </TypedForm>
      <OtherWays words={words} form={form} onEntered={onEntered} />
      <p className="account-other">
        <span>
          {signIn.none} <a href={withQuery('/sign-up', { to: returnAddress() })}>{signIn.create}</a>
        </span>
      </p>
    </div>
  );
}

/** What led here: a link that worked, or did not. */
function Landed({ words }: { words: AccountWords }) {
  const { signIn } = words;
  const error = asked('error');
  if (error) {
    const isLink = ['INVALID_TOKEN', 'EXPIRED_TOKEN', 'TOKEN_EXPIRED'].includes(error);
    return <Failed>{isLink ? signIn.linkUsed : signIn.providerFailed}</Failed>;
  }
  if (asked('verified')) return <Done focus>{signIn.verified}</Done>;
  return asked('reset') ? <Done focus>{signIn.passwordSet}</Done> : null;
}

/** The address waits to be confirmed: another letter, whether or not there is such an account. */
function Unverified({ words, email, onBack }: { words: AccountWords; email: string; onBack: () => void }) {
  const { signIn, common } = words;
  const [sent, setSent] = useState('');
  if (sent) return <MailSent words={words} text={signIn.verifySent(sent)} onBack={onBack} />;
  const send = async (typed: Typed) => {
    const missing = missingIn(typed, words);
    if (missing) return missing;
    const { failure } = await post('/send-verification-email', {
      email: typed.email,
      callbackURL: signInAddress(returnAddress(), { marks: { verified: '1' } }),
    });
    if (failure) return problemsOf(failure, words);
    setSent(typed.email ?? '');
  };
  return (
    <div className="account-narrow">
      <Done focus>{asked('error') ? signIn.verifyUsed : signIn.notVerified}</Done>
      <TypedForm
        submit={signIn.verifyAgain}
        sending={common.sending}
        send={send}
        aside={
          <button type="button" className="button plain" onClick={onBack}>
            {signIn.back}
          </button>
        }
      >
        <Field name="email" type="email" label={common.email} autoComplete="email" defaultValue={email} required />
      </TypedForm>
    </div>
  );
}
