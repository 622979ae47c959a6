import { type RefObject, useState } from 'react';
import type { ResultsQuery } from '../../gql/graphql.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import type { Filters } from '../../lib/url.ts';
import { PlainIcon } from '../../ui/glyph.tsx';
import { useSuggestions } from './queries.ts';
import { SuggestBox } from './suggest-box.tsx';

interface Props {
  filters: Filters;
  value: string;
  /** The things that places here deal with, most places first. */
  here: ResultsQuery['listings']['facets']['objects'];
  anchor: RefObject<HTMLElement | null>;
  grow: number | undefined;
  onFilters: (filters: Filters) => void;
}

const mostHere = 12;

/** The second half of the sentence: the thing. */
export function ObjectField({ filters, value, here, anchor, grow, onFilters }: Props) {
  const { t } = useI18n();
  const [typed, setTyped] = useState<string | null>(null);
  const { suggestions, waiting } = useSuggestions(typed ?? '', null);
  const found = suggestions.flatMap(({ label, objectType }) =>
    objectType
      ? [
          {
            id: objectType.slug,
            label,
            icon: (
              <span className="plain">
                <PlainIcon icon={objectType.icon} />
              </span>
            ),
          },
        ]
      : [],
  );
  const common = here.slice(0, mostHere).map(({ objectType, count }) => ({
    id: objectType.slug,
    label: objectType.label,
    detail: t.placeCount(count),
    icon: (
      <span className="plain">
        <PlainIcon icon={objectType.icon} />
      </span>
    ),
  }));
  const options = typed?.trim() ? found : common;
  const choose = (slug: string) => onFilters({ ...filters, objects: [slug] });
  const submit = (text: string) => {
    const first = found[0];
    if (text === '') onFilters({ ...filters, objects: [] });
    else if (first) choose(first.id);
    else onFilters({ ...filters, objects: [], text });
  };
  return (
    <SuggestBox
      className="object"
      grow={grow}
      label={t.withWhat}
      placeholder={t.withWhat}
      value={value}
      typed={typed}
      onType={setTyped}
      groups={options.length > 0 ? [{ id: 'objects', options }] : []}
      nothing={waiting ? t.loading : t.noSuggestions}
      onChoose={choose}
      onSubmit={submit}
      anchor={anchor}
    />
  );
}
