import type { AccountLetters } from './model.ts';

export const it: AccountLetters = {
  verify: {
    subject: 'Conferma il tuo indirizzo',
    text: 'Conferma che questo indirizzo è tuo e il tuo account Ricircolo è pronto.',
    action: 'Conferma indirizzo',
  },
  signIn: {
    subject: 'Il tuo link per accedere',
    text: 'Con questo link accedi a Ricircolo.',
    action: 'Accedi',
  },
  reset: {
    subject: 'Scegli una nuova password',
    text: 'Con questo link scegli una nuova password per Ricircolo.',
    action: 'Scegli password',
  },
  exists: {
    subject: 'Hai già un account',
    text: 'Qualcuno, forse tu, si è registrato su Ricircolo con questo indirizzo. Esiste già un account: accedi oppure chiedi lì una nuova password.',
    action: 'Vai a Ricircolo',
  },
  remove: {
    subject: 'Elimina il tuo account',
    text: 'Con questo link elimini per sempre il tuo account Ricircolo. I tuoi dati personali vengono cancellati; i tuoi contributi restano senza il tuo nome.',
    action: 'Elimina account',
  },
  minutes15: 'Il link vale 15 minuti e una sola volta.',
  hour1: 'Il link vale un’ora e una sola volta.',
  day1: 'Il link vale un giorno.',
  ignore: 'Se non l’hai chiesto tu, non devi fare nulla.',
};
