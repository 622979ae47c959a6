import { useEffect, useSyncExternalStore } from 'react';
import type { Theme } from '../features/map/palette.ts';

export type ThemeChoice = Theme | 'system';

const key = 'ricircolo.theme';
const changed = 'ricircolo:theme';
const darkDevice = () => window.matchMedia('(prefers-color-scheme: dark)');

function readChoice(): ThemeChoice {
  const asked = new URLSearchParams(window.location.search).get('theme') ?? localStorage.getItem(key);
  return asked === 'light' || asked === 'dark' ? asked : 'system';
}

function subscribe(notify: () => void): () => void {
  const device = darkDevice();
  device.addEventListener('change', notify);
  window.addEventListener(changed, notify);
  return () => {
    device.removeEventListener('change', notify);
    window.removeEventListener(changed, notify);
  };
}

/** The chosen appearance (`?theme=` before what was kept, before the device) and what it comes to now. */
export function useTheme(): { choice: ThemeChoice; theme: Theme; choose: (choice: ThemeChoice) => void } {
  const choice = useSyncExternalStore(subscribe, readChoice);
  const dark = useSyncExternalStore(subscribe, () => darkDevice().matches);
  useEffect(() => {
    if (choice === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = choice;
  }, [choice]);
  const choose = (next: ThemeChoice) => {
    if (next === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, next);
    window.dispatchEvent(new Event(changed));
  };
  return { choice, theme: choice === 'system' ? (dark ? 'dark' : 'light') : choice, choose };
}
