import type { EmbedWords } from './en.ts';

export const words: EmbedWords = {
  openInRicircolo: 'Ouvrir dans Ricircolo',
  newTab: 's’ouvre dans un nouvel onglet',
  areaNotFound: (name) => `« ${name} » est introuvable. Voici toute l’Europe.`,
  none: 'Rien trouvé ici. Ou personne ne nous l’a encore dit.',
  wheelToZoom: 'Ctrl + molette agrandit la carte',
  wheelToZoomMac: '⌘ + molette agrandit la carte',
  twoFingers: 'Deux doigts déplacent la carte',
  mapBy: 'Carte : Ricircolo',
};
