import { type ReactNode, useEffect } from 'react';
import { isLanguage, languageNames, useI18n } from '../lib/i18n/i18n.tsx';
import { pageAddress } from '../lib/page-address.ts';
import { accountWord } from './account-link.ts';
import { Brand } from './brand.tsx';
import { pageLinks } from './page-links.ts';

/** A plain page: the way home, a column of content under one heading, the languages and the other pages. */
export function PageLayout({ title, children }: { title: string; children: ReactNode }) {
  const { t, language } = useI18n();
  useEffect(() => {
    document.title = `${title} · Ricircolo`;
  }, [title]);
  return (
    <div className="plain-page">
      <a className="skip" href="#content">
        {t.skipToContent}
      </a>
      <header>
        <Brand />
        <div className="page-own">
          <a href={pageAddress('/account')} aria-current={window.location.pathname === '/account' ? 'page' : undefined}>
            {accountWord[language]}
          </a>
          <LanguageChooser />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        <h1>{title}</h1>
        {children}
      </main>
      <footer>
        <nav aria-label={t.pagesLabel}>
          <ul>
            {pageLinks.map(({ path, label }) => (
              <li key={path}>
                <a href={pageAddress(path)} aria-current={window.location.pathname === path ? 'page' : undefined}>
                  {label(t)}
                </a>
              </li>
            ))}
            <li>
              <a href="/explore">{t.menuApi}</a>
            </li>
          </ul>
        </nav>
      </footer>
    </div>
  );
}

function LanguageChooser() {
  const { t, language, choose } = useI18n();
  return (
    <select
      aria-label={t.menuLanguage}
      value={language}
      onChange={({ currentTarget }) => isLanguage(currentTarget.value) && choose(currentTarget.value)}
    >
      {Object.entries(languageNames).map(([code, name]) => (
        <option key={code} value={code} lang={code}>
          {name}
        </option>
      ))}
    </select>
  );
}
