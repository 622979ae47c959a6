import { type CSSProperties, useEffect, useRef } from 'react';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import type { MapTrouble } from './engine.ts';

/** What is wrong with the map, and what works: `failed` where the browser cannot draw one at all. */
export function MapNotice({
  trouble,
  style,
  onRetry,
}: {
  trouble: MapTrouble | 'failed' | null;
  style: CSSProperties;
  onRetry: () => void;
}) {
  const { t } = useI18n();
  const retry = useRef(onRetry);
  retry.current = onRetry;
  useEffect(() => {
    if (trouble !== 'tiles') return undefined;
    const online = () => retry.current();
    window.addEventListener('online', online);
    return () => window.removeEventListener('online', online);
  }, [trouble]);
  const words = { tiles: t.mapTilesFailed, lost: t.mapLost, failed: t.mapFailed };
  return (
    <div className="map-notice" role="status" style={style} hidden={trouble === null}>
      {trouble && <p>{words[trouble]}</p>}
      {trouble === 'tiles' && (
        <button type="button" className="button line" onClick={onRetry}>
          {t.retry}
        </button>
      )}
    </div>
  );
}
