import './configure.css';
import { useEffect, useState } from 'react';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { useWords } from '../../lib/i18n/words.ts';
import { TaxonomyProvider } from '../../lib/taxonomy.tsx';
import { noFilters } from '../../lib/url.ts';
import { PageLayout } from '../../ui/page-layout.tsx';
import { defaultHeight, frameLabels, sandbox } from '../frame.ts';
import { type Choice, componentCode, frameAddress, frameCode } from './code.ts';
import { ConfigureForm } from './form.tsx';
import type { ConfigureWords } from './words/en.ts';
import { configureWords } from './words.ts';

const first: Choice = {
  language: null,
  settings: { area: null, filters: noFilters, view: 'both', theme: 'auto', accent: null, height: defaultHeight },
};
/** Typing rests this long before the preview loads anew. */
const restMs = 500;

/** `/embed/configure`: a town hall chooses what its site shows, sees it, and copies the code. */
export function Configure() {
  const words = useWords(configureWords);
  if (!words) return null;
  return (
    <TaxonomyProvider>
      <PageLayout title={words.title}>
        <p className="lead">{words.lead}</p>
        <Configurator words={words} />
      </PageLayout>
    </TaxonomyProvider>
  );
}

function Configurator({ words }: { words: ConfigureWords }) {
  const { language } = useI18n();
  const [choice, setChoice] = useState(first);
  const { origin } = window.location;
  const address = useRested(frameAddress({ ...choice, language: choice.language ?? language }, origin));
  return (
    <div className="configure">
      <ConfigureForm choice={choice} words={words} onChoice={setChoice} />
      <div className="configure-result">
        <h2>{words.preview}</h2>
        <iframe
          src={address}
          title={frameLabels[choice.language ?? language] ?? words.preview}
          // On this page the frame has our origin, which it needs here as little as anywhere.
          sandbox={sandbox.replace('allow-same-origin ', '')}
          style={{ height: choice.settings.height }}
        />
        <h2>{words.code}</h2>
        <Code
          title={words.asComponent}
          note={words.asComponentNote}
          code={componentCode(choice, origin)}
          words={words}
        />
        <Code title={words.asFrame} note={words.asFrameNote} code={frameCode(choice, origin, language)} words={words} />
        <p>{words.promise}</p>
      </div>
    </div>
  );
}

function Code({ title, note, code, words }: { title: string; note: string; code: string; words: ConfigureWords }) {
  const [copied, setCopied] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was copied is another code
  useEffect(() => setCopied(false), [code]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      setCopied(true);
    } catch {
      // The browser keeps the clipboard shut: the text can be selected.
    }
  };
  return (
    <section className="configure-code" aria-label={title}>
      <h3>{title}</h3>
      <p>{note}</p>
      <textarea readOnly aria-label={title} value={code} rows={6} spellCheck={false} dir="ltr" />
      <button type="button" className="button line" onClick={() => void copy()}>
        {copied ? words.copied : words.copy}
      </button>
      <span className="visually-hidden" role="status">
        {copied && words.copied}
      </span>
    </section>
  );
}

function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
