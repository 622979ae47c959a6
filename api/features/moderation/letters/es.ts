import type { ModerationLetters } from './model.ts';

export const es: ModerationLetters = {
  newApproved: {
    subject: '{place} está en el mapa',
    text: 'El lugar que registraste, {place}, está en el mapa. Gracias.',
  },
  editApproved: {
    subject: 'Tu cambio de {place} está publicado',
    text: 'Lo que propusiste sobre {place} está publicado. Gracias.',
  },
  claimApproved: {
    subject: 'Ahora cuidas de {place}',
    text: 'Desde ahora mantienes {place} al día: tus cambios se ven enseguida.',
  },
  asked: {
    subject: 'Una pregunta sobre {place}',
    text: 'La moderación tiene una pregunta sobre lo que enviaste acerca de {place}.',
  },
  refused: {
    subject: 'No publicado: {place}',
    text: 'Lo que enviaste acerca de {place} no se publica.',
  },
  removed: {
    subject: 'Retirado: {place}',
    text: 'La moderación ha retirado {place} del mapa.',
  },
  reverted: {
    subject: 'Tu cambio de {place} se ha deshecho',
    text: 'La moderación ha deshecho tu cambio de {place}.',
  },
  appealGranted: {
    subject: 'Tu reclamación sobre {place}',
    text: 'Se ha examinado tu reclamación y la decisión sobre {place} se revoca.',
  },
  appealRefused: {
    subject: 'Tu reclamación sobre {place}',
    text: 'Se ha examinado tu reclamación. La decisión sobre {place} se mantiene.',
  },
  reportSettled: {
    subject: 'Tu aviso sobre {place}',
    text: 'La moderación ha examinado lo que avisaste sobre {place}. Gracias.',
  },
  reason: 'La moderación escribe: {reason}',
  law: 'Es contrario a la ley.',
  rules: 'Es contrario a las normas de este directorio.',
  byPerson: 'Lo ha decidido una persona, sin medios automatizados.',
  redress:
    'Si no estás de acuerdo, puedes reclamar aquí en un plazo de seis meses, gratis. También puedes acudir a un órgano de resolución extrajudicial de litigios o a un tribunal.',
  see: 'Ver el lugar',
  answer: 'Ver y cambiar',
  appeal: 'Leer la decisión o reclamar',
};
