/** The interface's typeface for drawing on the server. */
import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';

/** Each file holds the letters of some scripts; where one lacks a letter the next is asked. */
const scripts = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek'];
const nameOf = (script: string) => `Sofia Sans ${script}`;

const { resolve } = createRequire(import.meta.url);
for (const script of scripts) {
  GlobalFonts.registerFromPath(
    resolve(`@fontsource-variable/sofia-sans/files/sofia-sans-${script}-wght-normal.woff2`),
    nameOf(script),
  );
}
const families = scripts.map((script) => `"${nameOf(script)}"`).join(', ');

/** For a canvas's `font`. */
export const font = (weight: number, pixels: number) => `${weight} ${pixels}px ${families}, sans-serif`;
