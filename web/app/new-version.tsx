import { useEffect, useState } from 'react';
import { useI18n } from '../lib/i18n/i18n.tsx';

/**
 * Installs what makes the page work offline, and says so quietly when a newer version waits. On a first visit it fetches
 * some two hundred files, and so waits until the page is `settled`.
 */
export function NewVersion({ settled }: { settled: boolean }) {
  const { t, language } = useI18n();
  const [reload, setReload] = useState<(() => void) | null>(null);
  useEffect(() => {
    document.querySelector('link[rel=manifest]')?.setAttribute('href', `/manifest.${language}.webmanifest`);
  }, [language]);
  // As it was at first: the worker takes this very page over once it is installed.
  const [installed] = useState(() => Boolean(navigator.serviceWorker?.controller));
  const ready = settled || installed;
  useEffect(() => {
    if (!ready) return undefined;
    // After the page itself: nothing here is needed to use it.
    const begin = () =>
      void import('../offline/install.ts')
        .then(({ installWorker }) => installWorker(language, (change) => setReload(() => change)))
        // A browser that keeps nothing, or no network just now: the page works as it does without a worker.
        .catch(() => undefined);
    if (document.readyState === 'complete') begin();
    else window.addEventListener('load', begin, { once: true });
    return () => window.removeEventListener('load', begin);
  }, [language, ready]);
  return (
    <div role="status">
      {reload && (
        <p className="new-version">
          {t.newVersion}
          {/* The field that has the focus keeps it, and so what was typed there. */}
          <button
            type="button"
            className="button plain"
            onMouseDown={(event) => event.preventDefault()}
            onClick={reload}
          >
            {t.reload}
          </button>
        </p>
      )}
    </div>
  );
}
