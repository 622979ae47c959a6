import '@fontsource-variable/sofia-sans-condensed/wght.css';
import { start } from './app/start.tsx';
import './features/search/search.css';
import './features/filters/filters.css';
import './features/results/results.css';
import './features/place/place.css';
import './features/map/map.css';
import './app/app.css';
import { Finder } from './app/finder.tsx';
import { TellProvider } from './features/tell/tell.tsx';
import { loadSiteConfig } from './lib/site-config.ts';
import { TaxonomyProvider } from './lib/taxonomy.tsx';

const config = loadSiteConfig();

await start(() => (
  <TaxonomyProvider>
    <TellProvider>
      <Finder config={config} />
    </TellProvider>
  </TaxonomyProvider>
));
