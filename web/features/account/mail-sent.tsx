import { type ReactNode, useState } from 'react';
import type { Answer } from './ask.ts';
import { failureText } from './failure.tsx';
import { Done, Failed } from './said.tsx';
import type { AccountWords } from './words/en.ts';

interface Props {
  words: AccountWords;
  text: string;
  /** Sends the letter once more. */
  again?: () => Promise<Answer<unknown>>;
  onBack?: () => void;
}

/** A letter is on its way; what to do if it does not come. */
export function MailSent({ words, text, again, onBack }: Props) {
  const { common, signIn } = words;
  const [said, setSaid] = useState('');
  const [failed, setFailed] = useState<ReactNode>(null);
  const send = async () => {
    setSaid('');
    setFailed(null);
    const answer = await again?.();
    if (answer?.failure) setFailed(failureText(answer.failure, words));
    else setSaid(common.sentAgain);
  };
  return (
    <div className="account-narrow">
      <h2>{common.yourMail}</h2>
      <Done focus>{text}</Done>
      <p>{common.lookInSpam}</p>
      <p className="form-row">
        {again && (
          <button type="button" className="button line" onClick={() => void send()}>
            {common.sendAgain}
          </button>
        )}
        {onBack && (
          <button type="button" className="button plain" onClick={onBack}>
            {signIn.back}
          </button>
        )}
        <span role="status">{said}</span>
      </p>
      <Failed>{failed}</Failed>
    </div>
  );
}
