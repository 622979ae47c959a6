import { ExternalLink } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useI18n } from '../lib/i18n/i18n.tsx';
import type { Filters } from '../lib/url.ts';
import { searchAddress } from './links.ts';
import type { Place } from './use-area.ts';
import type { EmbedWords } from './words/en.ts';

interface Source {
  text: string;
  href: string | null;
}

/** Stands until the sources of this instance are known, and where they cannot be asked. */
const openStreetMap: Source[] = [
  { text: '© OpenStreetMap contributors', href: 'https://www.openstreetmap.org/copyright' },
];

/** Always there: whose map this is, whose data, and the way to the whole of it. */
export function EmbedFoot({ filters, place, words }: { filters: Filters; place: Place; words: EmbedWords }) {
  const { language } = useI18n();
  const sources = useSources();
  return (
    <footer>
      <a className="button accent" href={searchAddress(language, filters, place)} target="_blank" rel="noopener">
        {words.openInRicircolo}
        <ExternalLink size={17} aria-hidden />
      </a>
      <p className="attribution">
        <a href="/" target="_blank" rel="noopener">
          {words.mapBy}
        </a>
        {sources.map(({ text, href }) =>
          href ? (
            <a key={text} href={href} target="_blank" rel="noopener">
              {text}
            </a>
          ) : (
            <span key={text}>{text}</span>
          ),
        )}
      </p>
    </footer>
  );
}

/** Who said what is shown, as the tiles tell it. */
function useSources(): Source[] {
  const [sources, setSources] = useState(openStreetMap);
  useEffect(() => {
    const read = async () => {
      const response = await fetch('/tiles/listings.json');
      if (!response.ok) return;
      const { attribution } = await response.json();
      const { body } = new DOMParser().parseFromString(attribution, 'text/html');
      const told = [...body.childNodes]
        .map((node) => ({
          text: (node.textContent ?? '').replace(/^[\s|]+|[\s|]+$/g, ''),
          href: node instanceof HTMLAnchorElement ? node.href : null,
        }))
        .filter(({ text }) => text !== '');
      if (told.length > 0) setSources(told);
    };
    void read().catch(() => undefined);
  }, []);
  return sources;
}
