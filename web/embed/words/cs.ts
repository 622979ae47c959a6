import type { EmbedWords } from './en.ts';

export const words: EmbedWords = {
  openInRicircolo: 'Otevřít v Ricircolo',
  newTab: 'otevře se v nové kartě',
  areaNotFound: (name) => `„${name}“ se nenašlo. Tohle je celá Evropa.`,
  none: 'Tady se nic nenašlo. Nebo nám to zatím nikdo neřekl.',
  wheelToZoom: 'Ctrl + kolečko přibližuje mapu',
  wheelToZoomMac: '⌘ + kolečko přibližuje mapu',
  twoFingers: 'Dvěma prsty mapu posunete',
  mapBy: 'Mapa: Ricircolo',
};
