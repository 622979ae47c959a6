import { useEffect, useState } from 'react';
import { useI18n } from '../lib/i18n/i18n.tsx';

/** Installs what makes the page work offline, and says so quietly when a newer version waits. */
export function NewVersion() {
  const { t, language } = useI18n();
  const [reload, setReload] = useState<(() => void) | null>(null);
  useEffect(() => {
    document.querySelector('link[rel=manifest]')?.setAttribute('href', `/manifest.${language}.webmanifest`);
  }, [language]);
  useEffect(() => {
    // After the page itself: nothing here is needed to use it.
    const begin = () =>
      void import('../offline/install.ts')
        .then(({ installWorker }) => installWorker(language, (change) => setReload(() => change)))
        // A browser that keeps nothing, or no network just now: the page works as it does without a worker.
        .catch(() => undefined);
    if (document.readyState === 'complete') begin();
    else window.addEventListener('load', begin, { once: true });
    return () => window.removeEventListener('load', begin);
  }, [language]);
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
