import { useCallback, useRef, useState } from 'react';
import type { Engine } from '../features/map/engine.ts';
import { MapKey, MapTools } from '../features/map/map-tools.tsx';
import { MapView } from '../features/map/map-view.tsx';
import type { Theme } from '../features/map/palette.ts';
import { Sketch } from '../features/map/sketch.tsx';
import { type Spot, SpotList } from '../features/map/spot-list.tsx';
import { useBasemap } from '../features/map/use-basemap.ts';
import type { Place } from '../features/place/queries.ts';
import type { ResultsQuery } from '../gql/graphql.ts';
import { type Insets, screenPoint } from '../lib/geometry.ts';
import type { SiteConfig } from '../lib/site-config.ts';
import { useTaxonomy } from '../lib/taxonomy.tsx';
import type { Camera, Filters, Near } from '../lib/url.ts';
import { type Hovered, useHoveredPlace } from '../ui/hovered.ts';
import { markState } from '../ui/state-line.tsx';
import type { Size } from './layout.ts';
import { MapPins } from './map-pins.tsx';
import { useScene } from './use-scene.ts';

interface Props {
  config: Promise<SiteConfig>;
  theme: Theme;
  language: string;
  wanted: boolean;
  filters: Filters;
  near: Near | null;
  total: number | undefined;
  /** The list's first page, drawn until the map is there. */
  edges: ResultsQuery['listings']['edges'];
  camera: Camera;
  insets: Insets;
  size: Size;
  chosen: Place | null;
  hovered: Hovered;
  locating: boolean;
  onMoved: (camera: Camera) => void;
  onChoose: (slug: string) => void;
  /** The ground was tapped. */
  onGround: () => void;
  onLocate: () => void;
}

/** The list's places are sketched where the map would mostly draw single places, not counts. */
const sketchZoom = 12;

/** The map and what stands on it. */
export function MapSide(props: Props) {
  const { config, theme, language, filters, near, total, camera, insets, size, hovered, onChoose } = props;
  const basemap = useBasemap(config, theme, language);
  const scene = useScene(basemap, theme, filters, near, total);
  const raised = useHoveredPlace(hovered);
  const taxonomy = useTaxonomy();
  const engine = useRef<Engine | null>(null);
  const [spot, setSpot] = useState<Spot | null>(null);
  const closeSpot = useCallback(() => setSpot(null), []);
  const onEngine = useCallback((made: Engine) => {
    engine.current = made;
  }, []);
  const choose = (slug: string) => {
    closeSpot();
    onChoose(slug);
  };
  const zoomBy = (levels: number) => {
    if (engine.current) engine.current.zoomBy(levels);
    // Without a map the list and the sketch still follow.
    else props.onMoved({ ...camera, zoom: Math.max(1.2, Math.min(18.5, camera.zoom + levels)) });
  };
  const sketched = camera.zoom < sketchZoom ? [] : props.edges;
  const sketch = (
    <Sketch
      marks={sketched.map(({ node: { slug, category, openingHours, status, location } }) => ({
        slug,
        group: category.group.slug,
        icon: category.icon,
        minor: taxonomy.category(category.slug)?.rank === 3,
        state: markState(openingHours, status),
        at: screenPoint(location, camera, size, insets),
      }))}
    />
  );
  return (
    <>
      <MapPins chosen={props.chosen} hovered={raised?.slug === props.chosen?.slug ? null : raised} here={near}>
        {(pins) => (
          <MapView
            wanted={props.wanted}
            scene={scene}
            camera={camera}
            insets={insets}
            pins={pins}
            events={{
              moved(moved) {
                closeSpot();
                props.onMoved(moved);
              },
              tapped: (place) => (place ? choose(place.slug) : props.onGround()),
              tappedSpot: (places, at) => setSpot({ places, at }),
              hovered: hovered.set,
            }}
            onEngine={onEngine}
            sketch={sketch}
          />
        )}
      </MapPins>
      {spot && <SpotList spot={spot} onChoose={choose} onClose={closeSpot} />}
      <MapTools onZoom={zoomBy} onLocate={props.onLocate} locating={props.locating} />
      <MapKey zoom={camera.zoom} streets={basemap.streets} searched={near !== null} />
    </>
  );
}
