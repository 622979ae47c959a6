/** Where the map of streets comes from when the instance names nothing else. */
export const openFreeMapOrigin = 'https://tiles.openfreemap.org';

/** The host, other than the page's own, that a basemap setting makes the browser ask; null where there is none. */
export function basemapHost(setting: string, page: { href: string; host: string }): string | null {
  if (setting === 'embedded') return null;
  const { host } = new URL(setting || openFreeMapOrigin, page.href);
  return host === page.host ? null : host;
}
