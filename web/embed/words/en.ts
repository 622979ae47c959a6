/** English, and the shape of the other languages. */
export const words = {
  openInRicircolo: 'Open in Ricircolo',
  newTab: 'opens in a new tab',
  areaNotFound: (name: string) => `“${name}” was not found. This is all of Europe.`,
  none: 'Nothing found here. Or nobody told us yet.',
  wheelToZoom: 'Ctrl + scroll zooms the map',
  wheelToZoomMac: '⌘ + scroll zooms the map',
  twoFingers: 'Two fingers move the map',
  mapBy: 'Map: Ricircolo',
};

export type EmbedWords = typeof words;
