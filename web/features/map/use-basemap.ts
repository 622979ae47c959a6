import { useEffect, useState } from 'react';
import type { SiteConfig } from '../../lib/site-config.ts';
import { type Basemap, configuredBasemap, embeddedBasemap } from './basemap.ts';
import type { Theme } from './palette.ts';

/** The embedded basemap at once, then the configured one when it has come. */
export function useBasemap(config: Promise<SiteConfig>, theme: Theme, language: string): Basemap {
  const [basemap, setBasemap] = useState(() => embeddedBasemap(theme, language));
  useEffect(() => {
    let gone = false;
    setBasemap(embeddedBasemap(theme, language));
    config
      .then(({ basemapStyleUrl }) => configuredBasemap(basemapStyleUrl, theme, language))
      .then((configured) => {
        if (configured && !gone) setBasemap(configured);
      });
    return () => {
      gone = true;
    };
  }, [config, theme, language]);
  return basemap;
}
