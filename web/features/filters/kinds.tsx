import type { ResultsQuery } from '../../gql/graphql.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { useTaxonomy } from '../../lib/taxonomy.tsx';
import type { Filters } from '../../lib/url.ts';
import { Glyph } from '../../ui/glyph.tsx';

type GroupSlug = keyof ReturnType<typeof useI18n>['t']['kind'];

interface Props {
  filters: Filters;
  counts: ResultsQuery['listings']['facets']['groups'] | undefined;
  onFilters: (filters: Filters) => void;
}

/** The seven kinds: filter and legend in one. */
export function Kinds({ filters, counts, onFilters }: Props) {
  const { t, language } = useI18n();
  const { groups } = useTaxonomy();
  const some = groups.some(({ slug }) => filters.categories.includes(slug));
  const toggle = (slug: string) =>
    onFilters({
      ...filters,
      categories: filters.categories.includes(slug)
        ? filters.categories.filter((other) => other !== slug)
        : [...filters.categories.filter((other) => groups.some((group) => group.slug === other)), slug],
    });
  return (
    <fieldset className="kinds" aria-label={t.kinds} data-some={some || undefined}>
      {groups.map(({ slug, icon, label }) => {
        const count = counts?.find(({ group }) => group.slug === slug)?.count ?? 0;
        return (
          <button
            key={slug}
            type="button"
            aria-pressed={filters.categories.includes(slug)}
            data-none={(counts && count === 0) || undefined}
            onClick={() => toggle(slug)}
          >
            <Glyph group={slug} icon={icon} size={32} />
            {/* A group that an operator added has no short name here. */}
            <span className="label">{t.kind[slug as GroupSlug] ?? label}</span>
            <span className="count">{counts ? count.toLocaleString(language) : '\u00a0'}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
