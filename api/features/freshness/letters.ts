/** The letter that asks whether a place is still as listed, in eight languages. */
import type { Letter } from '../../platform/mail.ts';
import type { Language } from '../taxonomy/model.ts';
import { bg } from './letters/bg.ts';
import { cs } from './letters/cs.ts';
import { en } from './letters/en.ts';
import { es } from './letters/es.ts';
import { fi } from './letters/fi.ts';
import { fr } from './letters/fr.ts';
import { it } from './letters/it.ts';
import type { FreshnessWords } from './letters/model.ts';
import { nl } from './letters/nl.ts';
import type { FreshnessAnswer } from './model.ts';

const words: Record<Language, FreshnessWords> = { it, en, fr, es, nl, fi, cs, bg };

export interface FreshnessMail {
  /** Of the place. */
  name: string;
  urls: Record<FreshnessAnswer, string>;
}

export function freshnessLetter(language: Language, { name, urls }: FreshnessMail): Letter {
  const { subject, question, why, stillTrue, changed, closed, holds, ignore } = words[language];
  const filled = (text: string) => text.replaceAll('{name}', () => name);
  return {
    language,
    subject: filled(subject),
    paragraphs: [filled(question), why],
    action: { label: stillTrue, url: urls.STILL_TRUE },
    otherActions: [
      { label: changed, url: urls.CHANGED },
      { label: closed, url: urls.CLOSED },
    ],
    notes: [holds, ignore],
  };
}
