import type { FreshnessWords } from './model.ts';

export const cs: FreshnessWords = {
  subject: 'Je {name} stále takové, jak ukazujeme?',
  question: 'Staráte se o místo {name} na Ricircolu. Už rok nikdo neověřil, zda to, co o něm říkáme, stále platí.',
  why: 'Lidé se vydávají na cestu podle mapy. Jedno kliknutí jim řekne, že se na ni mohou spolehnout.',
  stillTrue: 'Všechno stále platí',
  changed: 'Něco se změnilo',
  closed: 'Místo je natrvalo zavřené',
  holds: 'Odkazy platí 60 dní a vedou na stránku, kde odpověď potvrdíte.',
  ignore: 'Bez odpovědi bude mapa uvádět, že místo nebylo dlouho ověřeno.',
};
