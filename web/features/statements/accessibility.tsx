import { useEffect, useState } from 'react';
import { dateText } from '../../lib/format.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { useWords } from '../../lib/i18n/words.ts';
import { loadSiteConfig } from '../../lib/site-config.ts';
import { PageLayout } from '../../ui/page-layout.tsx';
import { Points, Section } from './text.tsx';
import { statementWords } from './words.ts';

/** When somebody last compared the statement with the application. */
const reviewedOn = '2026-11-30';

/** The accessibility statement: what is met, how that is known, and what is not. */
export function Accessible() {
  const { language } = useI18n();
  const words = useWords(statementWords);
  const [email, setEmail] = useState<string>();
  useEffect(() => {
    loadSiteConfig().then(({ contactEmail }) => setEmail(contactEmail));
  }, []);
  if (!words) return null;
  const { accessibility } = words;
  return (
    <PageLayout title={accessibility.title}>
      <p className="lead">{accessibility.lead}</p>
      <Points title={accessibility.met} points={accessibility.metList} />
      <Section title={accessibility.tested} text={accessibility.testedText} />
      <Points title={accessibility.limits} points={accessibility.limitsList} />
      <Section
        title={accessibility.report}
        text={[
          accessibility.reportText,
          ...(email ? [accessibility.reportEmail(email)] : []),
          accessibility.reviewed(dateText(reviewedOn, language)),
        ]}
      />
    </PageLayout>
  );
}
