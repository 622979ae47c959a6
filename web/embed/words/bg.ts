import type { EmbedWords } from './en.ts';

export const words: EmbedWords = {
  openInRicircolo: 'Отвори в Ricircolo',
  newTab: 'отваря се в нов раздел',
  areaNotFound: (name) => `„${name}“ не е намерено. Това е цяла Европа.`,
  none: 'Тук няма нищо. Или още никой не ни е казал.',
  wheelToZoom: 'Ctrl + колелце мащабира картата',
  wheelToZoomMac: '⌘ + колелце мащабира картата',
  twoFingers: 'С два пръста местите картата',
  mapBy: 'Карта: Ricircolo',
};
