/** Answers that take long to make and may be a little old. */

/**
 * Makes a value on the first call and keeps it for so many milliseconds; after that the old one still answers while the
 * next is made. A failure is tried again by the next call.
 */
export function keep<Value>(milliseconds: number, now: () => Date, make: () => Promise<Value>): () => Promise<Value> {
  let kept: { value: Promise<Value>; until: number } | undefined;
  let renewing = false;
  const renew = () => {
    renewing = true;
    const value = make().finally(() => {
      renewing = false;
    });
    const next = { value, until: now().getTime() + milliseconds };
    value.catch(() => {
      if (kept === next) kept = undefined;
    });
    return next;
  };
  return () => {
    if (!kept) kept = renew();
    else if (kept.until <= now().getTime() && !renewing) {
      const next = renew();
      next.value.then(
        () => {
          kept = next;
        },
        () => {}, // the old one goes on answering
      );
    }
    return kept.value;
  };
}
