import { CalendarClock, X } from 'lucide-react';
import { wallText } from '../../lib/format.ts';
import type { Position } from '../../lib/geometry.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import type { Filters } from '../../lib/url.ts';
import { Opener } from '../../ui/opener.tsx';

const load = async () => (await import('./when-dialog.tsx')).WhenDialog;

export interface WhenProps {
  filters: Filters;
  /** By whose clock a day and an hour are meant. */
  where: Position;
  onFilters: (filters: Filters) => void;
}

/** A day and an hour to come, as a chip: chosen in a small form, taken away by its cross. */
export function WhenChip(props: WhenProps) {
  const { t, language } = useI18n();
  const { filters, onFilters } = props;
  const { openAt } = filters;
  const label = openAt ? t.openOn(wallText(openAt, language)) : t.chooseWhen;
  return (
    <>
      <Opener
        button={(open) => (
          <button type="button" className="chip when" data-selected={openAt ? true : undefined} onClick={open}>
            <CalendarClock size={17} aria-hidden />
            <span>{label}</span>
          </button>
        )}
        load={load}
        props={{ ...props, label }}
      />
      {openAt && (
        <button
          type="button"
          className="chip square"
          aria-label={t.anyTime}
          onClick={() => onFilters({ ...filters, openAt: null, includeUnknownHours: false })}
        >
          <X size={16} aria-hidden />
        </button>
      )}
    </>
  );
}
