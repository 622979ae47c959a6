import type { FreshnessWords } from './en.ts';

export const words: FreshnessWords = {
  stillRight: {
    title: 'È ancora giusto?',
    lead: 'Ti abbiamo chiesto per posta se un posto che curi è ancora come lo mostriamo.',
    question: (place) => `${place} è ancora come lo mostriamo?`,
    answers: {
      STILL_TRUE: 'È ancora tutto giusto',
      CHANGED: 'Qualcosa è cambiato',
      CLOSED: 'Ha chiuso per sempre',
    },
    done: {
      STILL_TRUE: 'Grazie. Ora si vede che questo posto è stato controllato oggi.',
      CHANGED: 'Grazie. Dicci che cosa è cambiato, oppure accedi e cambialo tu.',
      CLOSED: 'Grazie. Ora il posto risulta chiuso per sempre. Se è stato un errore, accedi e riaprilo.',
    },
    invalid: 'Questo collegamento non vale più, o non curi più questo posto. Accedi per curare i tuoi posti.',
    failed: 'La risposta non ci è arrivata. Riprova.',
    tell: 'Di’ che cosa è cambiato',
    openPlace: 'Guarda il posto',
  },
  worklist: {
    title: 'Posti da controllare vicino a te',
    lead: 'La mappa vale quanto il suo ultimo controllo. Questi posti aspettano che qualcuno guardi: passaci, telefona o apri il sito, e dicci che cosa trovi.',
    where: 'Città o via',
    search: 'Mostra',
    nearMe: 'Vicino a me',
    notFound: 'Non conosciamo questa città o via.',
    around: (name) => `Intorno a ${name}`,
    yourPosition: 'dove sei',
    none: 'Qui non c’è niente da controllare. Prova un’altra città.',
    failed: 'L’elenco non si è caricato. Riprova.',
    list: 'Posti da controllare',
    reasons: {
      WEBSITE_GONE: 'Il suo sito non risponde',
      NO_ANSWER: 'Chi lo cura non ci ha risposto',
      STALE: 'Non controllato da oltre due anni',
      AGEING: 'Non controllato da oltre un anno',
      NEVER_CHECKED: 'Mai controllato sul posto',
    },
    goneSince: (date) => `Il suo sito non risponde dal ${date}`,
    tell: 'Qualcosa non va',
  },
};
