/** The grounds on which the accent stands as text and as a button: tokens.css, `--stone-2` in light and `--paper` in dark. */
const grounds = { light: '#ebeeea', dark: '#212a25' };
/** WCAG 2.2, 1.4.3: text of normal size. */
const enough = 4.5;

type Rgb = [red: number, green: number, blue: number];

const parse = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb;
const print = (rgb: Rgb) => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours `#rrggbb`, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(parse(one)), luminance(parse(other))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** A site's colour, darkened or lightened by no more than its contrast needs in each theme, with the text that goes on it. */
export function accentFor(hex: string, theme: 'light' | 'dark'): { accent: string; onAccent: string } {
  const colour = parse(hex);
  const end = theme === 'light' ? 0 : 255;
  let accent = hex;
  for (let step = 1; step <= 50 && contrast(accent, grounds[theme]) < enough; step++) {
    accent = print(colour.map((part) => part + ((end - part) * step) / 50) as Rgb);
  }
  const onAccent = contrast(accent, '#ffffff') >= contrast(accent, '#131b17') ? '#ffffff' : '#131b17';
  return { accent, onAccent };
}

export function showAccent(element: HTMLElement, hex: string): void {
  const [light, dark] = [accentFor(hex, 'light'), accentFor(hex, 'dark')];
  element.style.setProperty('--accent', `light-dark(${light.accent}, ${dark.accent})`);
  element.style.setProperty('--on-accent', `light-dark(${light.onAccent}, ${dark.onAccent})`);
}
