import { useState } from 'react';

interface Props {
  label: string;
  /** Null: nothing is asked. */
  question: string | null;
  /** What leaves it as it is. */
  no: string;
  busy: boolean;
  onYes: () => void;
}

/** A button; what cannot easily be taken back asks first, where it stands. */
export function Sure({ label, question, no, busy, onYes }: Props) {
  const [asking, setAsking] = useState(false);
  if (!asking || !question) {
    return (
      <button
        type="button"
        className="button line"
        aria-disabled={busy}
        onClick={() => (question ? setAsking(true) : onYes())}
      >
        {label}
      </button>
    );
  }
  return (
    <span className="sure" role="alert">
      {question}
      <button
        type="button"
        className="button primary"
        onClick={() => {
          setAsking(false);
          onYes();
        }}
      >
        {label}
      </button>
      <button type="button" className="button line" onClick={() => setAsking(false)}>
        {no}
      </button>
    </span>
  );
}
