import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { I18nProvider as AriaLanguage } from 'react-aria-components';
import type { Language } from '../../gql/graphql.ts';
import { type Catalogue, I18nContext, loadCatalogue } from './i18n.tsx';

/** The language is part of the address, so that a shared link reads as it was sent. */
function keepInAddress(language: Language) {
  const url = new URL(window.location.href);
  if (url.searchParams.get('lang') === language) return;
  url.searchParams.set('lang', language);
  url.search = url.search.replaceAll('%2C', ',');
  window.history.replaceState(window.history.state, '', url);
}

/** Gives the page its words. */
export function LanguageProvider({ first, children }: { first: Catalogue; children: ReactNode }) {
  const [catalogue, setCatalogue] = useState(first);
  const asked = useRef<Language | null>(null);
  const choose = useCallback((language: Language) => {
    asked.current = language;
    loadCatalogue(language).then(
      (loaded) => {
        if (asked.current !== language) return;
        keepInAddress(language);
        setCatalogue(loaded);
      },
      () => {
        asked.current = null; // offline: the words stay as they are
      },
    );
  }, []);
  // Going back leads to addresses of before the choice, which should not undo it.
  useEffect(() => {
    const keep = () => asked.current && keepInAddress(asked.current);
    window.addEventListener('popstate', keep);
    return () => window.removeEventListener('popstate', keep);
  }, []);
  useEffect(() => {
    document.documentElement.lang = catalogue.language;
  }, [catalogue]);
  const i18n = useMemo(() => ({ ...catalogue, choose }), [catalogue, choose]);
  return (
    <I18nContext value={i18n}>
      <AriaLanguage locale={i18n.language}>{children}</AriaLanguage>
    </I18nContext>
  );
}
