import { ExternalLink, Minus, Plus, X } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { MapPins } from '../app/map-pins.tsx';
import { useScene } from '../app/use-scene.ts';
import type { Engine } from '../features/map/engine.ts';
import { MapView, type PersonEvents } from '../features/map/map-view.tsx';
import type { Theme } from '../features/map/palette.ts';
import { type Spot, SpotList } from '../features/map/spot-list.tsx';
import { useBasemap } from '../features/map/use-basemap.ts';
import { cameraOn } from '../lib/geometry.ts';
import { useI18n } from '../lib/i18n/i18n.tsx';
import type { SiteConfig } from '../lib/site-config.ts';
import { useTaxonomy } from '../lib/taxonomy.tsx';
import type { Camera, Filters, Near } from '../lib/url.ts';
import { Glyph } from '../ui/glyph.tsx';
import type { MarkedPlace } from '../ui/hovered.ts';
import { placeAddress } from './links.ts';
import type { Place } from './use-area.ts';
import type { EmbedWords } from './words/en.ts';

const noInsets = { left: 0, right: 0, top: 0, bottom: 0 };

interface Props {
  config: Promise<SiteConfig>;
  theme: Theme;
  filters: Filters;
  circle: Place['circle'];
  near: Near | null;
  total: number | undefined;
  hovered: MarkedPlace | null;
  words: EmbedWords;
}

/** The map of a frame: it starts at the area, and leaves one finger and the wheel to the page around it. */
export function EmbedMap({ config, theme, filters, circle, near, total, hovered, words }: Props) {
  const { t, language } = useI18n();
  const basemap = useBasemap(config, theme, language);
  const scene = useScene(basemap, theme, filters, near, total);
  const { ref, size } = useSize();
  const [moved, setMoved] = useState<Camera | null>(null);
  const [tapped, setTapped] = useState<MarkedPlace | null>(null);
  const [pointed, setPointed] = useState<MarkedPlace | null>(null);
  const engine = useRef<Engine | null>(null);
  const start = useMemo(() => size && cameraOn(circle, circle.radiusMeters, size, noInsets), [circle, size]);
  const [spot, setSpot] = useState<Spot | null>(null);
  const closeSpot = useCallback(() => setSpot(null), []);
  const events: PersonEvents = {
    moved(camera) {
      closeSpot();
      setMoved(camera);
    },
    tapped: setTapped,
    tappedSpot: (places, at) => setSpot({ places, at }),
    hovered: setPointed,
  };
  const onEngine = useCallback((made: Engine) => {
    engine.current = made;
  }, []);
  const gestures = useMemo(
    () => ({ wheel: words.wheelToZoom, wheelMac: words.wheelToZoomMac, touch: words.twoFingers }),
    [words],
  );
  const camera = moved ?? start;
  return (
    <div ref={ref} className="embed-map">
      {camera && (
        <MapPins chosen={null} hovered={tapped ?? pointed ?? hovered} here={null}>
          {(pins) => (
            <MapView
              wanted
              scene={scene}
              camera={camera}
              insets={noInsets}
              pins={pins}
              events={events}
              onEngine={onEngine}
              gestures={gestures}
            />
          )}
        </MapPins>
      )}
      <div className="map-tools">
        <Button className="zoom" aria-label={t.zoomIn} onPress={() => engine.current?.zoomBy(1)}>
          <Plus size={20} aria-hidden />
        </Button>
        <Button className="zoom" aria-label={t.zoomOutButton} onPress={() => engine.current?.zoomBy(-1)}>
          <Minus size={20} aria-hidden />
        </Button>
      </div>
      {spot && (
        <SpotList
          spot={spot}
          onChoose={(slug) => {
            closeSpot();
            setTapped(spot.places.find((place) => place.slug === slug) ?? null);
          }}
          onClose={closeSpot}
        />
      )}
      {tapped && <Tapped place={tapped} words={words} onClose={() => setTapped(null)} />}
    </div>
  );
}

/** What was tapped, and the way to everything that is known of it. */
function Tapped({ place, words, onClose }: { place: MarkedPlace; words: EmbedWords; onClose: () => void }) {
  const { t, language } = useI18n();
  const { category } = useTaxonomy();
  const kind = category(place.category);
  const states = { open: t.open, closed: t.closed, unknown: t.hoursNotKnown };
  return (
    <section className="embed-card" aria-label={place.name}>
      <Glyph group={place.group} icon={kind?.icon ?? ''} state={place.state} size={36} />
      <div>
        <a href={placeAddress(language, place.slug, place)} target="_blank" rel="noopener">
          {place.name || kind?.label}
          <ExternalLink size={15} aria-hidden />
          <span className="visually-hidden">, {words.newTab}</span>
        </a>
        <p>{[kind?.label, states[place.state]].filter(Boolean).join(' · ')}</p>
      </div>
      <Button className="button plain square" aria-label={t.close} onPress={onClose}>
        <X size={20} aria-hidden />
      </Button>
    </section>
  );
}

function useSize() {
  const ref = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, size };
}
