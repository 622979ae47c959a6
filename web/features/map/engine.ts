/** The only file that touches MapLibre; loaded beside the application, not before it. */
import 'maplibre-gl/dist/maplibre-gl.css';
import {
  addProtocol,
  type GeoJSONFeature,
  Map as MapLibreMap,
  Marker,
  type PointLike,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { Insets, Position } from '../../lib/geometry.ts';
import type { Camera } from '../../lib/url.ts';
import type { MarkState } from '../../ui/glyph.tsx';
import type { Basemap } from './basemap.ts';
import { drawMark, fontsReady, pixelRatio } from './marks.ts';
import { clusterLayer, type Overlay, placeLayers, sourceOf, withOverlay } from './overlay.ts';

/** A place as its mark tells it. */
export interface MarkedPlace extends Position {
  slug: string;
  name: string;
  category: string;
  group: string;
  state: MarkState;
}

export interface Scene extends Omit<Overlay, 'queries'> {
  basemap: Basemap;
  /** Filters of the tiles, as a query string. */
  query: string;
}

export interface EngineEvents {
  /** The person moved the map, or an animation ended. */
  moved: (camera: Camera) => void;
  /** Null: the ground was tapped. */
  tapped: (place: MarkedPlace | null) => void;
  hovered: (place: MarkedPlace | null) => void;
}

export interface Engine {
  show: (scene: Scene) => void;
  look: (camera: Camera, insets: Insets, durationMs: number) => void;
  zoomBy: (levels: number) => void;
  /** Puts an element on the map by its centre; `null` takes it away. */
  pin: (element: HTMLElement, position: Position | null) => void;
  destroy: () => void;
}

const clusterZoomMs = 400;
/** Half the side of the square around a finger or a pointer in which a mark counts as hit. */
const reachPixels = { coarse: 12, fine: 4 };

setWorkerUrl(workerUrl);

export async function createEngine(
  container: HTMLElement,
  first: { scene: Scene; camera: Camera; insets: Insets },
  events: EngineEvents,
): Promise<Engine> {
  await Promise.all([fontsReady(), needProtocol(first.scene.basemap)]);
  let scene = first.scene;
  /** Filters drawn now: those that leave stay until the new ones have arrived, so that the map is never empty. */
  let queries = [scene.query];
  const map = new MapLibreMap({
    container,
    style: withOverlay(scene.basemap.style, { ...scene, queries }),
    center: first.camera,
    zoom: first.camera.zoom,
    attributionControl: { compact: false },
    fadeDuration: 0,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    minZoom: 1.2,
    maxZoom: 18.5,
  });
  map.setPadding(first.insets);
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.setMissingStyleImageResolver((name) => {
    const image = drawMark(name);
    if (image && !map.hasImage(name)) map.addImage(name, image, { pixelRatio });
  });
  const draw = () => map.setStyle(withOverlay(scene.basemap.style, { ...scene, queries }), { diff: true });
  map.on('idle', () => {
    if (queries.length === 1 || !map.isSourceLoaded(sourceOf(scene.query))) return;
    queries = [scene.query];
    draw();
  });
  listen(map, () => queries, events);
  const pins = new Map<HTMLElement, Marker>();

  return {
    show(next) {
      queries =
        next.query === scene.query
          ? queries
          : [...queries.filter((query) => query !== next.query).slice(-1), next.query];
      scene = next;
      void needProtocol(next.basemap).then(draw);
    },
    look(camera, insets, durationMs) {
      const target = { center: { lon: camera.lon, lat: camera.lat }, zoom: camera.zoom, padding: insets };
      if (durationMs === 0) map.jumpTo(target);
      else map.easeTo({ ...target, duration: durationMs });
    },
    zoomBy: (levels) => map.easeTo({ zoom: map.getZoom() + levels, duration: 240 }),
    pin(element, position) {
      const marker = pins.get(element);
      if (!position) {
        marker?.remove();
        pins.delete(element);
      } else if (marker) {
        marker.setLngLat(position);
      } else {
        pins.set(element, new Marker({ element }).setLngLat(position).addTo(map));
      }
    },
    destroy: () => map.remove(),
  };
}

function listen(map: MapLibreMap, queries: () => string[], events: EngineEvents) {
  map.on('moveend', () =>
    events.moved({ lon: map.getCenter().wrap().lng, lat: map.getCenter().lat, zoom: map.getZoom() }),
  );
  const coarse = window.matchMedia('(pointer: coarse)').matches;
  const hits = (point: { x: number; y: number }) => {
    const reach = coarse ? reachPixels.coarse : reachPixels.fine;
    const square: [PointLike, PointLike] = [
      [point.x - reach, point.y - reach],
      [point.x + reach, point.y + reach],
    ];
    const layers = queries()
      .flatMap((query) => [clusterLayer(query), ...placeLayers(query)])
      .filter((id) => map.getLayer(id));
    return map.queryRenderedFeatures(square, { layers })[0];
  };
  map.on('click', ({ point }) => {
    const hit = hits(point);
    if (hit?.sourceLayer === 'clusters') {
      const zoom = Number(hit.properties.expansionZoom ?? map.getZoom() + 2);
      map.easeTo({ center: positionOf(hit), zoom: Math.max(zoom, map.getZoom() + 1), duration: clusterZoomMs });
    } else {
      events.tapped(hit ? placeOf(hit) : null);
    }
  });
  if (coarse) return;
  let hoveredSlug: string | null = null;
  map.on('mousemove', ({ point }) => {
    const hit = hits(point);
    map.getCanvas().style.cursor = hit ? 'pointer' : '';
    const place = hit?.sourceLayer === 'listings' ? placeOf(hit) : null;
    if ((place?.slug ?? null) === hoveredSlug) return;
    hoveredSlug = place?.slug ?? null;
    events.hovered(place);
  });
  map.on('mouseout', () => {
    hoveredSlug = null;
    events.hovered(null);
  });
}

function placeOf(feature: GeoJSONFeature): MarkedPlace {
  const { slug, name, category, group, state } = feature.properties;
  return {
    ...positionOf(feature),
    slug: String(slug),
    name: String(name ?? ''),
    category: String(category),
    group: String(group),
    state: state === 'open' || state === 'closed' ? state : 'unknown',
  };
}

function positionOf({ geometry }: GeoJSONFeature): Position {
  if (geometry.type !== 'Point') throw new Error(`A mark is a ${geometry.type}.`);
  const [lon = 0, lat = 0] = geometry.coordinates;
  return { lon, lat };
}

/** PMTiles' reader is fetched only where a basemap is one archive. */
async function needProtocol({ style }: Basemap): Promise<void> {
  const archives = Object.values(style.sources).some((source) => 'url' in source && source.url?.startsWith('pmtiles:'));
  if (!archives) return;
  const { Protocol } = await import('pmtiles');
  addProtocol('pmtiles', new Protocol().tile);
}
