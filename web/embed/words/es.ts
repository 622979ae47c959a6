import type { EmbedWords } from './en.ts';

export const words: EmbedWords = {
  openInRicircolo: 'Abrir en Ricircolo',
  newTab: 'se abre en una pestaña nueva',
  areaNotFound: (name) => `No se encuentra «${name}». Esta es toda Europa.`,
  none: 'Aquí no hay nada. O nadie nos lo ha dicho aún.',
  wheelToZoom: 'Ctrl + rueda amplía el mapa',
  wheelToZoomMac: '⌘ + rueda amplía el mapa',
  twoFingers: 'Dos dedos mueven el mapa',
  mapBy: 'Mapa: Ricircolo',
};
