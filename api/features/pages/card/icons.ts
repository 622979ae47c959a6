/** Outlines of the icons of kinds, from the files of Maki and Temaki (both CC0). */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
const folders: Record<string, string> = { maki: '@mapbox/maki/icons', temaki: '@rapideditor/temaki/icons' };

export interface Outline {
  /** Side of the icon's square. */
  box: number;
  paths: string[];
}

/** Of `maki:name` or `temaki:name`; undefined where an operator's taxonomy names one that is not there. */
export async function outlineOf(icon: string): Promise<Outline | undefined> {
  const [, pack = '', name] = /^(maki|temaki):([a-z0-9_-]+)$/.exec(icon) ?? [];
  if (!folders[pack]) return undefined;
  try {
    const svg = await readFile(resolve(`${folders[pack]}/${name}.svg`), 'utf8');
    const paths = [...svg.matchAll(/\sd="([^"]+)"/g)].map(([, path = '']) => path.replace(/&#x[0-9A-F]+;|\s+/gi, ' '));
    return { box: Number(/viewBox="0 0 ([\d.]+)/.exec(svg)?.[1] ?? 15), paths };
  } catch {
    return undefined;
  }
}
