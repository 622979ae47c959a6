/** Text that came from outside, made fit to be kept: as plain text, whatever it looks like. */

// Tab and line feed stay (white space is made single below); so do the joiners that some scripts need. Invisible marks
// that turn the reading direction around go, like the sign for what could not be decoded.
const unprintable = /(?!\u200c|\u200d|\u00ad|[\t\n\r])[\p{Cc}\p{Cf}\ufffd]/gu;

/** One line: control characters gone, white space single. */
export function oneLine(text: string): string {
  return text.replace(unprintable, '').replace(/\s+/g, ' ').trim();
}

/** As `oneLine`, but line breaks stay, one at a time. */
export function severalLines(text: string): string {
  return text
    .replace(unprintable, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

/** Whether a text looks like one e-mail address; only a message that arrives can tell. */
export const isEmailAddress = (text: string) =>
  /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[^\s@<>()[\]\\,;:"\p{Cc}]+\.[^\s@<>()[\]\\,;:".\p{Cc}]{2,}$/u.test(text);

const longestEmail = 254;

/** One's own address as it is kept: in lower case; null where it is none. */
export function ownAddress(text: string): string | null {
  const email = text.trim().toLowerCase();
  return isEmailAddress(email) && email.length <= longestEmail ? email : null;
}
