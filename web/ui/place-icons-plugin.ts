import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const id = 'virtual:place-icons';
const taxonomy = new URL('../../api/features/taxonomy/data.ts', import.meta.url);
const folders = { maki: '@mapbox/maki/icons', temaki: '@rapideditor/temaki/icons' };

/**
 * Serves `virtual:place-icons`: the outlines of those Maki and Temaki icons (both CC0) that the taxonomy names, as
 * `{ "maki:shop": { box: 15, paths: ["M…"] } }` where `box` is the side of the icon's square. About a tenth of the two
 * sets is in use, so the rest never reaches the browser.
 */
export function placeIcons(): Plugin {
  return {
    name: 'place-icons',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    async load(module) {
      if (module !== `\0${id}`) return undefined;
      const words = await readFile(taxonomy, 'utf8');
      const names = [...new Set(words.match(/\b(?:maki|temaki):[a-z_0-9-]+/g))].sort();
      const outlines = await Promise.all(names.filter((name) => !name.endsWith(':name')).map(outline));
      return `export const placeIcons = ${JSON.stringify(Object.fromEntries(outlines))};`;
    },
  };
}

async function outline(name: string): Promise<[string, { box: number; paths: string[] }]> {
  const [pack, icon] = name.split(':');
  const folder = pack === 'maki' ? folders.maki : folders.temaki;
  const svg = await readFile(new URL(`../../node_modules/${folder}/${icon}.svg`, import.meta.url), 'utf8');
  // Most icons are 15 units wide; a few of Temaki's are 50. Some files write line breaks in a path as entities.
  const box = Number(/viewBox="0 0 ([\d.]+)/.exec(svg)?.[1] ?? 15);
  const paths = [...svg.matchAll(/\sd="([^"]+)"/g)].map((match) =>
    (match[1] ?? '').replace(/&#x[0-9A-F]+;|\s+/gi, ' '),
  );
  return [name, { box, paths }];
}
