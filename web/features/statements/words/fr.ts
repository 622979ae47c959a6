import type { StatementWords } from './en.ts';

export const fr: StatementWords = {
  about: {
    title: 'À propos de Ricircolo',
    lead: 'Ricircolo montre où les choses continuent de servir : des lieux qui réparent, prêtent, donnent, échangent, vendent d’occasion, vendent en vrac et recyclent. C’est un annuaire ouvert, pour tous et sans compte.',
    origin: 'D’où il vient',
    originText: [
      'Deux travaux y ont mené. Dans CECI, un projet d’Interreg Europe, huit partenaires de six régions ont échangé de bonnes pratiques pour associer les citoyens aux services circulaires, comme les bricothèques, les ludothèques et la réparation.',
      'À Torino Social Impact, des organisations de Turin se retrouvent dans une communauté de pratique sur l’économie circulaire.',
    ],
    data: 'D’où viennent les données',
    dataText: 'Chaque lieu indique qui a dit quoi, sous quelle licence et quand. Voici les sources communes.',
    sources: {
      places: 'La plupart des lieux',
      reports: 'Quelques lieux de Turin',
      towns: 'Villes',
      borders: 'Frontières et terres',
      things: 'Noms des objets',
      icons: 'Icônes',
    },
    reportsNote: 'faits relevés par le projet dans des documents publics, CC0 1.0',
    honest: 'Ce que nous ne savons pas',
    honestText: [
      'Les horaires que personne ne nous a donnés sont indiqués comme non connus, jamais comme fermé. Quand nous savons seulement ce que de tels lieux proposent en général, nous écrivons « d’habitude ».',
    ],
    open: 'Ouvert à tous',
    openText: [
      'Le programme est un logiciel libre sous licence publique de l’Union européenne 1.2. Chacun peut l’installer pour une ville ou une région. Les données se lisent et s’interrogent par la même interface ouverte que celle de ce site.',
    ],
  },
  privacy: {
    title: 'Vie privée',
    lead: 'Vous pouvez chercher, regarder et garder des lieux sans compte. Nous ne vous suivons pas, n’affichons pas de publicité et ne déposons pas de cookies pour cela.',
    device: 'Ce que garde votre appareil',
    deviceText: [
      'Certaines choses sont gardées par votre navigateur, seulement sur votre appareil : l’apparence choisie, les lieux que vous gardez et les dernières réponses, pour les lire sans connexion. Effacez les données de ce site dans votre navigateur et elles disparaissent.',
      'Ce que vous cherchez figure dans l’adresse de la page, pour que vous puissiez la partager. Si vous avez cherché autour de vous, votre position y figure aussi : pensez-y avant de partager l’adresse.',
    ],
    server: 'Ce que nous gardons',
    serverText: [
      'D’une visite : rien qui dise qui vous êtes. Vos questions, et votre position si vous l’autorisez, arrivent à ce serveur pour recevoir une réponse et ne sont pas gardées.',
      'Quand la page d’un lieu est ouverte, nous ajoutons un à un nombre : combien de fois ce lieu a été ouvert ce jour-là. Rien n’est gardé de qui l’a ouverte, aucun cookie n’est posé, et les nombres sont effacés après 400 jours. Qui s’occupe d’un lieu voit son nombre du mois.',
      'Si vous nous dites ce qui ne va pas dans un lieu ou ce qui manque, nous gardons vos mots, la date et, si vous la donnez, votre adresse électronique. Les modérateurs les lisent ; ils ne sont jamais publics.',
      'Si vous créez un compte, nous gardons votre adresse électronique et ce que vous modifiez, car chaque fait indique sa source.',
      'Si vous ajoutez des photos, nous enlevons ce que votre appareil y a écrit, comme l’endroit où vous étiez. Le nom que vous donnez avec une photo est public jusqu’à ce que vous le retiriez ou supprimiez votre compte.',
    ],
    others: 'À qui d’autre on demande',
    basemap: (host) =>
      `Le fond de carte vient de ${host}. Votre navigateur lui demande les parties de la carte que vous regardez ; il voit donc votre adresse internet et l’endroit que vous regardez.`,
    noBasemap: 'Le fond de carte vient de ce site. Votre navigateur ne demande rien à personne d’autre.',
    othersText: [
      'Les villes et les rues sont cherchées sur ce serveur.',
      'Les liens vers d’autres cartes, vers les sites des lieux et vers les sources ne s’ouvrent que si vous les choisissez. Ce qui s’y passe dépend d’eux.',
    ],
    logs: 'Journaux',
    logsText: [
      'L’application ne tient pas de liste des visites. Quand quelque chose échoue, elle note l’erreur, l’heure et l’adresse demandée, pas qui l’a demandée.',
      'Qui gère ce serveur peut tenir devant lui un journal des connexions, pour le protéger.',
    ],
  },
  accessibility: {
    title: 'Accessibilité',
    lead: 'Ricircolo doit être utilisable par tous. Il suit les règles pour l’accessibilité des contenus web (WCAG) 2.2, niveau AA, et donc les exigences de la norme EN 301 549 pour les pages web.',
    met: 'Ce sur quoi vous pouvez compter',
    metList: [
      'Tout peut se faire sans la carte : la liste nomme chaque lieu que montre la carte.',
      'Tout peut se faire au clavier seul, et l’on voit où l’on est.',
      'Les lecteurs d’écran trouvent un nom pour chaque commande, des titres et des repères, et annoncent les changements de résultats.',
      'Les textes et les signes restent contrastés en clair et en sombre. Rien n’est dit par la couleur seule.',
      'Cela fonctionne sur un écran large de 320 pixels, avec un texte à 200 pour cent, avec plus d’espace dans le texte et avec les couleurs imposées par le système.',
      'Rien ne bouge si votre appareil demande moins de mouvement.',
      'Un texte dans une autre langue que la page le dit, aux personnes et aux lecteurs d’écran.',
    ],
    tested: 'Comment nous l’avons testé',
    testedText: [
      'Nous l’évaluons nous-mêmes. Des tests automatiques tournent à chaque changement : axe examine tous les écrans et états, en clair et en sombre, sur téléphone et sur grand écran, et des recherches se font au clavier seul dans un vrai navigateur (Chromium).',
    ],
    limits: 'Ce qui n’est pas encore assez bon',
    limitsList: [
      'Ni personnes handicapées ni experts ne l’ont encore testé, et il n’a pas été essayé avec un lecteur d’écran.',
      'La carte elle-même est une image. Ses signes ne s’atteignent pas un à un au clavier ; utilisez la liste.',
      'Ce que les sources disent d’un lieu apparaît comme elles l’ont écrit : ce peut être difficile à lire ou dans une autre langue.',
      'Pour beaucoup de lieux, on ne sait pas s’il y a des marches.',
      'L’atelier pour l’API est fait par d’autres et ne suit pas toutes les règles.',
    ],
    report: 'Dites-le-nous',
    reportText:
      'Si quelque chose vous empêche d’utiliser Ricircolo, dites-le-nous. Chaque lieu a un formulaire pour dire ce qui ne va pas ; vos mots parviennent à ceux qui gèrent ce site.',
    reportEmail: (address) => `Ou écrivez à ${address}.`,
    reviewed: (date) => `Cette déclaration a été revue le ${date}.`,
  },
};
