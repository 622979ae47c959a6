import type { FreshnessWords } from './en.ts';

export const words: FreshnessWords = {
  stillRight: {
    title: 'Platí to ještě?',
    lead: 'E-mailem jsme se vás zeptali, zda je místo, o které se staráte, stále takové, jak ukazujeme.',
    question: (place) => `Je ${place} stále takové, jak ukazujeme?`,
    answers: {
      STILL_TRUE: 'Všechno stále platí',
      CHANGED: 'Něco se změnilo',
      CLOSED: 'Je natrvalo zavřené',
    },
    done: {
      STILL_TRUE: 'Děkujeme. Teď je vidět, že místo bylo dnes ověřeno.',
      CHANGED: 'Děkujeme. Řekněte nám, co se změnilo, nebo se přihlaste a změňte to sami.',
      CLOSED:
        'Děkujeme. Místo je teď vedeno jako natrvalo zavřené. Pokud to byl omyl, přihlaste se a znovu ho otevřete.',
    },
    invalid: 'Tento odkaz už neplatí, nebo se o toto místo už nestaráte. O svá místa se postaráte po přihlášení.',
    failed: 'Odpověď k nám nedorazila. Zkuste to znovu.',
    tell: 'Říct, co se změnilo',
    openPlace: 'Podívat se na místo',
  },
  worklist: {
    title: 'Místa k ověření ve vašem okolí',
    lead: 'Mapa je tak dobrá jako její poslední ověření. Na tato místa by se měl někdo podívat: zajděte tam, zavolejte nebo otevřete jejich stránky a řekněte nám, co jste zjistili.',
    where: 'Město nebo ulice',
    search: 'Ukázat',
    nearMe: 'Blízko mě',
    notFound: 'Takové město ani ulici neznáme.',
    around: (name) => `V okolí: ${name}`,
    yourPosition: 'vaše poloha',
    none: 'Tady není co ověřovat. Zkuste jiné město.',
    failed: 'Seznam se nenačetl. Zkuste to znovu.',
    list: 'Místa k ověření',
    reasons: {
      WEBSITE_GONE: 'Web neodpovídá',
      NO_ANSWER: 'Správce nám neodpověděl',
      STALE: 'Neověřeno déle než dva roky',
      AGEING: 'Neověřeno déle než rok',
      NEVER_CHECKED: 'Nikdy neověřeno na místě',
    },
    goneSince: (date) => `Web neodpovídá od ${date}`,
    tell: 'Něco nesedí',
  },
};
