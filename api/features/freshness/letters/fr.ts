import type { FreshnessWords } from './model.ts';

export const fr: FreshnessWords = {
  subject: '{name} est-il toujours comme nous le montrons ?',
  question:
    'Vous vous occupez de {name} sur Ricircolo. Depuis un an, personne n’a vérifié si ce que nous en disons est encore vrai.',
  why: 'On se met en route en se fiant à la carte. Un clic dit qu’on le peut.',
  stillTrue: 'Tout est encore vrai',
  changed: 'Quelque chose a changé',
  closed: 'Le lieu a fermé définitivement',
  holds: 'Les liens sont valables 60 jours et mènent à une page où vous confirmez votre réponse.',
  ignore: 'Sans réponse, la carte dira que ce lieu n’a pas été vérifié depuis longtemps.',
};
