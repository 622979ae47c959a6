import type { FreshnessWords } from './en.ts';

export const words: FreshnessWords = {
  stillRight: {
    title: 'Est-ce toujours exact ?',
    lead: 'Nous vous avons demandé par courriel si un lieu dont vous vous occupez est toujours comme nous le montrons.',
    question: (place) => `${place} est-il toujours comme nous le montrons ?`,
    answers: {
      STILL_TRUE: 'Tout est encore vrai',
      CHANGED: 'Quelque chose a changé',
      CLOSED: 'Il a fermé définitivement',
    },
    done: {
      STILL_TRUE: 'Merci. On voit désormais que ce lieu a été vérifié aujourd’hui.',
      CHANGED: 'Merci. Dites-nous ce qui a changé, ou connectez-vous et modifiez-le vous-même.',
      CLOSED:
        'Merci. Le lieu est maintenant indiqué comme fermé définitivement. Si c’était une erreur, connectez-vous et rouvrez-le.',
    },
    invalid:
      'Ce lien n’est plus valable, ou vous ne vous occupez plus de ce lieu. Connectez-vous pour gérer vos lieux.',
    failed: 'La réponse ne nous est pas parvenue. Réessayez.',
    tell: 'Dire ce qui a changé',
    openPlace: 'Voir le lieu',
  },
  worklist: {
    title: 'Lieux à vérifier près de vous',
    lead: 'La carte vaut ce que vaut sa dernière vérification. Ces lieux attendent que quelqu’un regarde : passez-y, appelez ou ouvrez leur site, et dites-nous ce que vous trouvez.',
    where: 'Ville ou rue',
    search: 'Afficher',
    nearMe: 'Près de moi',
    notFound: 'Nous ne connaissons pas cette ville ou cette rue.',
    around: (name) => `Autour de ${name}`,
    yourPosition: 'votre position',
    none: 'Rien à vérifier ici. Essayez une autre ville.',
    failed: 'La liste ne s’est pas chargée. Réessayez.',
    list: 'Lieux à vérifier',
    reasons: {
      WEBSITE_GONE: 'Son site ne répond pas',
      NO_ANSWER: 'Ses responsables ne nous ont pas répondu',
      STALE: 'Pas vérifié depuis plus de deux ans',
      AGEING: 'Pas vérifié depuis plus d’un an',
      NEVER_CHECKED: 'Jamais vérifié sur place',
    },
    goneSince: (date) => `Son site ne répond plus depuis le ${date}`,
    tell: 'Quelque chose ne va pas',
  },
};
