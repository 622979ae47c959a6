import type { ModerationLetters } from './model.ts';

export const nl: ModerationLetters = {
  newApproved: {
    subject: '{place} staat op de kaart',
    text: 'De plek die je aanmeldde, {place}, staat op de kaart. Dank je wel.',
  },
  editApproved: {
    subject: 'Je wijziging van {place} is gepubliceerd',
    text: 'Wat je over {place} voorstelde, is gepubliceerd. Dank je wel.',
  },
  claimApproved: {
    subject: 'Jij zorgt voor {place}',
    text: 'Vanaf nu houd je {place} zelf bij: je wijzigingen zijn meteen te zien.',
  },
  asked: {
    subject: 'Een vraag over {place}',
    text: 'Een moderator heeft een vraag over wat je over {place} stuurde.',
  },
  refused: {
    subject: 'Niet gepubliceerd: {place}',
    text: 'Wat je over {place} stuurde, wordt niet gepubliceerd.',
  },
  removed: {
    subject: 'Verwijderd: {place}',
    text: 'Een moderator heeft {place} van de kaart gehaald.',
  },
  reverted: {
    subject: 'Je wijziging van {place} is teruggedraaid',
    text: 'Een moderator heeft je wijziging van {place} teruggedraaid.',
  },
  appealGranted: {
    subject: 'Je bezwaar over {place}',
    text: 'Je bezwaar is bekeken en de beslissing over {place} is herzien.',
  },
  appealRefused: {
    subject: 'Je bezwaar over {place}',
    text: 'Je bezwaar is bekeken. De beslissing over {place} blijft staan.',
  },
  reportSettled: {
    subject: 'Je melding over {place}',
    text: 'Een moderator heeft bekeken wat je over {place} meldde. Dank je wel.',
  },
  reason: 'De moderator schrijft: {reason}',
  law: 'Het is in strijd met de wet.',
  rules: 'Het is in strijd met de regels van deze gids.',
  byPerson: 'Een mens heeft dit beslist, zonder geautomatiseerde middelen.',
  redress:
    'Als je het er niet mee eens bent, kun je hier binnen zes maanden gratis bezwaar maken. Je kunt ook terecht bij een orgaan voor buitengerechtelijke geschillenbeslechting of bij de rechter.',
  see: 'Bekijk de plek',
  answer: 'Bekijk en wijzig',
  appeal: 'Lees de beslissing of maak bezwaar',
};
