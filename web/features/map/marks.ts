import { placeIconsUrl } from 'virtual:place-icons';
import { dashes } from '../../ui/glyph.tsx';

/** Images are drawn at twice their size, so that dense screens show clean edges. */
export const pixelRatio = 2;
/** The seven groups in the order in which a cluster's image name gives their shares. */
export const groups = ['repair', 'share', 'give', 'second-hand', 'refill', 'recycle', 'meet'] as const;

const radius = { normal: 14, small: 11 };
const font = '"Sofia Sans Variable", system-ui, sans-serif';

interface Sheet {
  pen: CanvasRenderingContext2D;
  image: () => ImageData;
}

function sheet(size: number): Sheet {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.ceil(size * pixelRatio);
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('The browser gave no canvas.');
  pen.scale(pixelRatio, pixelRatio);
  return { pen, image: () => pen.getImageData(0, 0, canvas.width, canvas.height) };
}

interface Outline {
  /** Side of the icon's square. */
  box: number;
  paths: Path2D[];
}

/** What a mark is drawn with. */
interface Ink {
  /** The value of a colour token in the mark's theme. */
  colour: (token: string) => string;
  outlines: ReadonlyMap<string, Outline>;
}

/** What the list draws from a picture is drawn here on a canvas, which takes outlines; without them marks are plain. */
async function loadOutlines(): Promise<Map<string, Outline>> {
  try {
    const response = await fetch(placeIconsUrl);
    const picture = new DOMParser().parseFromString(await response.text(), 'image/svg+xml');
    return new Map(
      Array.from(picture.querySelectorAll('symbol'), (symbol) => [
        symbol.id,
        {
          box: symbol.viewBox.baseVal.width,
          paths: Array.from(symbol.querySelectorAll('path'), (path) => new Path2D(path.getAttribute('d') ?? '')),
        },
      ]),
    );
  } catch {
    return new Map();
  }
}

/**
 * Reads colour tokens, each once: an element resolves light-dark(), which the token's own text would not, and asking an
 * element makes the browser compute the page's styles.
 */
function colourReader(): (theme: string, token: string) => string {
  const known = new Map<string, string>();
  return (theme, token) => {
    const key = `${theme} ${token}`;
    let value = known.get(key);
    if (value === undefined) {
      const probe = document.createElement('i');
      probe.style.colorScheme = theme;
      probe.style.color = `var(--${token})`;
      document.body.append(probe);
      value = getComputedStyle(probe).color;
      probe.remove();
      known.set(key, value);
    }
    return value;
  };
}

function disc(pen: CanvasRenderingContext2D, centre: number, r: number) {
  pen.beginPath();
  pen.arc(centre, centre, r, 0, Math.PI * 2);
}

/** A disc of paper with a soft shadow, which parts a mark from its neighbours. */
function halo(pen: CanvasRenderingContext2D, centre: number, r: number, { colour }: Ink) {
  pen.save();
  pen.shadowColor = 'rgb(0 0 0 / .28)';
  pen.shadowBlur = 3 * pixelRatio;
  pen.shadowOffsetY = pixelRatio;
  disc(pen, centre, r);
  pen.fillStyle = colour('paper');
  pen.fill();
  pen.restore();
}

function place(icon: string, group: string, state: string, r: number, ink: Ink): ImageData {
  const { colour, outlines } = ink;
  const size = r * 2 + 10;
  const c = size / 2;
  const { pen, image } = sheet(size);
  halo(pen, c, r + 1.6, ink);
  const open = state === 'open';
  disc(pen, c, open ? r - 0.5 : r - 0.9);
  pen.fillStyle = open ? colour(group) : colour('paper');
  pen.fill();
  pen.strokeStyle = colour(`${group}-ink`);
  pen.lineWidth = open ? 1 : 1.8;
  if (state === 'unknown') pen.setLineDash(dashes(r - 0.9));
  pen.stroke();
  const shape = outlines.get(icon);
  if (shape) {
    const side = r * 1.1;
    pen.translate(c - side / 2, c - side / 2);
    pen.scale(side / shape.box, side / shape.box);
    pen.fillStyle = colour(open ? `${group}-on` : `${group}-ink`);
    for (const path of shape.paths) pen.fill(path);
  }
  return image();
}

function dot(group: string, state: string, { colour }: Ink): ImageData {
  const { pen, image } = sheet(14);
  disc(pen, 7, 5.2);
  pen.fillStyle = colour('paper');
  pen.fill();
  disc(pen, 7, 3.4);
  if (state === 'open') {
    pen.fillStyle = colour(group);
    pen.fill();
  }
  pen.strokeStyle = colour(`${group}-ink`);
  pen.lineWidth = 1.3;
  if (state === 'unknown') pen.setLineDash([2.2, 1.36]);
  pen.stroke();
  return image();
}

const clusterRadius = (count: number) => (count < 10 ? 16 : count < 50 ? 19 : count < 200 ? 23 : 28);

function cluster(count: number, shares: number[], ink: Ink): ImageData {
  const { colour } = ink;
  const r = clusterRadius(count);
  const size = r * 2 + 12;
  const c = size / 2;
  const { pen, image } = sheet(size);
  halo(pen, c, r + 1.5, ink);
  const total = shares.reduce((sum, share) => sum + share, 0) || 1;
  const gap = shares.filter(Boolean).length > 1 ? 1.6 / r : 0;
  let angle = -Math.PI / 2;
  pen.lineWidth = 4;
  for (const [position, share] of shares.entries()) {
    if (!share) continue;
    const end = angle + (share / total) * Math.PI * 2;
    pen.beginPath();
    pen.arc(c, c, r - 2, angle + gap / 2, end - gap / 2);
    pen.strokeStyle = colour(groups[position] ?? 'ink-3');
    pen.stroke();
    angle = end;
  }
  pen.fillStyle = colour('ink-1');
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.font = `700 ${count >= 50 && count < 1000 ? 15 : 14}px ${font}`;
  pen.fillText(shortCount(count), c, c + 0.8);
  return image();
}

/** `950`, `1.3k`, `24k`, `1.2M`. */
function shortCount(count: number): string {
  if (count < 1000) return String(count);
  const [value, unit] = count < 999_500 ? [count / 1000, 'k'] : [count / 1_000_000, 'M'];
  return `${value < 9.95 ? value.toFixed(1).replace('.0', '') : Math.round(value)}${unit}`;
}

/** Draws the image that a layer asks for by name, or null for a name that is not ours. */
export type MarkPainter = (name: string) => ImageData | null;

/**
 * Makes a painter, once fonts and outlines are there. The theme is part of a name so that a change of theme asks for
 * new images.
 * - `theme|place|<icon>|<group>|<open, closed or unknown>|<normal or small>`
 * - `theme|dot|<group>|<state>`
 * - `theme|cluster|<count>|<seven shares in sixteenths, joined by dots>`
 */
export async function markPainter(): Promise<MarkPainter> {
  const [outlines] = await Promise.all([loadOutlines(), document.fonts.load(`700 14px ${font}`, '0123456789')]);
  const read = colourReader();
  return (name) => {
    const [theme = 'light', kind, first = '', second = '', third = '', fourth = ''] = name.split('|');
    const ink: Ink = { outlines, colour: (token) => read(theme, token) };
    if (kind === 'place') return place(first, second, third, fourth === 'small' ? radius.small : radius.normal, ink);
    if (kind === 'dot') return dot(first, second, ink);
    if (kind === 'cluster') return cluster(Number(first), second.split('.').map(Number), ink);
    return null;
  };
}
