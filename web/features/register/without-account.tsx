import { useState } from 'react';
import { TextField } from './fields.tsx';
import { useForm } from './form.ts';
import type { Sender } from './send.ts';

/** Sends what was typed for a moderator to decide, once a mailed link has confirmed it. */
export function WithoutAccount({ sending, onSend }: { sending: boolean; onSend: (sender: Sender) => void }) {
  const { words } = useForm();
  const [email, setEmail] = useState('');
  const [trap, setTrap] = useState('');
  return (
    <section className="form-notice" aria-labelledby="without-account">
      <h3 id="without-account">{words.mailed.title}</h3>
      <TextField
        path="sender"
        label={words.mailed.email}
        why={words.mailed.why}
        type="email"
        autoComplete="email"
        longest={254}
        value={email}
        onChange={setEmail}
      />
      {/* Machines fill in whatever there is; people do not meet it. */}
      <input
        className="form-trap"
        name="homepage"
        tabIndex={-1}
        autoComplete="off"
        aria-hidden="true"
        value={trap}
        onChange={({ currentTarget }) => setTrap(currentTarget.value)}
      />
      <button
        type="button"
        className="button line"
        aria-disabled={sending}
        onClick={() => onSend({ email: email.trim(), trap })}
      >
        {sending ? words.review.sending : words.mailed.send}
      </button>
    </section>
  );
}
