import { useEffect, useState } from 'react';
import { useWords } from '../../lib/i18n/words.ts';
import { loadSiteConfig } from '../../lib/site-config.ts';
import { PageLayout } from '../../ui/page-layout.tsx';
import { basemapHost } from '../map/basemap-host.ts';
import { Section } from './text.tsx';
import { statementWords } from './words.ts';

/** What is kept where, and whom this instance's pages ask: named from its own configuration. */
export function Privacy() {
  const words = useWords(statementWords);
  const [host, setHost] = useState<string | null>();
  useEffect(() => {
    loadSiteConfig().then(({ basemapStyleUrl }) => setHost(basemapHost(basemapStyleUrl, window.location)));
  }, []);
  if (!words) return null;
  const { privacy } = words;
  const basemap = host === undefined ? [] : [host ? privacy.basemap(host) : privacy.noBasemap];
  return (
    <PageLayout title={privacy.title}>
      <p className="lead">{privacy.lead}</p>
      <Section title={privacy.device} text={privacy.deviceText} />
      <Section title={privacy.server} text={privacy.serverText} />
      <Section title={privacy.others} text={[...basemap, ...privacy.othersText]} />
      <Section title={privacy.logs} text={privacy.logsText} />
    </PageLayout>
  );
}
