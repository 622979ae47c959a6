import { useSyncExternalStore } from 'react';

const key = 'ricircolo.followMap';
const changed = 'ricircolo:followMap';

function subscribe(notify: () => void): () => void {
  window.addEventListener(changed, notify);
  return () => window.removeEventListener(changed, notify);
}

/** Whether the list searches as the map moves (as it does at first), or when told to; kept on the device. */
export function useFollowMap(): [boolean, (follow: boolean) => void] {
  const follows = useSyncExternalStore(subscribe, () => localStorage.getItem(key) !== 'no');
  const follow = (next: boolean) => {
    if (next) localStorage.removeItem(key);
    else localStorage.setItem(key, 'no');
    window.dispatchEvent(new Event(changed));
  };
  return [follows, follow];
}
