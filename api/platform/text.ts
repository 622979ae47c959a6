/**
 * Search normalisation. The SQL function `normalize_text` (first migration) computes the same value;
 * a property test holds the two together.
 *
 * Accents are stripped (NFKD, then combining marks), Latin letters that do not decompose are folded, and Cyrillic is
 * transliterated by the Bulgarian national standard of 2009, so that "Торино" and "Torino" meet.
 */
const letters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'ae',
  œ: 'oe',
  Œ: 'oe',
  ø: 'o',
  Ø: 'o',
  ł: 'l',
  Ł: 'l',
  đ: 'd',
  Đ: 'd',
  ð: 'd',
  Ð: 'd',
  þ: 'th',
  Þ: 'th',
  ħ: 'h',
  Ħ: 'h',
  ı: 'i',
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sht',
  ъ: 'a',
  ы: 'y',
  ь: 'y',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  А: 'a',
  Б: 'b',
  В: 'v',
  Г: 'g',
  Д: 'd',
  Е: 'e',
  Ж: 'zh',
  З: 'z',
  И: 'i',
  К: 'k',
  Л: 'l',
  М: 'm',
  Н: 'n',
  О: 'o',
  П: 'p',
  Р: 'r',
  С: 's',
  Т: 't',
  У: 'u',
  Ф: 'f',
  Х: 'h',
  Ц: 'ts',
  Ч: 'ch',
  Ш: 'sh',
  Щ: 'sht',
  Ъ: 'a',
  Ы: 'y',
  Ь: 'y',
  Э: 'e',
  Ю: 'yu',
  Я: 'ya',
};
const foldable = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');
/** ASCII, Latin-1 and general punctuation: everything between words. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters part words too
const separators = /[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000]+/g;

/** Lower-case, accent-free, Latin, words parted by one space. Empty for a text without letters or digits. */
export function normalizeText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(foldable, (letter) => letters[letter] ?? letter)
    .replace(separators, ' ')
    .replace(/^ +| +$/g, '');
}

/** ASCII words with hyphens between, for addresses. Letters of scripts that normalizeText does not transliterate are left out. */
export function kebab(text: string): string {
  return normalizeText(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
