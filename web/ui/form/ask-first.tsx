import { useEffect, useRef, useState } from 'react';

interface Props {
  /** On the button that asks first. */
  label: string;
  question: string;
  /** On the button that does it, and on the one that does not. */
  yes: string;
  no: string;
  onYes: () => Promise<void>;
}

/** A button for what cannot be taken back: it asks where it stands, and then does it. */
export function AskFirst({ label, question, yes, no, onYes }: Props) {
  const [asking, setAsking] = useState(false);
  const sure = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const left = useRef(false);
  useEffect(() => {
    if (asking) sure.current?.focus();
    else if (left.current) first.current?.focus();
    left.current = asking;
  }, [asking]);
  if (!asking) {
    return (
      <button ref={first} type="button" className="button line" onClick={() => setAsking(true)}>
        {label}
      </button>
    );
  }
  const answer = async () => {
    await onYes();
    setAsking(false);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a question is no set of fields
    <div role="group" aria-label={question} className="form-row form-question">
      <p>{question}</p>
      <button ref={sure} type="button" className="button danger" onClick={() => void answer()}>
        {yes}
      </button>
      <button type="button" className="button line" onClick={() => setAsking(false)}>
        {no}
      </button>
    </div>
  );
}
