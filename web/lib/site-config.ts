/** What the instance tells its pages, from `/config.json`. */
export interface SiteConfig {
  basemapStyleUrl: string;
  /** Where people can write to whoever runs the instance, if it says. */
  contactEmail?: string;
  /** OpenID Connect providers that sign people in. */
  signInWith?: { id: string; name: string }[];
}

/** Never fails: without an answer the embedded basemap stands. */
export async function loadSiteConfig(): Promise<SiteConfig> {
  try {
    const response = await fetch('/config.json');
    if (response.ok) return await response.json();
  } catch {
    // offline
  }
  return { basemapStyleUrl: 'embedded' };
}
