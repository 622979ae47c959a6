import { useEffect, useRef } from 'react';

const patienceMs = 30_000;

/** Asks again as soon as the network may be back, as long as something old or nothing is shown. */
export function useReconnect(wanted: boolean, ask: () => void): void {
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    if (!wanted) return;
    const again = () => {
      if (navigator.onLine && document.visibilityState === 'visible') latest.current();
    };
    // A server that is down says nothing when it comes back.
    const timer = setInterval(again, patienceMs);
    window.addEventListener('online', again);
    document.addEventListener('visibilitychange', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
      document.removeEventListener('visibilitychange', again);
    };
  }, [wanted]);
}
