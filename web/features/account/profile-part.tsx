import { useState } from 'react';
import { languageNames } from '../../lib/i18n/i18n.tsx';
import { Field, SelectField } from '../../ui/form/fields.tsx';
import { type Typed, TypedForm } from '../../ui/form/form.tsx';
import { post } from './ask.ts';
import { problemsOf } from './failure.tsx';
import { Part } from './part.tsx';
import type { Viewer } from './viewer.tsx';
import type { AccountWords } from './words/en.ts';

/** Name, and the language of letters. */
export function ProfilePart({
  words,
  viewer,
  onChanged,
}: {
  words: AccountWords;
  viewer: Viewer;
  onChanged: () => void;
}) {
  const { account, common } = words;
  const [saved, setSaved] = useState(false);
  const send = async ({ name, language }: Typed) => {
    setSaved(false);
    const { failure } = await post('/update-user', { name, language });
    if (failure) return problemsOf(failure, words);
    setSaved(true);
    onChanged();
  };
  return (
    <Part title={account.profile}>
      <TypedForm
        submit={account.save}
        sending={common.sending}
        send={send}
        lesser
        aside={<span role="status">{saved && account.saved}</span>}
      >
        <Field name="name" label={common.name} autoComplete="name" maxLength={100} defaultValue={viewer.name} />
        <SelectField name="language" label={account.language} defaultValue={viewer.language}>
          {Object.entries(languageNames).map(([code, name]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </SelectField>
      </TypedForm>
    </Part>
  );
}
