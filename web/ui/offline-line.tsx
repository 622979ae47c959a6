import { CloudOff } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { type KeptSearch, lastSearch } from '../lib/answers.ts';
import { momentText } from '../lib/format.ts';
import { useI18n } from '../lib/i18n/i18n.tsx';
import './offline.css';

/** One line over what was kept on the device: the date of what is shown. Hours keep counting from the clock. */
export function KeptLine({ at }: { at: string | null }) {
  const { t, language } = useI18n();
  if (!at) return null;
  return <Line>{t.shownAsOf(momentText(at, language))}</Line>;
}

/** Says that a search cannot be made now, and leads to what is here. */
export function NotKeptLine({ onRetry }: { onRetry: () => void }) {
  const { t, language } = useI18n();
  const [last, setLast] = useState<KeptSearch | null>(null);
  useEffect(() => {
    void lastSearch().then(setLast);
  }, []);
  return (
    <>
      <Line>{t.searchNotKept}</Line>
      <p className="offline-ways">
        <button type="button" className="button line" onClick={onRetry}>
          {t.retry}
        </button>
        {last && (
          <a className="button line" href={last.href}>
            {t.showLastSearch(momentText(last.at, language))}
          </a>
        )}
      </p>
    </>
  );
}

function Line({ children }: { children: ReactNode }) {
  return (
    <p className="offline-line" role="status">
      <CloudOff size={18} aria-hidden />
      <span>{children}</span>
    </p>
  );
}
