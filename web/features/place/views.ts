/** Tells the server that a place was opened, for it to count: no cookie goes along, and no answer matters. */
export function tellView(slug: string): void {
  // The place's own page was counted when it was served.
  const [navigation] = performance.getEntriesByType('navigation');
  if (navigation && new URL(navigation.name).pathname === `/listings/${slug}`) return;
  const address = `/api/views?listing=${encodeURIComponent(slug)}`;
  fetch(address, { method: 'POST', credentials: 'omit', keepalive: true }).catch(() => {});
}
