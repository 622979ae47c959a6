import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const id = 'virtual:place-icons';
const file = 'place-icons.svg';
const taxonomy = new URL('../../api/features/taxonomy/data.ts', import.meta.url);
const folders = { maki: '@mapbox/maki/icons', temaki: '@rapideditor/temaki/icons' };

/**
 * Serves those Maki and Temaki icons (both CC0) that the taxonomy names as one picture with a symbol for each, and
 * `virtual:place-icons`, which tells its address. A picture and not code: it is neither parsed nor run before the list
 * is there. About a tenth of the two sets is in use, so the rest never reaches the browser.
 */
export function placeIcons(): Plugin {
  let serving = false;
  return {
    name: 'place-icons',
    configResolved: ({ command }) => {
      serving = command === 'serve';
    },
    configureServer: ({ middlewares }) => {
      middlewares.use(`/${file}`, async (_, response) => {
        response.setHeader('content-type', 'image/svg+xml');
        response.end(await picture());
      });
    },
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    async load(module) {
      if (module !== `\0${id}`) return undefined;
      if (serving) return `export const placeIconsUrl = '/${file}';`;
      const reference = this.emitFile({ type: 'asset', name: file, source: await picture() });
      return `export const placeIconsUrl = import.meta.ROLLUP_FILE_URL_${reference};`;
    },
  };
}

async function picture(): Promise<string> {
  const words = await readFile(taxonomy, 'utf8');
  const names = [...new Set(words.match(/\b(?:maki|temaki):[a-z_0-9-]+/g))].sort();
  const symbols = await Promise.all(names.filter((name) => !name.endsWith(':name')).map(symbol));
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
}

async function symbol(name: string): Promise<string> {
  const [pack, icon] = name.split(':');
  const folder = pack === 'maki' ? folders.maki : folders.temaki;
  const svg = await readFile(new URL(`../../node_modules/${folder}/${icon}.svg`, import.meta.url), 'utf8');
  // Most icons are 15 units wide; a few of Temaki's are 50. Some files write line breaks in a path as entities.
  const box = Number(/viewBox="0 0 ([\d.]+)/.exec(svg)?.[1] ?? 15);
  const paths = [...svg.matchAll(/\sd="([^"]+)"/g)].map(([, path = '']) => {
    const line = path.replace(/&#x[0-9A-F]+;|\s+/gi, ' ');
    // Cut, not rounded, so that digits which share a word with an arc's flags stay where they are; a thousandth of the
    // icon's side is finer than any screen.
    return `<path d="${line.replace(box < 20 ? /(\.\d{3})\d+/g : /(\.\d{2})\d+/g, '$1')}"/>`;
  });
  return `<symbol id="${name}" viewBox="0 0 ${box} ${box}">${paths.join('')}</symbol>`;
}
