import { LocateFixed, Minus, Plus } from 'lucide-react';
import { Button } from 'react-aria-components';
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
      <Button className="zoom" aria-label={t.zoomIn} onPress={() => onZoom(1)}>
        <Plus size={20} aria-hidden />
      </Button>
      <Button className="zoom" aria-label={t.zoomOutButton} onPress={() => onZoom(-1)}>
        <Minus size={20} aria-hidden />
      </Button>
      <Button
        className="locate"
        aria-label={locating ? t.locating : t.whereAmI}
        onPress={onLocate}
        data-busy={locating || undefined}
      >
        <LocateFixed size={20} aria-hidden />
      </Button>
    </div>
  );
}

/** What the shapes mean; at wide zooms, what the rings do. */
export function MapKey({ zoom, streets }: { zoom: number; streets: boolean }) {
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
      {!streets && zoom >= 9.5 && <li className="quiet">{t.noStreets}</li>}
    </ul>
  );
}
