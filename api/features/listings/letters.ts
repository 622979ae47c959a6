/** What is written about places, in the reader's language. */
import type { Letter } from '../../platform/mail.ts';
import type { Language } from '../taxonomy/model.ts';
import { bg } from './letters/bg.ts';
import { cs } from './letters/cs.ts';
import { en } from './letters/en.ts';
import { es } from './letters/es.ts';
import { fi } from './letters/fi.ts';
import { fr } from './letters/fr.ts';
import { it } from './letters/it.ts';
import type { ListingLetters } from './letters/model.ts';
import { nl } from './letters/nl.ts';

const words: Record<Language, ListingLetters> = { it, en, fr, es, nl, fi, cs, bg };

export const listingLetterKinds = ['claimProof', 'claimTold', 'confirm'] as const;
/** Days that a mailed link holds; the letters say so. */
export const linkDays = 7;

export function listingLetter(
  kind: (typeof listingLetterKinds)[number],
  language: Language,
  { place, url }: { place: string; url: string },
): Letter {
  const { [kind]: letter, days7, ignore } = words[language];
  const filled = (text: string) => text.replaceAll('{place}', () => place);
  return {
    language,
    subject: filled(letter.subject),
    paragraphs: [filled(letter.text)],
    action: { label: letter.action, url },
    notes: kind === 'claimTold' ? [] : [days7, ignore],
  };
}
