import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useLater } from './later.ts';

interface Props<Rest> {
  /** The button as it looks before what it opens has been loaded. */
  button: (open: () => void) => ReactNode;
  /** A component that begins with an equal button of its own, which opens it. */
  load: () => Promise<(props: Rest) => ReactNode>;
  props: Rest;
}

/** A button whose menu or dialog is loaded when it is first pressed, and then opened in its stead. */
export function Opener<Rest extends object>({ button, load, props }: Props<Rest>) {
  const [pressed, setPressed] = useState(false);
  const Part = useLater(load, pressed);
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (!Part) return;
    // Focus first: what opens gives it back to where it was when it closes. By the keyboard's key, because what opens by
    // a click without a pointer waits before it takes the focus, and by then has made inert what had it.
    const own = place.current?.querySelector('button');
    own?.focus();
    for (const type of ['keydown', 'keyup'])
      own?.dispatchEvent(new KeyboardEvent(type, { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }));
  }, [Part]);
  return (
    <span ref={place} className="opener">
      {Part ? <Part {...props} /> : button(() => setPressed(true))}
    </span>
  );
}
