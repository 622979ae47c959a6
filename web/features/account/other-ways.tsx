import { type ReactNode, useEffect, useState } from 'react';
import { loadSiteConfig } from '../../lib/site-config.ts';
import { returnAddress, signInAddress } from './addresses.ts';
import { type Failure, post } from './ask.ts';
import { failureText } from './failure.tsx';
import { passkeysWork, signInWithPasskey } from './passkey.ts';
import { Failed } from './said.tsx';
import type { AccountWords } from './words/en.ts';

interface Props {
  words: AccountWords;
  /** Of the form with the address, which a link is mailed to. */
  form: string;
  onEntered: () => void;
}

/** Ways in without a password: a mailed link, a passkey, the providers that this instance knows. */
export function OtherWays({ words, form, onEntered }: Props) {
  const { signIn } = words;
  const [providers, setProviders] = useState<{ id: string; name: string }[]>([]);
  const [failed, setFailed] = useState<ReactNode>(null);
  useEffect(() => {
    void loadSiteConfig().then(({ signInWith = [] }) => setProviders(signInWith));
  }, []);
  const callbackURL = signInAddress(returnAddress());
  const fail = (failure: Failure) => setFailed(failureText(failure, words));

  const byPasskey = async () => {
    setFailed(null);
    const { failure } = await signInWithPasskey();
    return failure ? fail(failure) : onEntered();
  };
  const goTo = async (provider: string) => {
    setFailed(null);
    const errorCallbackURL = signInAddress(returnAddress(), { marks: { provider } });
    const { failure, body } = await post<{ url: string }>('/sign-in/social', {
      provider,
      callbackURL,
      errorCallbackURL,
    });
    return failure ? fail(failure) : window.location.assign(body.url);
  };
  return (
    <section className="account-other" aria-labelledby="other-ways">
      <h2 id="other-ways">{signIn.withoutPassword}</h2>
      <button type="submit" form={form} name="way" value="link" className="button line">
        {signIn.mailLink}
      </button>
      {passkeysWork() && (
        <button type="button" className="button line" onClick={() => void byPasskey()}>
          {signIn.passkey}
        </button>
      )}
      {providers.map(({ id, name }) => (
        <button key={id} type="button" className="button line" onClick={() => void goTo(id)}>
          {signIn.provider(name)}
        </button>
      ))}
      <Failed>{failed}</Failed>
    </section>
  );
}
