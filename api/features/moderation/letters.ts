/** What moderators' decisions write to people, in their language. */
import type { Letter } from '../../platform/mail.ts';
import type { Language } from '../taxonomy/model.ts';
import { bg } from './letters/bg.ts';
import { cs } from './letters/cs.ts';
import { en } from './letters/en.ts';
import { es } from './letters/es.ts';
import { fi } from './letters/fi.ts';
import { fr } from './letters/fr.ts';
import { it } from './letters/it.ts';
import type { ModerationLetters } from './letters/model.ts';
import { nl } from './letters/nl.ts';
import type { Ground } from './model.ts';

const words: Record<Language, ModerationLetters> = { it, en, fr, es, nl, fi, cs, bg };

export const moderationLetterKinds = [
  'newApproved',
  'editApproved',
  'claimApproved',
  'asked',
  'refused',
  'removed',
  'reverted',
  'appealGranted',
  'appealRefused',
  'reportSettled',
] as const;
export type ModerationLetterKind = (typeof moderationLetterKinds)[number];

export interface DecisionLetter {
  place: string;
  /** In the moderator's own words. */
  reason: string | null;
  /** Where to go from there: the place itself, its form, or the statement of reasons. */
  action?: { kind: 'see' | 'answer' | 'appeal'; url: string } | undefined;
  /** Of a decision against somebody. */
  ground?: Ground | undefined;
}

export function moderationLetter(kind: ModerationLetterKind, language: Language, letter: DecisionLetter): Letter {
  const { [kind]: said, reason, law, rules, byPerson, redress, ...labels } = words[language];
  const { place, action, ground } = letter;
  const filled = (text: string, value: string) => text.replace(/\{(place|reason)\}/, () => value);
  return {
    language,
    subject: filled(said.subject, place),
    paragraphs: [
      filled(said.text, place),
      ...(letter.reason ? [filled(reason, letter.reason)] : []),
      ...(ground ? [ground === 'LAW' ? law : rules] : []),
    ],
    ...(action ? { action: { label: labels[action.kind], url: action.url } } : {}),
    notes: ground ? [byPerson, redress] : [],
  };
}
