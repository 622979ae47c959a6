const key = 'ricircolo.typed';
const selector = 'input[id="search"], textarea[id]';

/** Keeps what stands in the page's fields over a reload; the address keeps the rest. */
export function keepTyped(): void {
  const typed = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(selector)]
    .filter(({ value }) => value !== '')
    .map(({ id, value }) => [id, value]);
  try {
    sessionStorage.setItem(key, JSON.stringify(typed));
  } catch {
    // The browser keeps nothing: the person was asked before the page reloads.
  }
}

/** Puts it back where the fields are empty. */
export function restoreTyped(): void {
  let typed: [string, string][];
  try {
    typed = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    sessionStorage.removeItem(key);
  } catch {
    return;
  }
  for (const [id, value] of typed) {
    const field = document.getElementById(id);
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || field.value) continue;
    // React hears of a value that its own setter has not set.
    const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
