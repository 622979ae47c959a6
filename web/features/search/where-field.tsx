import { ChevronDown, LocateFixed, Map as MapIcon, MapPin, X } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { distanceText, minutesOnFoot } from '../../lib/format.ts';
import type { Position } from '../../lib/geometry.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import type { Near } from '../../lib/url.ts';
import { keyOf, type Suggestion, useSuggestions } from './queries.ts';
import { type OptionGroup, SuggestBox } from './suggest-box.tsx';

interface Props {
  near: Near | null;
  centre: Position;
  anchor: RefObject<HTMLElement | null>;
  onNear: (near: Near | null) => void;
  onSuggestion: (suggestion: Suggestion) => void;
  onLocate: () => void;
}

/** Further than this nobody walks. */
const walkMeters = 5000;
const radii = [500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000];

/** Where: what the map shows, or a circle around a town, a street or the person. */
export function WhereField({ near, centre, anchor, onNear, onSuggestion, onLocate }: Props) {
  const { t, language } = useI18n();
  const [typed, setTyped] = useState<string | null>(null);
  const { suggestions, waiting, failed } = useSuggestions(typed ?? '', centre);
  const found = suggestions.filter(({ kind }) => kind === 'PLACE');
  const groups: OptionGroup[] = typed?.trim()
    ? [
        {
          id: 'found',
          options: found.map((suggestion) => ({
            id: keyOf(suggestion),
            label: suggestion.label,
            detail: suggestion.detail,
            icon: <MapPin className="plain" size={20} aria-hidden />,
          })),
        },
      ]
    : [
        {
          id: 'own',
          options: [
            { id: 'locate', label: t.yourPosition, icon: <LocateFixed className="plain" size={20} aria-hidden /> },
            ...(near
              ? [{ id: 'map', label: t.followTheMap, icon: <MapIcon className="plain" size={20} aria-hidden /> }]
              : []),
          ],
        },
      ];
  const choose = (id: string) => {
    const suggestion = found.find((one) => keyOf(one) === id);
    if (id === 'locate') onLocate();
    else if (id === 'map') onNear(null);
    else if (suggestion) onSuggestion(suggestion);
  };
  const submit = (text: string) => {
    if (text === '') onNear(null);
    else if (found[0]) onSuggestion(found[0]);
  };
  const distances =
    near && !radii.includes(near.radiusMeters) ? [...radii, near.radiusMeters].sort((a, b) => a - b) : radii;
  return (
    <div className="where">
      {near ? <LocateFixed size={18} aria-hidden /> : <MapIcon size={18} aria-hidden />}
      <SuggestBox
        id="where"
        className="place"
        label={t.where}
        placeholder={t.inThisArea}
        value={near ? (near.name ?? t.yourPosition) : ''}
        typed={typed}
        onType={setTyped}
        groups={(groups[0]?.options.length ?? 0) > 0 ? groups : []}
        nothing={waiting ? t.loading : t.noSuggestions}
        problem={failed ? t.suggestionsFailed : null}
        onChoose={choose}
        onSubmit={submit}
        anchor={anchor}
      />
      {near && (
        <Select
          className="within"
          aria-label={t.radius}
          selectedKey={near.radiusMeters}
          onSelectionChange={(radius) => onNear({ ...near, radiusMeters: Number(radius) })}
        >
          <Button>
            <SelectValue>{({ selectedText }) => selectedText}</SelectValue>
            <ChevronDown size={16} aria-hidden />
          </Button>
          <Popover className="popover" placement="bottom end">
            <ListBox className="options">
              {distances.map((radius) => (
                <ListBoxItem key={radius} id={radius} textValue={t.within(distanceText(radius, language))}>
                  {t.within(distanceText(radius, language))}
                  {radius <= walkMeters && <small className="quiet">{t.aboutOnFoot(minutesOnFoot(radius))}</small>}
                </ListBoxItem>
              ))}
            </ListBox>
          </Popover>
        </Select>
      )}
      {near && (
        <Button className="clear" aria-label={t.followTheMap} onPress={() => onNear(null)}>
          <X size={16} aria-hidden />
        </Button>
      )}
    </div>
  );
}
