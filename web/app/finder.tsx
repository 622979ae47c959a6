import { useEffect, useMemo, useState } from 'react';
import { Chips } from '../features/filters/chips.tsx';
import { Kinds } from '../features/filters/kinds.tsx';
import { MoreButton } from '../features/filters/more-button.tsx';
import { usePlace } from '../features/place/queries.ts';
import { Empty } from '../features/results/empty.tsx';
import { HoursNote } from '../features/results/hours-note.tsx';
import { questionOf } from '../features/results/queries.ts';
import { ResultList } from '../features/results/results.tsx';
import { useResults } from '../features/results/use-results.ts';
import { type Suggestion, useObjectTypes } from '../features/search/queries.ts';
import { SearchBar } from '../features/search/search-bar.tsx';
import { SearchHere } from '../features/search/search-here.tsx';
import { useTell } from '../features/tell/tell.tsx';
import type { NearInput } from '../gql/graphql.ts';
import { useFollowMap } from '../lib/follow-map.ts';
import { cameraOn, type Position, viewOf } from '../lib/geometry.ts';
import { useI18n } from '../lib/i18n/i18n.tsx';
import { usePage } from '../lib/location.ts';
import type { SiteConfig } from '../lib/site-config.ts';
import { useTaxonomy } from '../lib/taxonomy.tsx';
import type { Camera, Filters, Near } from '../lib/url.ts';
import { useLocate } from '../lib/use-locate.ts';
import { Brand } from '../ui/brand.tsx';
import { useHoverLink } from '../ui/hovered.ts';
import { useAttention, useIdleAfter, useLater } from '../ui/later.ts';
import { destinationOf } from './destination.ts';
import { IgnoredLine } from './ignored-line.tsx';
import { insetsOf, layoutOf, type Stop, useWindowSize } from './layout.ts';
import { MapSide } from './map-side.tsx';
import { MenuButton } from './menu-button.tsx';
import { NewVersion } from './new-version.tsx';
import { Sheet } from './sheet.tsx';
import { useTheme } from './theme.ts';
import { useHead } from './use-head.ts';
import { useIgnored } from './use-ignored.ts';
import { useInView } from './use-in-view.ts';
import { useSearchArea } from './use-search-area.ts';

/** Europe, from Lisbon to Helsinki. */
const start = (width: number): Camera => ({ lon: 10.8, lat: 50.4, zoom: width < 640 ? 2.6 : 3.9 });
const nearMeRadiusMeters = 2000;

const loadDetail = async () => (await import('../features/place/detail.tsx')).PlaceDetail;
const loadSaved = async () => (await import('../features/saved/saved-list.tsx')).SavedList;

export function Finder({ config }: { config: Promise<SiteConfig> }) {
  const { t, language } = useI18n();
  const [page, go] = usePage();
  const size = useWindowSize();
  const layout = layoutOf(size.width);
  const [stop, setStop] = useState<Stop>('half');
  const { choice, theme, choose } = useTheme();
  const hovered = useHoverLink();

  const { filters, near } = page;
  const insets = useMemo(() => insetsOf(size, stop), [size, stop]);
  const camera = useMemo(
    () => page.camera ?? (near ? cameraOn(near, near.radiusMeters, size, insets) : start(size.width)),
    [page.camera, near, size, insets],
  );
  const view = viewOf(camera, size, insets);
  const [follows, setFollows] = useFollowMap();
  const area = useSearchArea(camera, near, follows, { size, insets });
  const taxonomy = useTaxonomy();
  const tell = useTell();
  const objectTypes = useObjectTypes(filters.objects.length > 0);
  const { ignored, dismiss: dismissIgnored, vetted } = useIgnored(filters, objectTypes, go);
  const question = questionOf(filters, near, viewOf(area.camera, size, insets), page.order);
  const results = useResults(question, filters.openAt, vetted);
  const SavedList = useLater(loadSaved, page.saved);
  const answer = usePlace(page.place);
  const object = filters.objects[0] === undefined ? undefined : objectTypes.bySlug?.get(filters.objects[0]);
  const broaderObject = (object?.parent && objectTypes.bySlug?.get(object.parent.slug)) ?? null;
  const facets = results.connection?.facets;
  const listShown = useIdleAfter(results.connection !== null || results.error);
  const [whereAsked, setWhereAsked] = useState(0);
  const askWhere = () => setWhereAsked((times) => times + 1);
  const searchWanted = useAttention('.sentence', listShown);
  const mapWanted = useAttention('.map, .map-tools', listShown);
  const PlaceDetail = useLater(loadDetail, page.place !== null);

  const setFilters = (next: Filters) => go({ filters: next, saved: false });
  const visit = (position: Position, radiusMeters: number): Camera => cameraOn(position, radiusMeters, size, insets);
  const setNear = (next: Near | null) => {
    go({ ...(next ? { near: next, camera: visit(next, next.radiusMeters) } : { near: null }), saved: false });
    area.adopt();
  };
  const { locate, locating, problem, dismiss } = useLocate((position) =>
    setNear({ ...position, radiusMeters: nearMeRadiusMeters, name: null }),
  );

  const choosePlace = (slug: string) => {
    go({ place: slug });
    if (stop === 'peek') setStop('half');
  };
  const closePlace = () => {
    const row =
      document.querySelector<HTMLElement>('.row[aria-current]') ??
      document.getElementById(page.saved ? 'saved-title' : 'results');
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
    else if (destination) {
      const { near, position, radiusMeters } = destination;
      go({ near, camera: visit(position, radiusMeters), place: null, saved: false });
      area.adopt();
    }
  };
  const lookWider = (circle: NearInput | null) => {
    const radiusMeters = circle?.radiusMeters ?? 0;
    if (near && circle) return setNear({ ...near, radiusMeters });
    go({ camera: circle ? visit(circle, radiusMeters) : { ...camera, zoom: Math.max(1.5, camera.zoom - 2) } });
    area.adopt();
  };
  const tellMissing = () => {
    const { actions, objects, categories, text } = filters;
    const words = [
      ...actions.map((code) => taxonomy.action(code)?.label),
      ...categories.map((slug) => (taxonomy.category(slug) ?? taxonomy.group(slug))?.label),
      ...objects.map((slug) => objectTypes.bySlug?.get(slug)?.label),
      text,
    ];
    tell({
      about: 'need',
      lookedFor: words.filter(Boolean).join(' · '),
      actions,
      objects,
      categories,
      at: near ?? viewOf(area.camera, size, insets).centre,
      radiusMeters: near?.radiusMeters ?? null,
      placeName: near?.name ?? null,
    });
  };
  /** Everything that did not arrive, not the list alone. */
  const retry = () => {
    results.retry();
    taxonomy.retry?.();
    objectTypes.retry?.();
  };

  useInView(page, answer.place?.location, { camera, size, insets, stop }, go);
  useHead(page.place, answer.place, t.tagline);

  useEffect(() => {
    if (page.saved) setStop((now) => (now === 'peek' ? 'half' : now));
  }, [page.saved]);

  const total = results.connection?.totalCount;
  const tapGround = () => {
    if (layout === 'sheet' && page.place) closePlace();
  };

  const menu = <MenuButton choice={choice} onChoice={choose} />;
  return (
    <main
      className="finder"
      data-stop={stop}
      data-picked={page.place !== null || undefined}
      data-saved={page.saved || undefined}
    >
      {/* An open place has the page's heading. */}
      {!page.place && <h1 className="visually-hidden">{t.tagline}</h1>}
      <button type="button" className="skip" onClick={() => document.getElementById('search')?.focus()}>
        {t.skipToSearch}
      </button>
      <button type="button" className="skip" onClick={() => document.getElementById('results')?.focus()}>
        {t.skipToResults}
      </button>
      <button
        type="button"
        className="skip"
        onClick={() => document.querySelector<HTMLElement>('.map canvas')?.focus()}
      >
        {t.skipToMap}
      </button>
      <div className="panel">
        <header className="top">
          <div className="masthead">
            <Brand />
            {layout !== 'sheet' && menu}
          </div>
          <SearchBar
            wanted={searchWanted}
            whereAsked={whereAsked}
            onWhere={askWhere}
            filters={filters}
            near={near}
            centre={view.centre}
            objects={facets?.objects ?? []}
            objectLabel={object?.label ?? filters.objects[0] ?? null}
            onFilters={setFilters}
            onNear={setNear}
            onSuggestion={chooseSuggestion}
            onLocate={locate}
            askWhere={problem !== null}
            menu={layout === 'sheet' && menu}
          />
          <NewVersion settled={mapWanted} />
          {problem && (
            <div className="problem" role="alert">
              <p>{problem}</p>
              <button type="button" className="button line" onClick={askWhere}>
                {t.typePlace}
              </button>
              <button type="button" className="button plain" onClick={dismiss}>
                {t.close}
              </button>
            </div>
          )}
          <IgnoredLine ignored={ignored} onDismiss={dismissIgnored} />
        </header>
        <Sheet stop={stop} onStop={setStop}>
          <div className="found">
            <div className="narrowing">
              <Kinds filters={filters} counts={facets?.groups} onFilters={setFilters} />
              <Chips
                filters={filters}
                where={near ?? view.centre}
                onFilters={setFilters}
                more={
                  <MoreButton
                    filters={filters}
                    facets={facets}
                    total={total}
                    follows={follows}
                    onFilters={setFilters}
                    onFollow={setFollows}
                  />
                }
              />
            </div>
            <ResultList
              results={results}
              near={near}
              chosen={page.place}
              onChoose={choosePlace}
              hovered={hovered}
              onOrder={(order) => go({ order })}
              onRetry={retry}
              note={<HoursNote filters={filters} states={facets?.openStates} onFilters={setFilters} />}
              empty={
                results.connection && (
                  <Empty
                    filters={filters}
                    near={near}
                    question={question}
                    connection={results.connection}
                    broaderObject={broaderObject}
                    onFilters={setFilters}
                    onPlace={choosePlace}
                    onLookWider={lookWider}
                    onTell={tellMissing}
                  />
                )
              }
            />
          </div>
          {page.saved && SavedList && <SavedList onChoose={choosePlace} onClose={() => go({ saved: false })} />}
          {page.place && PlaceDetail && <PlaceDetail answer={answer} from={near} onClose={closePlace} />}
        </Sheet>
      </div>
      {area.moved && <SearchHere onSearch={near ? () => setNear(null) : area.adopt} />}
      <MapSide
        config={config}
        theme={theme}
        language={language}
        wanted={mapWanted}
        filters={filters}
        near={near}
        total={total}
        edges={results.connection?.edges ?? []}
        camera={camera}
        insets={insets}
        size={size}
        chosen={answer.place}
        hovered={hovered}
        locating={locating}
        onMoved={(moved) => go({ camera: moved }, { replace: true })}
        onChoose={choosePlace}
        onGround={tapGround}
        onLocate={locate}
      />
    </main>
  );
}
