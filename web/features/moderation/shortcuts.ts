import { useEffect, useRef, useState } from 'react';

const key = 'ricircolo.moderation.keys';

/** Whether single keys act; whoever speaks to the computer, or types with a tremor, switches them off (WCAG 2.1.4). */
export function useKeysOn(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => localStorage.getItem(key) !== 'off');
  return [
    on,
    (next) => {
      if (next) localStorage.removeItem(key);
      else localStorage.setItem(key, 'off');
      setOn(next);
    },
  ];
}

/** Single keys, by what they are; none while somebody types or a dialog asks, and none together with another key. */
export function useShortcuts(on: boolean, actions: Record<string, () => void>): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    if (!on) return undefined;
    const press = (event: KeyboardEvent) => {
      const { target, ctrlKey, metaKey, altKey } = event;
      const isTyping =
        target instanceof Element && target.closest('input:not([type=radio], [type=checkbox]), textarea, select');
      const action = latest.current[event.key.toLowerCase()];
      if (!action || isTyping || ctrlKey || metaKey || altKey || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on]);
}
