/** The only file that touches MapLibre; loaded beside the application, not before it. */
import 'maplibre-gl/dist/maplibre-gl.css';
import { addProtocol, GeoJSONSource, Map as MapLibreMap, Marker, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { Insets, Position } from '../../lib/geometry.ts';
import type { Camera } from '../../lib/url.ts';
import type { MarkedPlace } from '../../ui/hovered.ts';
import type { Basemap } from './basemap.ts';
import { markPainter, pixelRatio } from './marks.ts';
import { type Overlay, sourceOf, withOverlay } from './overlay.ts';
import { listenToPerson } from './pointer.ts';
import type { Pixel } from './spot.ts';

export interface Scene extends Omit<Overlay, 'queries'> {
  basemap: Basemap;
  /** Filters of the tiles, as a query string. */
  query: string;
}

/** What is wrong with the map: some of it did not come, or the graphics card took its memory back for now. */
export type MapTrouble = 'tiles' | 'lost';

export interface EngineEvents {
  /** The person moved the map, or an animation ended. */
  moved: (camera: Camera) => void;
  /** Null: the ground was tapped. */
  tapped: (place: MarkedPlace | null, at: Position) => void;
  /** Several places that no closer look would part, and the pixel of the window at which they lie. */
  tappedSpot: (places: MarkedPlace[], at: Pixel) => void;
  hovered: (place: MarkedPlace | null) => void;
  /** The first whole picture is there. */
  drawn: () => void;
  /** Null: it is over. */
  trouble: (trouble: MapTrouble | null) => void;
}

/** Said to who scrolls over a map that leaves the wheel and one finger to the page around it. */
export interface GestureWords {
  wheel: string;
  wheelMac: string;
  touch: string;
}

export interface Engine {
  show: (scene: Scene) => void;
  look: (camera: Camera, insets: Insets, durationMs: number) => void;
  zoomBy: (levels: number) => void;
  /** Asks again for what did not come. */
  retry: () => void;
  /** Puts an element on the map by its centre; `null` takes it away. With `onDragged` a person can drag it elsewhere. */
  pin: (element: HTMLElement, position: Position | null, onDragged?: (position: Position) => void) => void;
  destroy: () => void;
}

setWorkerUrl(workerUrl);

export async function createEngine(
  container: HTMLElement,
  first: { scene: Scene; camera: Camera; insets: Insets; gestures?: GestureWords | undefined },
  events: EngineEvents,
): Promise<Engine> {
  const [drawMark] = await Promise.all([markPainter(), needProtocol(first.scene.basemap)]);
  let scene = first.scene;
  /** Filters drawn now: those that leave stay until the new ones have arrived, so that the map is never empty. */
  let queries = [scene.query];
  const map = new MapLibreMap({
    container,
    style: withOverlay(scene.basemap.style, { ...scene, queries }),
    center: first.camera,
    zoom: first.camera.zoom,
    attributionControl: { compact: false },
    ...(first.gestures && {
      cooperativeGestures: true,
      locale: {
        'CooperativeGesturesHandler.WindowsHelpText': first.gestures.wheel,
        'CooperativeGesturesHandler.MacHelpText': first.gestures.wheelMac,
        'CooperativeGesturesHandler.MobileHelpText': first.gestures.touch,
      },
    }),
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
  let lost = false;
  const draw = () => {
    if (!lost) map.setStyle(withOverlay(scene.basemap.style, { ...scene, queries }), { diff: true });
  };
  map.on('idle', () => {
    if (lost || queries.length === 1 || !map.isSourceLoaded(sourceOf(scene.query))) return;
    queries = [scene.query];
    draw();
  });
  map.on('webglcontextlost', () => {
    lost = true;
    events.trouble('lost');
  });
  map.on('webglcontextrestored', () => {
    // MapLibre rebuilds the style as it was; what was asked for meanwhile is drawn over it.
    map.once('style.load', () => {
      lost = false;
      draw();
      events.trouble(null);
    });
  });
  map.once('load', () => events.drawn());
  map.once('movestart', () => events.drawn());
  let failed = false;
  listenToTiles(map, () => {
    failed = true;
    events.trouble('tiles');
  });
  listenToPerson(map, () => (lost ? [] : queries), events);
  const pins = new Map<HTMLElement, Marker>();
  const reload = () => {
    if (lost) return;
    events.trouble(null);
    for (const source of Object.keys(map.getStyle().sources)) reloadSource(map, source);
  };

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
    retry() {
      events.trouble(null);
      failed = false;
      const whole = map.areTilesLoaded();
      if (whole) reload();
      // A tile whose first answer is still on its way would not be asked for again: what fails from now on is, once.
      map.once('idle', () => {
        if (failed || !whole) reload();
      });
    },
    zoomBy: (levels) => map.easeTo({ zoom: map.getZoom() + levels, duration: 240 }),
    pin(element, position, onDragged) {
      const marker = pins.get(element);
      if (!position) {
        marker?.remove();
        pins.delete(element);
      } else if (marker) {
        marker.setLngLat(position);
      } else {
        const marker = new Marker({ element, draggable: onDragged !== undefined }).setLngLat(position).addTo(map);
        marker.on('dragend', () => {
          const { lng, lat } = marker.getLngLat().wrap();
          onDragged?.({ lon: lng, lat });
        });
        pins.set(element, marker);
      }
    },
    destroy: () => map.remove(),
  };
}

/** Tiles and files that did not come are told of, instead of a ground that looks empty. */
function listenToTiles(map: MapLibreMap, onFailure: () => void) {
  map.on('error', (event) => {
    if ('sourceId' in event) onFailure();
    else console.error(event.error);
  });
}

function reloadSource(map: MapLibreMap, id: string) {
  const source = map.getSource(id);
  if (source instanceof GeoJSONSource) {
    const { data } = source.serialize();
    if (typeof data === 'string') source.setData(data);
  } else if (source) map.refreshTiles(id);
}

/** PMTiles' reader is fetched only where a basemap is one archive. */
async function needProtocol({ style }: Basemap): Promise<void> {
  const archives = Object.values(style.sources).some((source) => 'url' in source && source.url?.startsWith('pmtiles:'));
  if (!archives) return;
  const { Protocol } = await import('pmtiles');
  addProtocol('pmtiles', new Protocol().tile);
}
