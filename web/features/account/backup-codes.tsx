import { useState } from 'react';
import type { AccountWords } from './words/en.ts';

/** Shown once; whoever has kept them says so. */
export function BackupCodes({
  words,
  codes: list,
  onKept,
}: {
  words: AccountWords;
  codes: string[];
  onKept: () => void;
}) {
  const { codes } = words;
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(list.join('\n'));
      setCopied(true);
    } catch {
      // The browser keeps the clipboard shut: the codes can be selected.
    }
  };
  return (
    <>
      <h3>{codes.backup}</h3>
      <p>{codes.backupText}</p>
      <ul className="account-backup">
        {list.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p className="form-row">
        <button type="button" className="button line" onClick={() => void copy()}>
          {copied ? codes.copied : codes.copy}
        </button>
        <button type="button" className="button primary" onClick={onKept}>
          {codes.kept}
        </button>
        <span className="visually-hidden" role="status">
          {copied && codes.copied}
        </span>
      </p>
    </>
  );
}
