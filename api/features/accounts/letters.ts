/** What signing in writes to people, in their language. */
import type { Letter } from '../../platform/mail.ts';
import type { Language } from '../taxonomy/model.ts';
import { bg } from './letters/bg.ts';
import { cs } from './letters/cs.ts';
import { en } from './letters/en.ts';
import { es } from './letters/es.ts';
import { fi } from './letters/fi.ts';
import { fr } from './letters/fr.ts';
import { it } from './letters/it.ts';
import type { AccountLetters } from './letters/model.ts';
import { nl } from './letters/nl.ts';

const words: Record<Language, AccountLetters> = { it, en, fr, es, nl, fi, cs, bg };

export const letterKinds = ['verify', 'signIn', 'reset', 'exists', 'remove'] as const;
export type LetterKind = (typeof letterKinds)[number];

const holds: Record<LetterKind, 'minutes15' | 'hour1' | 'day1' | undefined> = {
  verify: 'day1',
  signIn: 'minutes15',
  reset: 'hour1',
  exists: undefined,
  remove: 'day1',
};

export function accountLetter(kind: LetterKind, language: Language, url: string): Letter {
  const { [kind]: letter, ...notes } = words[language];
  const validity = holds[kind];
  return {
    language,
    subject: letter.subject,
    paragraphs: [letter.text],
    action: { label: letter.action, url },
    notes: [...(validity ? [notes[validity]] : []), notes.ignore],
  };
}
