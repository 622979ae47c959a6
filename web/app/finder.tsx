import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Chips } from '../features/filters/chips.tsx';
import { Kinds } from '../features/filters/kinds.tsx';
import { More } from '../features/filters/more.tsx';
import type { Engine, EngineEvents, MarkedPlace } from '../features/map/engine.ts';
import { MapKey, MapTools } from '../features/map/map-tools.tsx';
import { MapView } from '../features/map/map-view.tsx';
import { PlaceDetail } from '../features/place/detail.tsx';
import { usePlace } from '../features/place/queries.ts';
import { Empty } from '../features/results/empty.tsx';
import { questionOf, type Row } from '../features/results/queries.ts';
import { ResultList } from '../features/results/results.tsx';
import { useResults } from '../features/results/use-results.ts';
import { type Suggestion, useObjectLabel } from '../features/search/queries.ts';
import { Sentence } from '../features/search/sentence.tsx';
import { cameraOn, type Position, viewOf } from '../lib/geometry.ts';
import { useI18n } from '../lib/i18n/i18n.tsx';
import { usePage } from '../lib/location.ts';
import type { Camera, Filters, Near } from '../lib/url.ts';
import { Brand } from '../ui/brand.tsx';
import { markState } from '../ui/state-line.tsx';
import { destinationOf } from './destination.ts';
import { insetsOf, layoutOf, type Stop, useWindowSize } from './layout.ts';
import { MapPins } from './map-pins.tsx';
import { MainMenu } from './menu.tsx';
import { Sheet } from './sheet.tsx';
import { useTheme } from './theme.ts';
import { type SiteConfig, useBasemap } from './use-basemap.ts';
import { useInView } from './use-in-view.ts';
import { useLocate } from './use-locate.ts';
import { useScene } from './use-scene.ts';

/** Europe, from Lisbon to Helsinki. */
const start = (width: number): Camera => ({ lon: 10.8, lat: 50.4, zoom: width < 640 ? 2.6 : 3.9 });
const nearMeRadiusMeters = 2000;

export function Finder({ config }: { config: Promise<SiteConfig> }) {
  const { t, language } = useI18n();
  const [page, go] = usePage();
  const size = useWindowSize();
  const layout = layoutOf(size.width);
  const [stop, setStop] = useState<Stop>('half');
  const { choice, theme, choose } = useTheme();
  const basemap = useBasemap(config, theme, language);
  const engine = useRef<Engine | null>(null);
  const [hovered, setHovered] = useState<MarkedPlace | null>(null);

  const { filters, near } = page;
  const insets = useMemo(() => insetsOf(size, stop), [size, stop]);
  const camera = useMemo(
    () => page.camera ?? (near ? cameraOn(near, near.radiusMeters, size, insets) : start(size.width)),
    [page.camera, near, size, insets],
  );
  const view = viewOf(camera, size, insets);
  const results = useResults(questionOf(filters, near, view));
  const answer = usePlace(page.place);
  const objectLabel = useObjectLabel(filters.objects[0]);
  const facets = results.connection?.facets;

  const setFilters = (next: Filters) => go({ filters: next });
  const visit = (position: Position, radiusMeters: number): Camera => cameraOn(position, radiusMeters, size, insets);
  const setNear = (next: Near | null) =>
    go(next ? { near: next, camera: visit(next, next.radiusMeters) } : { near: null });
  const { locate, locating, problem, dismiss } = useLocate((position) =>
    setNear({ ...position, radiusMeters: nearMeRadiusMeters, name: null }),
  );

  const choosePlace = (slug: string) => {
    go({ place: slug });
    if (stop === 'peek') setStop('half');
  };
  const closePlace = () => {
    const row = document.querySelector<HTMLElement>('.row[aria-current]') ?? document.getElementById('results');
    go({ place: null });
    // Once the list is there again, the keyboard continues where it was.
    requestAnimationFrame(() => row?.focus({ preventScroll: true }));
  };
  const chooseSuggestion = (suggestion: Suggestion) => {
    const { kind, listing, category, group, action, objectType } = suggestion;
    const destination = destinationOf(suggestion);
    if (listing) choosePlace(listing.slug);
    else if (kind === 'CATEGORY')
      setFilters({
        ...filters,
        text: '',
        actions: [],
        categories: [category?.slug ?? group?.slug ?? ''].filter(Boolean),
      });
    else if (action) setFilters({ ...filters, text: '', actions: [action.code] });
    else if (objectType) setFilters({ ...filters, text: '', objects: [objectType.slug] });
    else if (destination)
      go({ near: destination.near, camera: visit(destination.position, destination.radiusMeters), place: null });
  };
  const lookWider = (radiusMeters: number | null) => {
    if (near && radiusMeters) setNear({ ...near, radiusMeters });
    else go({ camera: { ...camera, zoom: Math.max(1.5, camera.zoom - 2) } });
  };

  useInView(page, answer.place?.location, { camera, size, insets, stop }, go);
  useEffect(() => {
    document.title = answer.place ? `${answer.place.name} · Ricircolo` : `Ricircolo · ${t.tagline}`;
  }, [answer.place, t]);

  const total = results.connection?.totalCount;
  const scene = useScene(basemap, theme, filters, near, total);
  const events: EngineEvents = {
    moved: (moved) => go({ camera: moved }, { replace: true }),
    tapped: (place) => (place ? choosePlace(place.slug) : layout === 'sheet' && page.place ? closePlace() : undefined),
    hovered: setHovered,
  };
  const onEngine = useCallback((made: Engine) => {
    engine.current = made;
  }, []);
  const hoverRow = (row: Row | null) =>
    setHovered(
      row && {
        ...row.location,
        slug: row.slug,
        name: row.name,
        category: row.category.slug,
        group: row.category.group.slug,
        state: markState(row.openingHours, row.status),
      },
    );

  const menu = <MainMenu choice={choice} onChoice={choose} />;
  return (
    <main className="finder" data-stop={stop} data-picked={page.place !== null || undefined}>
      <button type="button" className="skip" onClick={() => document.getElementById('search')?.focus()}>
        {t.skipToSearch}
      </button>
      <button type="button" className="skip" onClick={() => document.getElementById('results')?.focus()}>
        {t.skipToResults}
      </button>
      <MapPins chosen={answer.place} hovered={hovered?.slug === page.place ? null : hovered} here={near}>
        {(pins) => (
          <MapView scene={scene} camera={camera} insets={insets} pins={pins} events={events} onEngine={onEngine} />
        )}
      </MapPins>
      <div className="panel">
        <header className="top">
          <div className="masthead">
            <Brand />
            {layout !== 'sheet' && menu}
          </div>
          <Sentence
            filters={filters}
            near={near}
            centre={view.centre}
            objects={facets?.objects ?? []}
            objectLabel={objectLabel}
            onFilters={setFilters}
            onNear={setNear}
            onSuggestion={chooseSuggestion}
            onLocate={locate}
            menu={layout === 'sheet' && menu}
          />
          {problem && (
            <p className="problem" role="alert">
              {problem}
              <button type="button" className="button plain" onClick={dismiss}>
                {t.close}
              </button>
            </p>
          )}
        </header>
        <Sheet stop={stop} onStop={setStop}>
          <div className="found">
            <div className="narrowing">
              <Kinds filters={filters} counts={facets?.groups} onFilters={setFilters} />
              <Chips
                filters={filters}
                near={near}
                onFilters={setFilters}
                onNear={setNear}
                more={<More filters={filters} facets={facets} total={total} onFilters={setFilters} />}
              />
            </div>
            <ResultList
              results={results}
              near={near}
              chosen={page.place}
              onChoose={choosePlace}
              onHover={hoverRow}
              empty={
                <Empty
                  filters={filters}
                  near={near}
                  nearest={results.connection?.nearestOutside ?? null}
                  go={go}
                  onLookWider={lookWider}
                />
              }
            />
          </div>
          {page.place && <PlaceDetail answer={answer} from={near} onClose={closePlace} />}
        </Sheet>
      </div>
      <MapTools onZoom={(levels) => engine.current?.zoomBy(levels)} onLocate={locate} locating={locating} />
      <MapKey zoom={camera.zoom} streets={basemap.streets} />
    </main>
  );
}
