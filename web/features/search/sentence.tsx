import { ArrowRight, Search, X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { ResultsQuery } from '../../gql/graphql.ts';
import type { Position } from '../../lib/geometry.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { useTaxonomy } from '../../lib/taxonomy.tsx';
import type { Filters, Near } from '../../lib/url.ts';
import { Glyph } from '../../ui/glyph.tsx';
import { ObjectField } from './object-field.tsx';
import type { Suggestion } from './queries.ts';
import { WhatField } from './what-field.tsx';
import { WhereField } from './where-field.tsx';

interface Props {
  filters: Filters;
  near: Near | null;
  centre: Position;
  /** Things at places here; also the source of the label of the thing that is asked for. */
  objects: ResultsQuery['listings']['facets']['objects'];
  objectLabel: string | null;
  onFilters: (filters: Filters) => void;
  onNear: (near: Near | null) => void;
  onSuggestion: (suggestion: Suggestion) => void;
  onLocate: () => void;
  /** On a phone there is room for where only when it matters. */
  askWhere: boolean;
  /** On a phone the menu stands in the sentence. */
  menu: ReactNode;
}

/** The search is a sentence: action → thing, then near, within. */
export function Sentence({
  filters,
  near,
  centre,
  objects,
  objectLabel,
  onFilters,
  onNear,
  onSuggestion,
  onLocate,
  askWhere,
  menu,
}: Props) {
  const { t } = useI18n();
  const taxonomy = useTaxonomy();
  const anchor = useRef<HTMLDivElement>(null);
  const action = filters.actions.length === 1 && filters.actions[0] ? taxonomy.action(filters.actions[0]) : undefined;
  // One kind of place, or one whole group, reads as part of the sentence; several are seen in the filters.
  const only = filters.categories.length === 1 ? (filters.categories[0] ?? '') : '';
  const category = taxonomy.category(only);
  const group = taxonomy.group(only);
  const what = filters.text || action?.label || category?.label || group?.label || '';
  const filled = what !== '' || objectLabel !== null;
  const kind = action ?? category;
  const mark = kind ? { group: kind.group.slug, icon: kind.icon } : group && { group: group.slug, icon: group.icon };
  // Empty fields share the line by the length of their prompts, whatever the language.
  const growOf = (prompt: string) => (filled ? undefined : prompt.length + 1);
  return (
    <search
      className="sentence"
      ref={anchor}
      data-filled={filled || undefined}
      data-where={near || askWhere ? true : undefined}
    >
      <div className="do">
        {mark && !filters.text ? <Glyph {...mark} size={30} /> : <Search size={20} strokeWidth={2} aria-hidden />}
        <WhatField
          grow={growOf(t.whatToDo)}
          filters={filters}
          value={what}
          near={centre}
          anchor={anchor}
          onFilters={onFilters}
          onSuggestion={onSuggestion}
        />
        <ArrowRight className="arrow" size={18} strokeWidth={2} aria-hidden />
        <ObjectField
          grow={growOf(t.withWhat)}
          filters={filters}
          value={objectLabel ?? ''}
          here={objects}
          anchor={anchor}
          onFilters={onFilters}
        />
        {filled && (
          <Button
            className="clear"
            aria-label={t.clearSearch}
            onPress={() =>
              onFilters({
                ...filters,
                text: '',
                actions: [],
                objects: [],
                categories: only ? [] : filters.categories,
              })
            }
          >
            <X size={18} aria-hidden />
          </Button>
        )}
        {menu}
      </div>
      <WhereField
        near={near}
        centre={centre}
        anchor={anchor}
        onNear={onNear}
        onSuggestion={onSuggestion}
        onLocate={onLocate}
      />
    </search>
  );
}
