import type { ListingLetters } from './model.ts';

export const fr: ListingLetters = {
  claimProof: {
    subject: 'Tenez-vous {place} ?',
    text: 'Une personne connectée à Ricircolo dit tenir {place}. Si c’est vous, confirmez-le : ouvrez ce lien là où vous êtes connecté.',
    action: 'Confirmer',
  },
  claimTold: {
    subject: 'Quelqu’un dit tenir {place}',
    text: 'Quelqu’un dit tenir {place}, dont vous vous occupez. Rien ne change sans une décision de la modération. Si vous n’êtes pas d’accord, dites pourquoi.',
    action: 'Voir le lieu',
  },
  confirm: {
    subject: 'Confirmez votre envoi : {place}',
    text: 'Vous, ou quelqu’un qui a donné votre adresse, avez envoyé quelque chose sur {place} à Ricircolo. Cela compte dès que vous le confirmez.',
    action: 'Confirmer',
  },
  days7: 'Le lien est valable 7 jours et sert une seule fois.',
  ignore: 'Si ce n’était pas vous, vous n’avez rien à faire.',
};
