import type { FreshnessWords } from './en.ts';

export const words: FreshnessWords = {
  stillRight: {
    title: 'Klopt het nog?',
    lead: 'We vroegen je per mail of een plek die je beheert nog is zoals wij haar tonen.',
    question: (place) => `Is ${place} nog zoals wij het tonen?`,
    answers: {
      STILL_TRUE: 'Alles klopt nog',
      CHANGED: 'Er is iets veranderd',
      CLOSED: 'Voorgoed gesloten',
    },
    done: {
      STILL_TRUE: 'Bedankt. Iedereen ziet nu dat deze plek vandaag is nagekeken.',
      CHANGED: 'Bedankt. Vertel ons wat er veranderd is, of log in en wijzig het zelf.',
      CLOSED: 'Bedankt. De plek staat nu als voorgoed gesloten. Was dat een vergissing, log dan in en open haar weer.',
    },
    invalid: 'Deze link geldt niet meer, of je beheert deze plek niet meer. Log in om je plekken te beheren.',
    failed: 'Het antwoord is niet aangekomen. Probeer het opnieuw.',
    tell: 'Vertellen wat er veranderd is',
    openPlace: 'De plek bekijken',
  },
  worklist: {
    title: 'Plekken om na te kijken bij jou in de buurt',
    lead: 'De kaart is zo goed als haar laatste controle. Bij deze plekken moet iemand gaan kijken: ga langs, bel of open hun site, en vertel ons wat je vindt.',
    where: 'Plaats of straat',
    search: 'Tonen',
    nearMe: 'Bij mij in de buurt',
    notFound: 'Die plaats of straat kennen we niet.',
    around: (name) => `Rond ${name}`,
    yourPosition: 'waar je bent',
    none: 'Hier valt niets na te kijken. Probeer een andere plaats.',
    failed: 'De lijst is niet geladen. Probeer het opnieuw.',
    list: 'Plekken om na te kijken',
    reasons: {
      WEBSITE_GONE: 'De website antwoordt niet',
      NO_ANSWER: 'De beheerder heeft ons niet geantwoord',
      STALE: 'Meer dan twee jaar niet nagekeken',
      AGEING: 'Meer dan een jaar niet nagekeken',
      NEVER_CHECKED: 'Nooit ter plaatse nagekeken',
    },
    goneSince: (date) => `De website antwoordt niet sinds ${date}`,
    tell: 'Er klopt iets niet',
  },
};
