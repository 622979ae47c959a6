import './map.css';
import './small-map.css';
import { Minus, Plus } from 'lucide-react';
import { type ComponentProps, useCallback, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { loadSiteConfig } from '../../lib/site-config.ts';
import { useTaxonomy } from '../../lib/taxonomy.tsx';
import type { Engine, Scene } from './engine.ts';
import { MapView } from './map-view.tsx';
import type { Theme } from './palette.ts';
import { useBasemap } from './use-basemap.ts';

const noInsets = { left: 0, right: 0, top: 0, bottom: 0 };

type Props = Pick<ComponentProps<typeof MapView>, 'camera' | 'pins' | 'events' | 'gestures'>;

/** A map within a page, with the places that are listed already and pins of its own. */
export function SmallMap(props: Props) {
  const { t, language } = useI18n();
  const { categories } = useTaxonomy();
  const [config] = useState(loadSiteConfig);
  const theme = usePageTheme();
  const basemap = useBasemap(config, theme, language);
  const engine = useRef<Engine | null>(null);
  const scene = useMemo<Scene>(() => {
    const icons = Object.fromEntries(categories.map(({ slug, icon }) => [slug, icon]));
    return { basemap, theme, icons, query: '', named: false, ring: null };
  }, [basemap, theme, categories]);
  const onEngine = useCallback((made: Engine) => {
    engine.current = made;
  }, []);
  return (
    <div className="small-map">
      <MapView wanted scene={scene} insets={noInsets} onEngine={onEngine} {...props} />
      <div className="map-tools">
        <button type="button" aria-label={t.zoomIn} onClick={() => engine.current?.zoomBy(1)}>
          <Plus size={20} aria-hidden />
        </button>
        <button type="button" aria-label={t.zoomOutButton} onClick={() => engine.current?.zoomBy(-1)}>
          <Minus size={20} aria-hidden />
        </button>
      </div>
    </div>
  );
}

const dark = window.matchMedia('(prefers-color-scheme: dark)');

/** The appearance that the page has, without its choice. */
function usePageTheme(): Theme {
  const prefersDark = useSyncExternalStore(
    (notify) => {
      dark.addEventListener('change', notify);
      return () => dark.removeEventListener('change', notify);
    },
    () => dark.matches,
  );
  const chosen = document.documentElement.dataset.theme;
  return (chosen ? chosen === 'dark' : prefersDark) ? 'dark' : 'light';
}
