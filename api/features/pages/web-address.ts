/** Addresses as sources write them, made safe to link to. */

/** Undefined unless it is a page of the web: a source may write anything, `javascript:` included. */
export function webAddress(text: string | null | undefined): string | undefined {
  const url = text ? URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`) : null;
  return url && /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? url.href : undefined;
}

/** Undefined for what is no address of e-mail. */
export function mailAddress(text: string | null): string | undefined {
  return text && /^[^\s@<>"'?&%]+@[^\s@<>"'?&%]+\.[^\s@<>"'?&%]+$/.test(text) ? text : undefined;
}

/** The digits to dial; undefined where there are none. */
export function dialled(phone: string | null): string | undefined {
  const digits = phone?.split(/[;,/]/)[0]?.replace(/[^+\d]/g, '');
  return digits && digits.length > 2 ? digits : undefined;
}

/** Page of a licence by its SPDX id. */
export function licencePage(licence: string | null): string | undefined {
  return licence && /^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9.]+)+$/.test(licence)
    ? `https://spdx.org/licenses/${licence}.html`
    : undefined;
}
