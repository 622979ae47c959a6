/** The address of another page of this application, in the language and appearance that this one was asked for. */
export function pageAddress(path: string): string {
  const asked = new URLSearchParams(window.location.search);
  const kept = new URLSearchParams();
  for (const name of ['lang', 'theme']) {
    const value = asked.get(name);
    if (value) kept.set(name, value);
  }
  return kept.size > 0 ? `${path}?${kept}` : path;
}
