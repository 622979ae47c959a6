import '@fontsource-variable/sofia-sans/wght.css';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/forced-colors.css';
import './served.css';
import { type ReactNode, StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider as GraphQL } from 'urql';
import type { Language } from '../gql/graphql.ts';
import { fetchOrKept } from '../lib/answers.ts';
import { graphqlClient } from '../lib/graphql.ts';
import { chooseLanguage, loadCatalogue } from '../lib/i18n/i18n.tsx';
import { LanguageProvider } from '../lib/i18n/provider.tsx';

/** Draws the content in the language of the address or the browser. What the server wrote stays until it has come. */
export async function start(load: (language: Language) => ReactNode | Promise<ReactNode>): Promise<void> {
  const asked = new URLSearchParams(window.location.search).get('lang');
  const language = chooseLanguage(asked, navigator.languages);
  const [catalogue, content] = await Promise.all([loadCatalogue(language), load(language), styled()]);
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root.');
  const application = (
    <StrictMode>
      <LanguageProvider first={catalogue}>
        <GraphQL value={graphqlClient(fetchOrKept)}>{content}</GraphQL>
      </LanguageProvider>
    </StrictMode>
  );
  await painted();
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[data-once-painted]')) {
    link.rel = link.dataset.oncePainted ?? '';
  }
  // In slices between which the browser answers.
  startTransition(() => createRoot(root).render(application));
}

/** The styles that what the server wrote did without; one that does not come holds nothing up. */
const styled = () =>
  Promise.all(
    [...document.querySelectorAll<HTMLLinkElement>('link[data-later]')].map(
      (link) =>
        new Promise((resolve) => {
          link.onload = resolve;
          link.onerror = resolve;
          link.disabled = false;
        }),
    ),
  );

/** No longer than this is waited for the first picture. */
const patienceMs = 500;

/** Once what the server wrote can be read; a page in the background is not painted, and waits for nothing. */
const painted = () =>
  new Promise<void>((resolve) => {
    if (document.hidden) return resolve();
    new PerformanceObserver(() => resolve()).observe({ type: 'paint', buffered: true });
    setTimeout(resolve, patienceMs);
  });
