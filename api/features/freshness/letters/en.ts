import type { FreshnessWords } from './model.ts';

export const en: FreshnessWords = {
  subject: 'Is {name} still as we show it?',
  question: 'You look after {name} on Ricircolo. Nobody has checked for a year whether what we say of it still holds.',
  why: 'People set out because of what the map says. One click tells them that they can rely on it.',
  stillTrue: 'Everything still holds',
  changed: 'Something changed',
  closed: 'The place has closed for good',
  holds: 'The links hold for 60 days and lead to a page where you confirm your answer.',
  ignore: 'Without an answer, the map will say that this place was not checked for long.',
};
