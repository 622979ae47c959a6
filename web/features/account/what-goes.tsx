import type { AccountWords } from './words/en.ts';

/** What deleting an account takes away, and what it leaves. */
export function WhatGoes({ words }: { words: AccountWords }) {
  const { goes, goesList, stays, staysList } = words.remove;
  return [[goes, goesList] as const, [stays, staysList] as const].map(([title, list]) => (
    <div key={title}>
      <h3>{title}</h3>
      <ul className="account-list">
        {list.map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
    </div>
  ));
}
