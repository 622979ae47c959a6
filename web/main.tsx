import '@fontsource-variable/sofia-sans/wght.css';
import '@fontsource-variable/sofia-sans-condensed/wght.css';
import './ui/tokens.css';
import './ui/base.css';
import './features/search/search.css';
import './features/filters/filters.css';
import './features/results/results.css';
import './features/place/place.css';
import './features/map/map.css';
import './app/app.css';
import { StrictMode } from 'react';
import { I18nProvider as AriaLanguage } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { Provider as GraphQL } from 'urql';
import { Finder } from './app/finder.tsx';
import { loadConfig } from './app/use-basemap.ts';
import { graphqlClient } from './lib/graphql.ts';
import { chooseLanguage, I18nProvider, loadI18n } from './lib/i18n/i18n.tsx';
import { TaxonomyProvider } from './lib/taxonomy.tsx';

const config = loadConfig();
const i18n = await loadI18n(
  chooseLanguage(new URLSearchParams(window.location.search).get('lang'), navigator.languages),
);
document.documentElement.lang = i18n.language;

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
createRoot(root).render(
  <StrictMode>
    <I18nProvider value={i18n}>
      <AriaLanguage locale={i18n.language}>
        <GraphQL value={graphqlClient()}>
          <TaxonomyProvider>
            <Finder config={config} />
          </TaxonomyProvider>
        </GraphQL>
      </AriaLanguage>
    </I18nProvider>
  </StrictMode>,
);
