import { useTaxonomy } from '../../lib/taxonomy.tsx';
import type { Filters } from '../../lib/url.ts';

/** How many of the choices in force are seen nowhere but in the dialog. */
export function useChosenInDialog({ objects, actions, categories: asked }: Filters): number {
  const { categories } = useTaxonomy();
  return (
    objects.length +
    actions.length +
    asked.filter((slug) => categories.some((category) => category.slug === slug)).length
  );
}
