import './account.css';
import { useState } from 'react';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { useWords } from '../../lib/i18n/words.ts';
import { pageAddress } from '../../lib/page-address.ts';
import { Field, PasswordField } from '../../ui/form/fields.tsx';
import { type Typed, TypedForm } from '../../ui/form/form.tsx';
import { PageLayout } from '../../ui/page-layout.tsx';
import { returnAddress, signInAddress } from './addresses.ts';
import { post } from './ask.ts';
import { missingIn, problemsOf } from './failure.tsx';
import { MailSent } from './mail-sent.tsx';
import { accountWords } from './words.ts';

/** `/sign-up`: name, address, password; the answer is the same whether or not the address has an account. */
export function SignUp() {
  const words = useWords(accountWords);
  const { language } = useI18n();
  const [sent, setSent] = useState('');
  if (!words) return null;
  const { signUp, common } = words;
  const callbackURL = signInAddress(returnAddress(), { marks: { verified: '1' } });
  if (sent) {
    return (
      <PageLayout title={signUp.title}>
        <MailSent
          words={words}
          text={signUp.sent(sent)}
          again={() => post('/send-verification-email', { email: sent, callbackURL })}
        />
      </PageLayout>
    );
  }
  const send = async (typed: Typed) => {
    const missing = missingIn(typed, words);
    if (missing) return missing;
    const { failure } = await post('/sign-up/email', {
      name: typed.name,
      email: typed.email,
      password: typed.newPassword,
      language,
      callbackURL,
    });
    if (failure) return problemsOf(failure, words);
    setSent(typed.email ?? '');
  };
  return (
    <PageLayout title={signUp.title}>
      <p className="lead">{signUp.lead}</p>
      <TypedForm submit={signUp.submit} sending={common.sending} send={send}>
        <Field name="name" label={common.name} note={signUp.nameNote} autoComplete="name" maxLength={100} />
        <Field name="email" type="email" label={common.email} autoComplete="username" maxLength={254} required />
        <PasswordField
          name="newPassword"
          label={common.password}
          note={common.passwordNote}
          show={common.show}
          autoComplete="new-password"
          required
        />
        <p className="form-note">
          {signUp.kept} <a href={pageAddress('/privacy')}>{signUp.privacy}</a>
        </p>
      </TypedForm>
      <p className="account-other">
        <span>
          {signUp.have} <a href={signInAddress(returnAddress())}>{common.toSignIn}</a>
        </span>
      </p>
    </PageLayout>
  );
}
