import type { ListingLetters } from './model.ts';

export const it: ListingLetters = {
  claimProof: {
    subject: 'Gestisci tu {place}?',
    text: 'Qualcuno con un account su Ricircolo dice di gestire {place}. Se sei tu, confermalo: apri questo link dove hai fatto l’accesso.',
    action: 'Conferma',
  },
  claimTold: {
    subject: 'Qualcuno dice di gestire {place}',
    text: 'Qualcuno dice di gestire {place}, che ora curi tu. Non cambia niente se non lo decide chi modera. Se non sei d’accordo, spiega perché.',
    action: 'Vedi il luogo',
  },
  confirm: {
    subject: 'Conferma quello che hai inviato: {place}',
    text: 'Tu, o qualcuno che ha dato il tuo indirizzo, hai inviato qualcosa su {place} a Ricircolo. Vale quando lo confermi.',
    action: 'Conferma',
  },
  days7: 'Il link vale 7 giorni e funziona una volta sola.',
  ignore: 'Se non sei stato tu, non devi fare niente.',
};
