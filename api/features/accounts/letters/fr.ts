import type { AccountLetters } from './model.ts';

export const fr: AccountLetters = {
  verify: {
    subject: 'Confirmez votre adresse',
    text: 'Confirmez que cette adresse est la vôtre et votre compte Ricircolo sera prêt.',
    action: 'Confirmer l’adresse',
  },
  signIn: {
    subject: 'Votre lien de connexion',
    text: 'Ce lien vous connecte à Ricircolo.',
    action: 'Se connecter',
  },
  reset: {
    subject: 'Choisissez un nouveau mot de passe',
    text: 'Ce lien vous permet de choisir un nouveau mot de passe pour Ricircolo.',
    action: 'Choisir le mot de passe',
  },
  exists: {
    subject: 'Vous avez déjà un compte',
    text: 'Quelqu’un, peut-être vous, s’est inscrit sur Ricircolo avec cette adresse. Elle a déjà un compte : connectez-vous ou demandez-y un nouveau mot de passe.',
    action: 'Aller sur Ricircolo',
  },
  remove: {
    subject: 'Supprimez votre compte',
    text: 'Ce lien supprime définitivement votre compte Ricircolo. Vos données personnelles sont effacées ; vos contributions restent sans votre nom.',
    action: 'Supprimer le compte',
  },
  minutes15: 'Le lien est valable 15 minutes et une seule fois.',
  hour1: 'Le lien est valable une heure et une seule fois.',
  day1: 'Le lien est valable un jour.',
  ignore: 'Si vous n’avez rien demandé, vous n’avez rien à faire.',
};
