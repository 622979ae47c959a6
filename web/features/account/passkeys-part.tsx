import { type ReactNode, useState } from 'react';
import { dateText } from '../../lib/format.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { AskFirst } from '../../ui/form/ask-first.tsx';
import { Field } from '../../ui/form/fields.tsx';
import { type Typed, TypedForm } from '../../ui/form/form.tsx';
import { post } from './ask.ts';
import { failureText, problemsOf } from './failure.tsx';
import { Part } from './part.tsx';
import { addPasskey, passkeysWork } from './passkey.ts';
import { Done, Failed } from './said.tsx';
import { useAnswer } from './use-answer.ts';
import type { AccountWords } from './words/en.ts';

interface Passkey {
  id: string;
  name: string | null;
  createdAt: string;
}

/** The passkeys that open this account: see, add, remove. */
export function PasskeysPart({ words }: { words: AccountWords }) {
  const { passkeys, common } = words;
  const { language } = useI18n();
  const { body, failure, reload } = useAnswer<Passkey[]>('/passkey/list-user-passkeys');
  const [added, setAdded] = useState(0);
  const [failed, setFailed] = useState<ReactNode>(null);
  const add = async ({ name = '' }: Typed) => {
    setFailed(null);
    const answer = await addPasskey(name.trim());
    if (answer.failure) return problemsOf(answer.failure, words);
    setAdded(added + 1);
    await reload();
  };
  const remove = async (id: string) => {
    const answer = await post('/passkey/delete-passkey', { id });
    setFailed(answer.failure ? failureText(answer.failure, words) : null);
    await reload();
  };
  return (
    <Part title={passkeys.title}>
      <p>{passkeys.text}</p>
      {body?.length === 0 && <p>{passkeys.none}</p>}
      {body && body.length > 0 && (
        <ul className="account-rows">
          {body.map(({ id, name, createdAt }) => (
            <li key={id}>
              <span className="what">
                <strong>{name || passkeys.unnamed}</strong>
                <span className="quiet">{passkeys.since(dateText(createdAt, language))}</span>
              </span>
              <AskFirst
                label={passkeys.remove}
                question={passkeys.question(name || passkeys.unnamed)}
                yes={passkeys.remove}
                no={passkeys.keep}
                onYes={() => remove(id)}
              />
            </li>
          ))}
        </ul>
      )}
      <Failed>{failed ?? (failure && words.account.failed)}</Failed>
      {added > 0 && (
        <Done key={added} focus>
          {passkeys.added}
        </Done>
      )}
      {passkeysWork() ? (
        <TypedForm key={`form ${added}`} submit={passkeys.add} sending={common.sending} send={add} lesser>
          <Field name="name" label={passkeys.name} note={passkeys.nameNote} autoComplete="off" maxLength={60} />
        </TypedForm>
      ) : (
        <p className="quiet">{passkeys.cannot}</p>
      )}
    </Part>
  );
}
