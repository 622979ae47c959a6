import { MapPin, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { distanceText } from '../../lib/format.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import type { Filters, Near } from '../../lib/url.ts';

interface Props {
  filters: Filters;
  near: Near | null;
  onFilters: (filters: Filters) => void;
  onNear: (near: Near | null) => void;
  /** Opens everything else. */
  more: ReactNode;
}

export function Chips({ filters, near, onFilters, onNear, more }: Props) {
  const { t, language } = useI18n();
  const toggle = (name: 'openNow' | 'free' | 'stepFree', label: ReactNode) => (
    <button
      type="button"
      className="chip"
      aria-pressed={filters[name]}
      onClick={() => onFilters({ ...filters, [name]: !filters[name] })}
    >
      {label}
    </button>
  );
  return (
    <fieldset className="chips" aria-label={t.filters}>
      {near && (
        <button
          type="button"
          className="chip near"
          onClick={() => onNear(null)}
          aria-label={`${near.name ?? t.nearYou}, ${distanceText(near.radiusMeters, language)}: ${t.followTheMap}`}
        >
          <MapPin size={16} aria-hidden />
          {near.name ?? t.nearYou}, {distanceText(near.radiusMeters, language)}
          <X size={16} aria-hidden />
        </button>
      )}
      {toggle(
        'openNow',
        <>
          <span className="state open" aria-hidden="true" />
          {t.openNow}
        </>,
      )}
      {toggle('free', t.free)}
      {toggle('stepFree', t.stepFree)}
      {more}
    </fieldset>
  );
}
