import type { ModerationLetters } from './model.ts';

export const fr: ModerationLetters = {
  newApproved: {
    subject: '{place} est sur la carte',
    text: 'Le lieu que vous avez inscrit, {place}, est sur la carte. Merci.',
  },
  editApproved: {
    subject: 'Votre modification de {place} est publiée',
    text: 'Ce que vous avez proposé pour {place} est publié. Merci.',
  },
  claimApproved: {
    subject: 'Vous vous occupez de {place}',
    text: 'Désormais vous tenez {place} à jour : vos modifications se voient aussitôt.',
  },
  asked: {
    subject: 'Une question sur {place}',
    text: 'La modération a une question sur ce que vous avez envoyé au sujet de {place}.',
  },
  refused: {
    subject: 'Non publié : {place}',
    text: 'Ce que vous avez envoyé au sujet de {place} n’est pas publié.',
  },
  removed: {
    subject: 'Retiré : {place}',
    text: 'La modération a retiré {place} de la carte.',
  },
  reverted: {
    subject: 'Votre modification de {place} a été annulée',
    text: 'La modération a annulé votre modification de {place}.',
  },
  appealGranted: {
    subject: 'Votre réclamation sur {place}',
    text: 'Votre réclamation a été examinée, et la décision sur {place} est annulée.',
  },
  appealRefused: {
    subject: 'Votre réclamation sur {place}',
    text: 'Votre réclamation a été examinée. La décision sur {place} est maintenue.',
  },
  reportSettled: {
    subject: 'Votre signalement sur {place}',
    text: 'La modération a examiné ce que vous avez signalé sur {place}. Merci.',
  },
  reason: 'La modération écrit : {reason}',
  law: 'C’est contraire à la loi.',
  rules: 'C’est contraire aux règles de cet annuaire.',
  byPerson: 'Une personne en a décidé, sans moyens automatisés.',
  redress:
    'Si vous n’êtes pas d’accord, vous pouvez déposer ici une réclamation dans les six mois, gratuitement. Vous pouvez aussi saisir un organe de règlement extrajudiciaire des litiges ou un tribunal.',
  see: 'Voir le lieu',
  answer: 'Voir et modifier',
  appeal: 'Lire la décision ou réclamer',
};
