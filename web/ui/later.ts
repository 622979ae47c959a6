import { startTransition, useEffect, useRef, useState } from 'react';

/** Longest wait for an idle moment, and for the list itself where its answer does not come. */
const patienceMs = 4000;
const againMs = 5000;

/**
 * A part of the application that is not in the first load: null until it is wanted and has come. Where it cannot be
 * loaded it is asked for again, after a while or when the network is back.
 */
export function useLater<Part>(load: () => Promise<Part>, wanted: boolean): Part | null {
  const [loaded, setLoaded] = useState<{ part: Part } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const loader = useRef(load);
  const missing = wanted && !loaded;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt loads anew
  useEffect(() => {
    if (!missing) return undefined;
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = () => setAttempt((attempts) => attempts + 1);
    loader.current().then(
      (part) => gone || startTransition(() => setLoaded({ part })),
      () => {
        if (gone) return;
        timer = setTimeout(again, againMs);
        window.addEventListener('online', again);
      },
    );
    return () => {
      gone = true;
      clearTimeout(timer);
      window.removeEventListener('online', again);
    };
  }, [missing, attempt]);
  return loaded?.part ?? null;
}

/** True from the browser's first idle moment after `shown`, or after some seconds in any case. */
export function useIdleAfter(shown: boolean): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    if (idle) return undefined;
    const timer = setTimeout(() => setIdle(true), patienceMs);
    // Safari has no idle callbacks; a moment after the list is drawn serves as well.
    const request = window.requestIdleCallback ?? ((done: () => void) => window.setTimeout(done, 50));
    const handle = shown ? request(() => setIdle(true)) : undefined;
    return () => {
      clearTimeout(timer);
      if (handle !== undefined) (window.cancelIdleCallback ?? window.clearTimeout)(handle);
    };
  }, [idle, shown]);
  return idle;
}

/**
 * How long nobody does anything before what is heavy starts by itself. With a graphics card the map starts in a moment;
 * without one it holds the browser for seconds.
 */
const quietMs = { card: 1000, noCard: 4000 };
/** Whether there is a graphics card, as far as the browser tells (WebGPU); asked once. */
let card: Promise<boolean> | undefined;
const hasCard = async () => {
  const adapter = await navigator.gpu?.requestAdapter().catch(() => null);
  return adapter ? !adapter.info.isFallbackAdapter : false;
};

const signs = ['pointermove', 'pointerdown', 'touchmove', 'scroll', 'wheel', 'focusin', 'keydown'] as const;
/** A list that scrolls tells nobody above it. */
const listening = { passive: true, capture: true };

/**
 * True from the first sign of interest in what matches `area` once the page is `ready`, or when nobody has done anything
 * for a while: what takes the browser's whole attention comes when it is asked for, or when nothing waits for it.
 */
export function useAttention(area: string, ready: boolean): boolean {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (!ready || wanted) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let patience = quietMs.noCard;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setWanted(true), patience);
    };
    let gone = false;
    card ??= hasCard();
    void card.then((there) => {
      if (gone || !there) return;
      patience = quietMs.card;
      wait();
    });
    const notice = ({ target, type }: Event) => {
      if (target instanceof Element && target.closest(area)) setWanted(true);
      else if (type !== 'pointermove') wait();
    };
    wait();
    for (const sign of signs) window.addEventListener(sign, notice, listening);
    return () => {
      gone = true;
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, notice, listening);
    };
  }, [area, ready, wanted]);
  return wanted;
}
