import type { FreshnessWords } from './model.ts';

export const es: FreshnessWords = {
  subject: '¿{name} sigue como lo mostramos?',
  question: 'Cuidas {name} en Ricircolo. Desde hace un año nadie ha comprobado si lo que decimos sigue siendo cierto.',
  why: 'La gente se pone en camino por lo que dice el mapa. Un clic le dice que puede fiarse.',
  stillTrue: 'Todo sigue igual',
  changed: 'Algo ha cambiado',
  closed: 'El lugar ha cerrado para siempre',
  holds: 'Los enlaces valen 60 días y llevan a una página donde confirmas tu respuesta.',
  ignore: 'Sin respuesta, el mapa dirá que este lugar lleva mucho sin comprobarse.',
};
