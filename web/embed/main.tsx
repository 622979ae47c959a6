/**
 * `/embed`: the map inside another site's page. It keeps nothing on the device and sets no cookie, so that it also works
 * in a frame that is sandboxed without an origin.
 */
import '@fontsource-variable/sofia-sans/wght.css';
import '@fontsource-variable/sofia-sans-condensed/wght.css';
import '../ui/tokens.css';
import '../ui/base.css';
import '../features/filters/filters.css';
import '../features/results/results.css';
import '../features/map/map.css';
import './embed.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Provider as GraphQL } from 'urql';
import { graphqlClient } from '../lib/graphql.ts';
import { chooseLanguage, loadCatalogue } from '../lib/i18n/i18n.tsx';
import { LanguageProvider } from '../lib/i18n/provider.tsx';
import { loadSiteConfig } from '../lib/site-config.ts';
import { TaxonomyProvider } from '../lib/taxonomy.tsx';
import { showAccent } from './accent.ts';
import { Embed } from './embed.tsx';
import { parseEmbed } from './settings.ts';

const config = loadSiteConfig();
const address = new URL(window.location.href);
const settings = parseEmbed(address);
const catalogue = await loadCatalogue(chooseLanguage(address.searchParams.get('lang'), navigator.languages));
if (settings.theme !== 'auto') document.documentElement.dataset.theme = settings.theme;
if (settings.accent) showAccent(document.documentElement, settings.accent);

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
createRoot(root).render(
  <StrictMode>
    <LanguageProvider first={catalogue}>
      <GraphQL value={graphqlClient()}>
        <TaxonomyProvider>
          <Embed config={config} settings={settings} />
        </TaxonomyProvider>
      </GraphQL>
    </LanguageProvider>
  </StrictMode>,
);
