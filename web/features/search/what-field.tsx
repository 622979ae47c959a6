import { Search } from 'lucide-react';
import { type RefObject, useState } from 'react';
import type { Position } from '../../lib/geometry.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { useTaxonomy } from '../../lib/taxonomy.tsx';
import type { Filters } from '../../lib/url.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { keyOf, type Suggestion, useSuggestions } from './queries.ts';
import { type OptionGroup, SuggestBox } from './suggest-box.tsx';
import { SuggestionIcon } from './suggestion-icon.tsx';

interface Props {
  filters: Filters;
  value: string;
  near: Position;
  anchor: RefObject<HTMLElement | null>;
  grow: number | undefined;
  onFilters: (filters: Filters) => void;
  onSuggestion: (suggestion: Suggestion) => void;
}

/** The first half of the sentence: an action, and any other word a person may have come with. */
export function WhatField({ filters, value, near, anchor, grow, onFilters, onSuggestion }: Props) {
  const { t } = useI18n();
  const { actions } = useTaxonomy();
  const [typed, setTyped] = useState<string | null>(null);
  const { suggestions, waiting, failed } = useSuggestions(typed ?? '', near);
  const text = typed?.trim();
  const byDirection = (direction: 'LOOK_FOR' | 'HAVE') =>
    actions
      .filter((action) => action.direction === direction)
      .map(({ code, label, icon, group }) => ({
        id: `action ${code}`,
        label,
        icon: <Glyph group={group.slug} icon={icon} size={26} />,
      }));
  const groups: OptionGroup[] = text
    ? [
        {
          id: 'found',
          options: [
            ...suggestions.map((suggestion) => ({
              id: keyOf(suggestion),
              label: suggestion.label,
              detail: suggestion.detail,
              kind: t.kindOf[suggestion.kind],
              icon: <SuggestionIcon suggestion={suggestion} />,
            })),
            { id: 'text', label: t.searchFor(text), icon: <Search className="plain" size={20} aria-hidden /> },
          ],
        },
      ]
    : [
        { id: 'look', title: t.lookFor, options: byDirection('LOOK_FOR') },
        { id: 'have', title: t.have, options: byDirection('HAVE') },
      ];

  const search = (words: string) => onFilters({ ...filters, text: words, actions: [], categories: [] });
  const choose = (id: string) => {
    const action = actions.find(({ code }) => id === `action ${code}`);
    const suggestion = suggestions.find((one) => keyOf(one) === id);
    if (action) onFilters({ ...filters, actions: [action.code], text: '' });
    else if (suggestion) onSuggestion(suggestion);
    else search(text ?? '');
  };
  return (
    <SuggestBox
      id="search"
      className="what"
      grow={grow}
      label={t.whatToDo}
      placeholder={t.whatToDo}
      value={value}
      typed={typed}
      onType={setTyped}
      groups={groups}
      nothing={waiting ? t.loading : t.noSuggestions}
      problem={failed ? t.suggestionsFailed : null}
      onChoose={choose}
      onSubmit={search}
      anchor={anchor}
    />
  );
}
