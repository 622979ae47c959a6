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
import { cameraOn, type Position, screenPoint, shifted, viewOf } from '../lib/geometry.ts';
import { useI18n } from '../lib/i18n/i18n.tsx';
import { usePage } from '../lib/location.ts';
import { useTaxonomy } from '../lib/taxonomy.tsx';
import { type Camera, type Filters, filterQuery, type Near } from '../lib/url.ts';
import { Brand } from '../ui/brand.tsx';
import { markState } from '../ui/state-line.tsx';
import { destinationOf } from './destination.ts';
import { insetsOf, insetsWithDetail, layoutOf, type Stop, useWindowSize } from './layout.ts';
import { MapPins } from './map-pins.tsx';
import { MainMenu } from './menu.tsx';
import { Sheet } from './sheet.tsx';
import { useTheme } from './theme.ts';
import { type SiteConfig, useBasemap } from './use-basemap.ts';
import { useLocate } from './use-locate.ts';

/** Europe, from Lisbon to Helsinki. */
const start = (width: number): Camera => ({ lon: 10.8, lat: 50.4, zoom: width < 640 ? 2.6 : 3.9 });
/** Names are drawn at any zoom for fewer matches than this. */
const fewMatches = 40;
const nearMeRadiusMeters = 2000;
/** Free pixels that a chosen place needs around it. */
const clearance = { x: 60, top: 90, bottom: 40 };

export function Finder({ config }: { config: Promise<SiteConfig> }) {
  const { t, language } = useI18n();
  const taxonomy = useTaxonomy();
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
    if (stop === 'peek' || layout !== 'sheet') setStop('half');
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

  // A chosen place is brought into the free part of the map, by no more than it takes.
  const location = answer.place?.location;
  const shownFor = useRef<string | null>(null);
  useEffect(() => {
    if (!location || shownFor.current === page.place) return;
    shownFor.current = page.place;
    const free = insetsWithDetail(size, stop);
    if (!page.camera) return go({ camera: { ...location, zoom: 15 } }, { replace: true });
    const point = screenPoint(location, camera, size, insets);
    const dx =
      Math.min(0, point.x - free.left - clearance.x) + Math.max(0, point.x - (size.width - free.right - clearance.x));
    const dy =
      Math.min(0, point.y - free.top - clearance.top) +
      Math.max(0, point.y - (size.height - free.bottom - clearance.bottom));
    const far = Math.hypot(dx, dy) > 2 * Math.max(size.width, size.height);
    if (far) go({ camera: { ...location, zoom: Math.max(15, camera.zoom) } }, { replace: true });
    else if (dx || dy) go({ camera: shifted(camera, dx, dy) }, { replace: true });
  }, [location, page.place, page.camera, camera, size, insets, stop, go]);

  useEffect(() => {
    document.title = answer.place ? `${answer.place.name} · Ricircolo` : `Ricircolo · ${t.tagline}`;
  }, [answer.place, t]);

  const icons = useMemo(
    () => Object.fromEntries(taxonomy.categories.map(({ slug, icon }) => [slug, icon])),
    [taxonomy],
  );
  const total = results.connection?.totalCount;
  const scene = {
    basemap,
    theme,
    icons,
    query: filterQuery(filters).toString(),
    named:
      total !== undefined &&
      total < fewMatches &&
      Object.values(filters).some((value) => (Array.isArray(value) ? value.length > 0 : Boolean(value))),
    ring: near,
  };
  const sceneKey = JSON.stringify([basemap.style.sources, theme, icons, scene.query, scene.named, near]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the scene's value
  const steadyScene = useMemo(() => scene, [sceneKey]);
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
    <div className="finder" data-stop={stop} data-picked={page.place !== null || undefined}>
      <a
        className="skip"
        href="#search"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('search')?.focus();
        }}
      >
        {t.skipToSearch}
      </a>
      <a
        className="skip"
        href="#results"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('results')?.focus();
        }}
      >
        {t.skipToResults}
      </a>
      <MapPins chosen={answer.place} hovered={hovered?.slug === page.place ? null : hovered} here={near}>
        {(pins) => (
          <MapView
            scene={steadyScene}
            camera={camera}
            insets={insets}
            pins={pins}
            events={events}
            onEngine={onEngine}
          />
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
          <main className="found">
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
          </main>
          {page.place && <PlaceDetail answer={answer} from={near} onClose={closePlace} />}
        </Sheet>
      </div>
      <MapTools onZoom={(levels) => engine.current?.zoomBy(levels)} onLocate={locate} locating={locating} />
      <MapKey zoom={camera.zoom} streets={basemap.streets} />
    </div>
  );
}
