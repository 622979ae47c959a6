import '../../ui/form/form.css';
import { type ReactNode, useEffect, useRef } from 'react';

/** What has happened. Takes the focus that a form had which is gone, so that it is read out. */
export function Done({ children, focus = false }: { children: ReactNode; focus?: boolean }) {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (focus) place.current?.focus();
  }, [focus]);
  return (
    <p className="form-done" role="status" ref={place} tabIndex={-1}>
      {children}
    </p>
  );
}

/** What failed, beside a button that stands alone. */
export function Failed({ children }: { children: ReactNode }) {
  return <div role="alert">{children && <p className="form-failure">{children}</p>}</div>;
}
