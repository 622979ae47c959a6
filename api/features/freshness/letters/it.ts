import type { FreshnessWords } from './model.ts';

export const it: FreshnessWords = {
  subject: '{name} è ancora come lo mostriamo?',
  question: 'Tu curi {name} su Ricircolo. Da un anno nessuno controlla se quello che ne diciamo vale ancora.',
  why: 'Chi guarda la mappa si mette in strada fidandosi. Un clic gli dice che può farlo.',
  stillTrue: 'È ancora tutto giusto',
  changed: 'Qualcosa è cambiato',
  closed: 'Il posto ha chiuso per sempre',
  holds: 'I collegamenti valgono 60 giorni e portano a una pagina dove confermi la risposta.',
  ignore: 'Senza risposta, la mappa dirà che questo posto non è controllato da tempo.',
};
