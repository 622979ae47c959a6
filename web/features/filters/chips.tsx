import type { ReactNode } from 'react';
import type { Position } from '../../lib/geometry.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import type { Filters } from '../../lib/url.ts';
import { WhenChip } from './when-chip.tsx';

interface Props {
  filters: Filters;
  /** The middle of what is looked at. */
  where: Position;
  onFilters: (filters: Filters) => void;
  /** Opens everything else. */
  more: ReactNode;
}

export function Chips({ filters, where, onFilters, more }: Props) {
  const { t } = useI18n();
  const chip = (pressed: boolean, change: Partial<Filters>, label: ReactNode) => (
    <button type="button" className="chip" aria-pressed={pressed} onClick={() => onFilters({ ...filters, ...change })}>
      {label}
    </button>
  );
  return (
    <fieldset className="chips" aria-label={t.filters}>
      {chip(
        filters.openNow,
        { openNow: !filters.openNow, openAt: null, includeUnknownHours: false },
        <>
          <span className="state open" aria-hidden="true" />
          {t.openNow}
        </>,
      )}
      <WhenChip filters={filters} where={where} onFilters={onFilters} />
      {chip(filters.free, { free: !filters.free }, t.free)}
      {chip(filters.stepFree, { stepFree: !filters.stepFree }, t.stepFree)}
      {more}
    </fieldset>
  );
}
