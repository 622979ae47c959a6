import type { AccountWords } from './words/en.ts';

/** What deleting an account takes away, and what it leaves. */
export function WhatGoes({ words, heading: Heading }: { words: AccountWords; heading: 'h2' | 'h3' }) {
  const { goes, goesList, stays, staysList } = words.remove;
  return [[goes, goesList] as const, [stays, staysList] as const].map(([title, list]) => (
    <div key={title}>
      <Heading>{title}</Heading>
      <ul className="account-list">
        {list.map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
    </div>
  ));
}
