import type { ListingLetters } from './model.ts';

export const es: ListingLetters = {
  claimProof: {
    subject: '¿Llevas tú {place}?',
    text: 'Alguien con sesión en Ricircolo dice que lleva {place}. Si eres tú, confírmalo: abre este enlace donde tengas la sesión iniciada.',
    action: 'Confirmar',
  },
  claimTold: {
    subject: 'Alguien dice que lleva {place}',
    text: 'Alguien dice que lleva {place}, que ahora cuidas tú. Nada cambia si no lo decide la moderación. Si no estás de acuerdo, di por qué.',
    action: 'Ver el lugar',
  },
  confirm: {
    subject: 'Confirma lo que enviaste: {place}',
    text: 'Tú, o alguien que dio tu dirección, enviaste algo sobre {place} a Ricircolo. Cuenta cuando lo confirmes.',
    action: 'Confirmar',
  },
  days7: 'El enlace vale 7 días y funciona una sola vez.',
  ignore: 'Si no has sido tú, no tienes que hacer nada.',
};
