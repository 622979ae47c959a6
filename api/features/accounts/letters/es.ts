import type { AccountLetters } from './model.ts';

export const es: AccountLetters = {
  verify: {
    subject: 'Confirma tu dirección',
    text: 'Confirma que esta dirección es tuya y tu cuenta de Ricircolo estará lista.',
    action: 'Confirmar dirección',
  },
  signIn: {
    subject: 'Tu enlace para entrar',
    text: 'Con este enlace entras en Ricircolo.',
    action: 'Entrar',
  },
  reset: {
    subject: 'Elige una contraseña nueva',
    text: 'Con este enlace eliges una contraseña nueva para Ricircolo.',
    action: 'Elegir contraseña',
  },
  exists: {
    subject: 'Ya tienes una cuenta',
    text: 'Alguien, quizá tú, se ha registrado en Ricircolo con esta dirección. Ya tiene una cuenta: entra o pide allí una contraseña nueva.',
    action: 'Ir a Ricircolo',
  },
  remove: {
    subject: 'Elimina tu cuenta',
    text: 'Con este enlace eliminas tu cuenta de Ricircolo para siempre. Tus datos personales se borran; lo que has aportado queda sin tu nombre.',
    action: 'Eliminar cuenta',
  },
  minutes15: 'El enlace vale 15 minutos y una sola vez.',
  hour1: 'El enlace vale una hora y una sola vez.',
  day1: 'El enlace vale un día.',
  ignore: 'Si no lo has pedido tú, no tienes que hacer nada.',
};
