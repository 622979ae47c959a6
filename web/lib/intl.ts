/** A memory of what is made anew from equal arguments each time: making a formatter costs more than a hundred uses. */
const made = new Map<string, unknown>();

/** A formatter of `Intl`, made once for equal arguments; `make` is `Intl.NumberFormat` or its like. */
export function formatter<Options extends object, Made>(
  make: new (locale: string, options: Options) => Made,
  language: string,
  options: NoInfer<Options>,
): Made {
  const key = `${make.name} ${language} ${JSON.stringify(options)}`;
  // The key names the kind, so that what was kept under it is of that kind.
  const known = made.get(key) as Made | undefined;
  if (known) return known;
  const fresh = new make(localeOf(language), options);
  made.set(key, fresh);
  return fresh;
}

/** English here is that of Europe: 20 Nov 2026, kilometres. */
const localeOf = (language: string) => (language === 'en' ? 'en-GB' : language);
