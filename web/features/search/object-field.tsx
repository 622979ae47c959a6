import { Search } from 'lucide-react';
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
  const { suggestions, waiting, failed } = useSuggestions(typed ?? '', null);
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
  const text = typed?.trim();
  const anyWord = {
    id: 'text',
    label: t.searchFor(text ?? ''),
    icon: <Search className="plain" size={20} aria-hidden />,
  };
  const options = text ? [...found, ...(found.length === 0 && !waiting ? [anyWord] : [])] : common;
  const search = (words: string) => onFilters({ ...filters, objects: [], text: words });
  const choose = (slug: string) => (slug === 'text' ? search(text ?? '') : onFilters({ ...filters, objects: [slug] }));
  const submit = (words: string) => {
    const first = found[0];
    if (words === '') onFilters({ ...filters, objects: [] });
    else if (first) choose(first.id);
    else search(words);
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
      problem={failed ? t.suggestionsFailed : null}
      onChoose={choose}
      onSubmit={submit}
      anchor={anchor}
    />
  );
}
