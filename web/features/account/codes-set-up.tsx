import { useEffect, useRef } from 'react';
import { encode } from 'uqr';
import { Field } from '../../ui/form/fields.tsx';
import { type Typed, TypedForm } from '../../ui/form/form.tsx';
import { post } from './ask.ts';
import { problemsOf } from './failure.tsx';
import type { AccountWords } from './words/en.ts';

/** What the server hands out once: the address that an app reads its secret from, and the codes for when it is lost. */
export interface SetUp {
  totpURI: string;
  backupCodes: string[];
}

/** The secret as picture, as link and as key; a first code proves that it has arrived. */
export function CodesSetUp({ words, setUp, onProved }: { words: AccountWords; setUp: SetUp; onProved: () => void }) {
  const { codes, common, problem } = words;
  const first = useRef<HTMLParagraphElement>(null);
  useEffect(() => first.current?.focus(), []); // in place of the button that led here
  const secret = new URL(setUp.totpURI).searchParams.get('secret') ?? '';
  const send = async ({ code = '' }: Typed) => {
    const plain = code.replace(/\s/g, '');
    if (!plain) return { fields: { code: problem.code } };
    const { failure } = await post('/two-factor/verify-totp', { code: plain });
    if (failure) return problemsOf(failure, words);
    onProved();
  };
  return (
    <>
      <p ref={first} tabIndex={-1}>
        {codes.scan}
      </p>
      <Picture text={setUp.totpURI} label={codes.picture} />
      <p>
        {codes.orKey} <code className="account-key">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <p>
        <a href={setUp.totpURI}>{codes.openApp}</a>
      </p>
      <TypedForm submit={codes.confirm} sending={common.sending} send={send}>
        <Field
          name="code"
          label={codes.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          required
        />
      </TypedForm>
    </>
  );
}

/** A QR code; black on white in dark too, since some cameras read nothing else. */
function Picture({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 0 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])));
  return (
    <svg
      className="account-qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={squares.join('')} fill="#000" />
    </svg>
  );
}
