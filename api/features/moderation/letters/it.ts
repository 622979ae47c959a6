import type { ModerationLetters } from './model.ts';

export const it: ModerationLetters = {
  newApproved: {
    subject: '{place} è sulla mappa',
    text: 'Il luogo che hai registrato, {place}, è sulla mappa. Grazie.',
  },
  editApproved: {
    subject: 'La tua modifica di {place} è pubblicata',
    text: 'Quello che hai proposto per {place} è pubblicato. Grazie.',
  },
  claimApproved: {
    subject: 'Ora curi tu {place}',
    text: 'Da adesso tieni aggiornato tu {place}: le tue modifiche si vedono subito.',
  },
  asked: {
    subject: 'Una domanda su {place}',
    text: 'Chi modera ha una domanda su quello che hai inviato per {place}.',
  },
  refused: {
    subject: 'Non pubblicato: {place}',
    text: 'Quello che hai inviato per {place} non è pubblicato.',
  },
  removed: {
    subject: 'Rimosso: {place}',
    text: 'Chi modera ha tolto {place} dalla mappa.',
  },
  reverted: {
    subject: 'La tua modifica di {place} è stata annullata',
    text: 'Chi modera ha annullato la tua modifica di {place}.',
  },
  appealGranted: {
    subject: 'Il tuo reclamo su {place}',
    text: 'Il tuo reclamo è stato esaminato e la decisione su {place} è stata ribaltata.',
  },
  appealRefused: {
    subject: 'Il tuo reclamo su {place}',
    text: 'Il tuo reclamo è stato esaminato. La decisione su {place} resta valida.',
  },
  reportSettled: {
    subject: 'La tua segnalazione su {place}',
    text: 'Chi modera ha esaminato quello che hai segnalato su {place}. Grazie.',
  },
  reason: 'Chi modera scrive: {reason}',
  law: 'È contrario alla legge.',
  rules: 'È contrario alle regole di questo elenco.',
  byPerson: 'Lo ha deciso una persona, senza mezzi automatizzati.',
  redress:
    'Se non sei d’accordo, puoi presentare reclamo qui entro sei mesi, gratuitamente. Puoi anche rivolgerti a un organismo di risoluzione extragiudiziale delle controversie o a un tribunale.',
  see: 'Vedi il luogo',
  answer: 'Vedi e modifica',
  appeal: 'Leggi la decisione o presenta reclamo',
};
