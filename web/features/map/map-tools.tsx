import { LocateFixed, Minus, Plus } from 'lucide-react';
import { useI18n } from '../../lib/i18n/i18n.tsx';

export function MapTools({
  onZoom,
  onLocate,
  locating,
}: {
  onZoom: (levels: number) => void;
  onLocate: () => void;
  locating: boolean;
}) {
  const { t } = useI18n();
  return (
    <div className="map-tools">
      <button type="button" className="zoom" aria-label={t.zoomIn} onClick={() => onZoom(1)}>
        <Plus size={20} aria-hidden />
      </button>
      <button type="button" className="zoom" aria-label={t.zoomOutButton} onClick={() => onZoom(-1)}>
        <Minus size={20} aria-hidden />
      </button>
      <button
        type="button"
        className="locate"
        aria-label={locating ? t.locating : t.whereAmI}
        onClick={onLocate}
        data-busy={locating || undefined}
      >
        <LocateFixed size={20} aria-hidden />
      </button>
    </div>
  );
}

/** What the shapes mean; at wide zooms, what the rings do; the searched circle where there is one. */
export function MapKey({ zoom, streets, searched }: { zoom: number; streets: boolean; searched: boolean }) {
  const { t } = useI18n();
  return (
    <ul className="map-key" aria-label={t.key}>
      {zoom < 9 ? (
        <li>{t.ringKey}</li>
      ) : (
        <>
          <li className="key open">{t.open}</li>
          <li className="key closed">{t.closed}</li>
          <li className="key unknown">{t.hoursNotKnown}</li>
        </>
      )}
      {searched && <li className="key circle">{t.searchedCircle}</li>}
      {!streets && zoom >= 9.5 && <li className="quiet">{t.noStreets}</li>}
    </ul>
  );
}
