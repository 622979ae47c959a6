import { type RefObject, useEffect } from 'react';

/** Tells the page around the frame how tall its content is, whenever that changes. */
export function useHeightMessages(content: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = content.current;
    if (!element || window.parent === window) return undefined;
    let told = 0;
    const observer = new ResizeObserver(() => {
      const height = Math.ceil(element.getBoundingClientRect().height);
      if (height === told) return;
      told = height;
      // Any site may embed the map, and a height tells nobody anything: no origin to name.
      window.parent.postMessage({ type: 'ricircolo:height', height }, '*');
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [content]);
}
