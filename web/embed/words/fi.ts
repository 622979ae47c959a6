import type { EmbedWords } from './en.ts';

export const words: EmbedWords = {
  openInRicircolo: 'Avaa Ricircolossa',
  newTab: 'avautuu uuteen välilehteen',
  areaNotFound: (name) => `Paikkaa ”${name}” ei löytynyt. Tässä on koko Eurooppa.`,
  none: 'Täältä ei löytynyt mitään. Tai kukaan ei ole vielä kertonut.',
  wheelToZoom: 'Ctrl + vieritys zoomaa karttaa',
  wheelToZoomMac: '⌘ + vieritys zoomaa karttaa',
  twoFingers: 'Siirrä karttaa kahdella sormella',
  mapBy: 'Kartta: Ricircolo',
};
