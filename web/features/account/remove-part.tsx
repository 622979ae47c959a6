import { type ReactNode, useState } from 'react';
import { pageAddress } from '../../lib/page-address.ts';
import { post } from './ask.ts';
import { failureText } from './failure.tsx';
import { Part } from './part.tsx';
import { Done, Failed } from './said.tsx';
import type { Viewer } from './viewer.tsx';
import { WhatGoes } from './what-goes.tsx';
import type { AccountWords } from './words/en.ts';

/** Says what goes and what stays; then a letter whose link alone deletes. */
export function RemovePart({ words, viewer }: { words: AccountWords; viewer: Viewer }) {
  const { remove } = words;
  const [asked, setAsked] = useState(false);
  const [failed, setFailed] = useState<ReactNode>(null);
  const owned = viewer.organizations.filter(({ role }) => role === 'OWNER');
  const ask = async () => {
    setFailed(null);
    const { failure } = await post('/delete-user');
    if (failure) setFailed(failureText(failure, words));
    else setAsked(true);
  };
  return (
    <Part title={remove.title}>
      <p>{remove.lead}</p>
      <WhatGoes words={words} heading="h3" />
      {owned.length > 0 && (
        <>
          <p>{remove.firstHandOver}</p>
          <ul className="account-list">
            {owned.map(({ organization: { id, slug, name } }) => (
              <li key={id}>
                <a href={pageAddress(`/organizations/${slug}`)}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {asked ? (
        <Done focus>{remove.asked}</Done>
      ) : (
        <>
          <p>{remove.askLetter}</p>
          <p>
            <button type="button" className="button line" onClick={() => void ask()}>
              {remove.ask}
            </button>
          </p>
        </>
      )}
      <Failed>{failed}</Failed>
    </Part>
  );
}
