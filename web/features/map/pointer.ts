/** From fingers, pointers and keys on the map to what they mean. */
import type { GeoJSONFeature, Map as MapLibreMap, PointLike } from 'maplibre-gl';
import type { Position } from '../../lib/geometry.ts';
import type { MarkedPlace } from '../../ui/hovered.ts';
import type { EngineEvents } from './engine.ts';
import { clusterLayer, placeLayers } from './overlay.ts';
import { meantBy, type Pixel } from './spot.ts';

const clusterZoomMs = 400;
/** Half the side of the square around a finger or a pointer in which a mark counts as hit. */
const reachPixels = { coarse: 12, fine: 4 };

/** `queries`: the filters whose marks can be hit now. */
export function listenToPerson(map: MapLibreMap, queries: () => string[], events: EngineEvents) {
  const coarse = window.matchMedia('(pointer: coarse)').matches;
  const reach = coarse ? reachPixels.coarse : reachPixels.fine;
  const hitsAt = ({ x, y }: Pixel, layersOf: (query: string) => string[]): GeoJSONFeature[] => {
    const square: [PointLike, PointLike] = [
      [x - reach, y - reach],
      [x + reach, y + reach],
    ];
    const layers = queries()
      .flatMap(layersOf)
      .filter((id) => map.getLayer(id));
    return layers.length > 0 ? map.queryRenderedFeatures(square, { layers }) : [];
  };
  const placesAt = (point: Pixel) =>
    meantBy(
      hitsAt(point, placeLayers).map((feature) => ({ place: placeOf(feature), at: map.project(positionOf(feature)) })),
      point,
      map.getZoom(),
    );
  const clusterAt = (point: Pixel) => hitsAt(point, (query) => [clusterLayer(query)])[0];

  const choose = (point: Pixel) => {
    const cluster = clusterAt(point);
    if (cluster) return open(map, cluster);
    const places = placesAt(point);
    const { left, top } = map.getCanvas().getBoundingClientRect();
    if (places.length > 1) events.tappedSpot(places, { x: left + point.x, y: top + point.y });
    else {
      const { lng, lat } = map.unproject([point.x, point.y]).wrap();
      events.tapped(places[0] ?? null, { lon: lng, lat });
    }
  };

  map.on('moveend', () => {
    const { lng, lat } = map.getCenter().wrap();
    events.moved({ lon: lng, lat, zoom: map.getZoom() });
  });
  map.on('click', ({ point }) => choose(point));
  // The arrows move the map; Enter takes what they brought into the middle, where the stylesheet draws a cross.
  map.getCanvas().addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault(); // or the key would also press the button that takes the focus
    choose(map.project(map.getCenter()));
  });
  if (!coarse) listenToHover(map, { clusterAt, placesAt }, events);
}

/** Marks are looked up once a frame at most, and not while the map moves under the pointer. */
function listenToHover(
  map: MapLibreMap,
  { clusterAt, placesAt }: { clusterAt: (at: Pixel) => unknown; placesAt: (at: Pixel) => MarkedPlace[] },
  events: EngineEvents,
) {
  let hovered: string | null = null;
  let last: Pixel | null = null;
  let waiting = false;
  const tell = (place: MarkedPlace | null) => {
    if ((place?.slug ?? null) === hovered) return;
    hovered = place?.slug ?? null;
    events.hovered(place);
  };
  const look = () => {
    waiting = false;
    if (!last || map.isMoving()) return;
    const place = placesAt(last)[0] ?? null;
    map.getCanvas().style.cursor = place || clusterAt(last) ? 'pointer' : '';
    tell(place);
  };
  map.on('mousemove', ({ point }) => {
    last = point;
    if (!waiting) requestAnimationFrame(look);
    waiting = true;
  });
  map.on('mouseout', () => {
    last = null;
    tell(null);
  });
}

/** Zooms to where a cluster falls apart; at once where motion is not wanted, which MapLibre knows of. */
function open(map: MapLibreMap, cluster: GeoJSONFeature) {
  const zoom = Number(cluster.properties.expansionZoom ?? map.getZoom() + 2);
  map.easeTo({ center: positionOf(cluster), zoom: Math.max(zoom, map.getZoom() + 1), duration: clusterZoomMs });
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
