import '../../map/map.css';
import './where.css';
import { MapPin, Minus, Plus } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Position } from '../../../lib/geometry.ts';
import { useI18n } from '../../../lib/i18n/i18n.tsx';
import { loadSiteConfig } from '../../../lib/site-config.ts';
import { useTaxonomy } from '../../../lib/taxonomy.tsx';
import type { Camera } from '../../../lib/url.ts';
import type { Engine, Scene } from '../../map/engine.ts';
import { MapView, type PersonEvents } from '../../map/map-view.tsx';
import type { Theme } from '../../map/palette.ts';
import { useBasemap } from '../../map/use-basemap.ts';
import { useForm } from '../form.ts';

const noInsets = { left: 0, right: 0, top: 0, bottom: 0 };
/** Without a position: most of Europe. */
const europe: Camera = { lon: 10, lat: 48, zoom: 3 };
const closeZoom = 16;

interface Props {
  position: Position | null;
  /** Where to look while there is none. */
  around: Camera | null;
  onPosition: (position: Position) => void;
}

/** A small map with the places that are listed already: a tap or Enter sets the pin, which can be dragged. */
export function PinMap({ position, around, onPosition }: Props) {
  const { t, language } = useI18n();
  const { words } = useForm();
  const { categories } = useTaxonomy();
  const [config] = useState(loadSiteConfig);
  const theme = usePageTheme();
  const basemap = useBasemap(config, theme, language);
  const [pin] = useState(() => document.createElement('div'));
  const [moved, setMoved] = useState<Camera | null>(null);
  const engine = useRef<Engine | null>(null);
  const scene = useMemo<Scene>(() => {
    const icons = Object.fromEntries(categories.map(({ slug, icon }) => [slug, icon]));
    return { basemap, theme, icons, query: '', named: false, ring: null };
  }, [basemap, theme, categories]);
  const aim = useMemo(() => (position ? { ...position, zoom: closeZoom } : around), [position, around]);
  // A new position or town is looked at; from there the person moves on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is aimed at, not what it moves from
  useEffect(() => {
    if (aim) setMoved((before) => (before && position ? { ...aim, zoom: Math.max(before.zoom, 14) } : aim));
  }, [aim]);
  const latest = useRef(onPosition);
  latest.current = onPosition;
  const pins = useMemo(
    () => [{ element: pin, position, onDragged: (to: Position) => latest.current(to) }],
    [pin, position],
  );
  const events: PersonEvents = {
    moved: setMoved,
    tapped: (place, at) => onPosition(place ?? at),
    tappedSpot: ([place]) => place && onPosition(place),
    hovered: () => undefined,
  };
  const onEngine = useCallback((made: Engine) => {
    engine.current = made;
  }, []);
  const gestures = useMemo(
    () => ({ wheel: words.where.wheelToZoom, wheelMac: words.where.wheelToZoomMac, touch: words.where.twoFingers }),
    [words],
  );
  return (
    <div className="pin-map">
      <MapView
        wanted
        scene={scene}
        camera={moved ?? aim ?? europe}
        insets={noInsets}
        pins={pins}
        events={events}
        onEngine={onEngine}
        gestures={gestures}
      />
      <div className="map-tools">
        <button type="button" aria-label={t.zoomIn} onClick={() => engine.current?.zoomBy(1)}>
          <Plus size={20} aria-hidden />
        </button>
        <button type="button" aria-label={t.zoomOutButton} onClick={() => engine.current?.zoomBy(-1)}>
          <Minus size={20} aria-hidden />
        </button>
      </div>
      {createPortal(<MapPin size={40} aria-hidden />, pin)}
    </div>
  );
}

/** The appearance that the page has, without its choice. */
function usePageTheme(): Theme {
  const [theme] = useState<Theme>(() => {
    const chosen = document.documentElement.dataset.theme;
    const dark = chosen ? chosen === 'dark' : window.matchMedia('(prefers-color-scheme: dark)').matches;
    return dark ? 'dark' : 'light';
  });
  return theme;
}
