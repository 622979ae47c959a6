import type { EmbedWords } from './en.ts';

export const words: EmbedWords = {
  openInRicircolo: 'Open in Ricircolo',
  newTab: 'opent in een nieuw tabblad',
  areaNotFound: (name) => `‘${name}’ is niet gevonden. Dit is heel Europa.`,
  none: 'Hier is niets gevonden. Of niemand heeft het ons verteld.',
  wheelToZoom: 'Ctrl + scrollen zoomt de kaart',
  wheelToZoomMac: '⌘ + scrollen zoomt de kaart',
  twoFingers: 'Twee vingers bewegen de kaart',
  mapBy: 'Kaart: Ricircolo',
};
