import './form.css';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';

/** What is wrong with what was typed: by the name of the field, and beside them all. */
export interface Problems {
  fields?: Record<string, string>;
  whole?: ReactNode;
}

export type Typed = Record<string, string>;

const ProblemsContext = createContext<Record<string, string>>({});
export const useProblem = (name: string): string | undefined => useContext(ProblemsContext)[name];

interface Props {
  /** On the button, and while what was typed is on its way. */
  submit: string;
  sending: string;
  /** Sends what was typed, by the names of the fields; answers with what is wrong, or nothing. */
  send: (typed: Typed) => Promise<Problems | undefined>;
  children: ReactNode;
  /** Beside the button. */
  aside?: ReactNode;
  /** What submits is not what the page is for. */
  lesser?: boolean;
  /** For buttons elsewhere that submit it too; their name and value are then among what was typed. */
  id?: string;
}

/**
 * A form whose fields keep what is typed until the page goes, whatever becomes of sending it. Problems are said in their
 * fields, and the first of these takes the focus.
 */
export function TypedForm({ submit, sending, send, children, aside, lesser = false, id }: Props) {
  const [problems, setProblems] = useState<Problems>({});
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (problems.fields) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);
  const attempt = async (typed: Typed) => {
    if (busy) return;
    setBusy(true);
    setProblems({});
    try {
      setProblems((await send(typed)) ?? {});
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      ref={form}
      id={id}
      className="typed-form"
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const { submitter } = event.nativeEvent as SubmitEvent; // what React passes on for "submit"
        const entries = [...new FormData(event.currentTarget, submitter)].map(([name, value]) => [name, String(value)]);
        void attempt(Object.fromEntries(entries));
      }}
    >
      <ProblemsContext value={problems.fields ?? {}}>{children}</ProblemsContext>
      <div role="alert">{problems.whole && <p className="form-failure">{problems.whole}</p>}</div>
      <div className="form-row">
        <button type="submit" className={`button ${lesser ? 'line' : 'primary'}`} aria-disabled={busy || undefined}>
          {busy ? sending : submit}
        </button>
        {aside}
      </div>
    </form>
  );
}
