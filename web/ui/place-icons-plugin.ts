import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const id = 'virtual:place-icons';
const folders = { maki: '@mapbox/maki/icons', temaki: '@rapideditor/temaki/icons' };

/** Names of icons, as the taxonomy gives them. */
interface Icons {
  /** In marks: what a place is, what one does there. */
  places: readonly string[];
  /** Without a mark around them. */
  things: readonly string[];
}

/**
 * Serves those Maki and Temaki icons (both CC0) that the taxonomy names as two pictures with a symbol for each icon, and
 * `virtual:place-icons`, which tells their addresses. Pictures and not code: they are neither parsed nor run before the
 * list is there; two, because the list needs no icons of things, which are the most. About a tenth of the two sets is in
 * use, so the rest never reaches the browser.
 */
export function placeIcons(icons: Icons): Plugin {
  const pictures = {
    placeIconsUrl: ['place-icons.svg', icons.places],
    thingIconsUrl: ['thing-icons.svg', icons.things],
  } as const;
  let serving = false;
  return {
    name: 'place-icons',
    configResolved: ({ command }) => {
      serving = command === 'serve';
    },
    configureServer: ({ middlewares }) => {
      for (const [file, names] of Object.values(pictures)) {
        middlewares.use(`/${file}`, async (_, response) => {
          response.setHeader('content-type', 'image/svg+xml');
          response.end(await picture(names));
        });
      }
    },
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    async load(module) {
      if (module !== `\0${id}`) return undefined;
      const lines = Object.entries(pictures).map(async ([name, [file, icons]]) => {
        if (serving) return `export const ${name} = '/${file}';`;
        const reference = this.emitFile({ type: 'asset', name: file, source: await picture(icons) });
        return `export const ${name} = import.meta.ROLLUP_FILE_URL_${reference};`;
      });
      return (await Promise.all(lines)).join('\n');
    },
  };
}

async function picture(icons: readonly string[]): Promise<string> {
  const symbols = await Promise.all([...new Set(icons)].sort().map(symbol));
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
