import { useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { Kinds } from '../features/filters/kinds.tsx';
import type { Theme } from '../features/map/palette.ts';
import { whereOf } from '../features/results/queries.ts';
import { useResults } from '../features/results/use-results.ts';
import { distanceText } from '../lib/format.ts';
import { useI18n } from '../lib/i18n/i18n.tsx';
import { useWords } from '../lib/i18n/words.ts';
import type { SiteConfig } from '../lib/site-config.ts';
import type { MarkedPlace } from '../ui/hovered.ts';
import { markState } from '../ui/state-line.tsx';
import { EmbedFoot } from './foot.tsx';
import { EmbedList } from './list.tsx';
import { EmbedMap } from './map.tsx';
import type { EmbedSettings, EmbedTheme } from './settings.ts';
import { type Place, useArea } from './use-area.ts';
import { useHeightMessages } from './use-height.ts';
import type { EmbedWords } from './words/en.ts';
import { embedWords } from './words.ts';

interface Props {
  config: Promise<SiteConfig>;
  settings: EmbedSettings;
}

/** The search in a frame: its state lives here and not in an address, which would be the history of the page around it. */
export function Embed({ config, settings }: Props) {
  const { t } = useI18n();
  const words = useWords(embedWords);
  const { place, missing } = useArea(settings.area);
  const frame = useRef<HTMLElement>(null);
  useHeightMessages(frame);
  const { view, height } = settings;
  return (
    <main ref={frame} className="embed" data-view={view} style={view === 'list' ? undefined : { minHeight: height }}>
      {place && words ? (
        <>
          {missing && (
            <p className="embed-missing" role="alert">
              {words.areaNotFound(missing)}
            </p>
          )}
          <Found config={config} settings={settings} place={place} words={words} />
        </>
      ) : (
        <p className="embed-waiting" role="status">
          {t.loading}
        </p>
      )}
    </main>
  );
}

function Found({ config, settings, place, words }: Props & { place: Place; words: EmbedWords }) {
  const { t, language } = useI18n();
  const [filters, setFilters] = useState(settings.filters);
  const [hovered, setHovered] = useState<MarkedPlace | null>(null);
  const theme = useDeviceTheme(settings.theme);
  const question = useMemo(
    () => ({
      ...place.question,
      where: whereOf(filters),
      orderBy: place.near ? ('DISTANCE' as const) : filters.text ? ('RELEVANCE' as const) : ('NAME' as const),
    }),
    [filters, place],
  );
  const results = useResults(question);
  const { connection } = results;
  const { view } = settings;
  return (
    <>
      <header>
        <h1>
          <span role="status">
            {connection ? t.placeCount(connection.totalCount) : results.error ? t.results : t.loading}
            {place.name && <small>{place.name}</small>}
            {!place.name && place.near && <small>{t.within(distanceText(place.near.radiusMeters, language))}</small>}
          </span>
        </h1>
        <button
          type="button"
          className="chip"
          aria-pressed={filters.openNow}
          onClick={() => setFilters({ ...filters, openNow: !filters.openNow })}
        >
          <span className="state open">{t.openNow}</span>
        </button>
      </header>
      {settings.filters.categories.length === 0 && (
        <Kinds filters={filters} counts={connection?.facets.groups} onFilters={setFilters} />
      )}
      <div className="embed-body">
        {view !== 'list' && (
          <EmbedMap
            config={config}
            theme={theme}
            filters={filters}
            circle={place.circle}
            near={place.near}
            total={connection?.totalCount}
            hovered={hovered}
            words={words}
          />
        )}
        {view !== 'map' && (
          <EmbedList
            results={results}
            words={words}
            onHover={(row) =>
              setHovered(
                row && {
                  ...row.location,
                  slug: row.slug,
                  name: row.name,
                  category: row.category.slug,
                  group: row.category.group.slug,
                  state: markState(row.openingHours, row.status),
                },
              )
            }
          />
        )}
      </div>
      <EmbedFoot filters={filters} place={place} words={words} />
    </>
  );
}

const darkDevice = () => window.matchMedia('(prefers-color-scheme: dark)');

function useDeviceTheme(asked: EmbedTheme): Theme {
  const dark = useSyncExternalStore(
    (notify) => {
      const device = darkDevice();
      device.addEventListener('change', notify);
      return () => device.removeEventListener('change', notify);
    },
    () => darkDevice().matches,
  );
  return asked === 'auto' ? (dark ? 'dark' : 'light') : asked;
}
