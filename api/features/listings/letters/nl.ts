import type { ListingLetters } from './model.ts';

export const nl: ListingLetters = {
  claimProof: {
    subject: 'Ben jij van {place}?',
    text: 'Iemand die bij Ricircolo is aangemeld, zegt {place} te runnen. Ben jij dat, bevestig het dan: open deze link waar je bent aangemeld.',
    action: 'Bevestigen',
  },
  claimTold: {
    subject: 'Iemand zegt {place} te runnen',
    text: 'Iemand zegt {place} te runnen, dat jij beheert. Er verandert niets zonder beslissing van een moderator. Ben je het er niet mee eens, zeg dan waarom.',
    action: 'Bekijk de plek',
  },
  confirm: {
    subject: 'Bevestig wat je stuurde: {place}',
    text: 'Jij, of iemand die jouw adres opgaf, stuurde iets over {place} naar Ricircolo. Het telt zodra je het bevestigt.',
    action: 'Bevestigen',
  },
  days7: 'De link is 7 dagen geldig en werkt één keer.',
  ignore: 'Was jij dit niet, dan hoef je niets te doen.',
};
