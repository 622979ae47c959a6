import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const told = async (builder: AxeBuilder): Promise<string[]> => {
  // Our pages hold no frames of other origins, so that axe need not open a page of its own for each look.
  const { violations } = await builder.setLegacyMode().exclude('.maplibregl-canvas').analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes
      // A combo box's list stands outside the landmarks, as in ARIA's own pattern; its field names it.
      .filter(({ html }) => !(id === 'region' && /class="(popover|options)/.test(html)))
      .map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  );
};

/** What axe finds wrong with a page as it stands: in light everything, in dark what depends on colours. */
export async function violations(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const inLight = await told(new AxeBuilder({ page }));
  await page.emulateMedia({ colorScheme: 'dark' });
  const inDark = await told(new AxeBuilder({ page }).withRules(['color-contrast', 'link-in-text-block']));
  return [...inLight, ...inDark.map((violation) => `in dark, ${violation}`)];
}
