import type { EmbedWords } from './en.ts';

export const words: EmbedWords = {
  openInRicircolo: 'Apri in Ricircolo',
  newTab: 'si apre in una nuova scheda',
  areaNotFound: (name) => `“${name}” non si trova. Questa è tutta l’Europa.`,
  none: 'Qui non c’è nulla. O nessuno ce l’ha ancora detto.',
  wheelToZoom: 'Ctrl + rotella ingrandisce la mappa',
  wheelToZoomMac: '⌘ + rotella ingrandisce la mappa',
  twoFingers: 'Due dita muovono la mappa',
  mapBy: 'Mappa: Ricircolo',
};
