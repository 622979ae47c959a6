import type { ResultsQuery } from '../../gql/graphql.ts';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { asksHours, type Filters } from '../../lib/url.ts';

interface Props {
  filters: Filters;
  /** How many there are in each state. */
  states: ResultsQuery['listings']['facets']['openStates'];
  onFilters: (filters: Filters) => void;
}

/** Under a question about hours: how many are known to be open, of how many nobody told, and the choice to see those too. */
export function HoursNote({ filters, states, onFilters }: Props) {
  const { t } = useI18n();
  if (!asksHours(filters) || !states) return null;
  const count = (state: string) => states.find((one) => one.state === state)?.count ?? 0;
  const unknown = count('UNKNOWN');
  if (unknown === 0 && !filters.includeUnknownHours) return null;
  return (
    <div className="hours-note">
      <p id="hours-note">{t.openAndUnknown(count('OPEN'), unknown)}</p>
      <label>
        <input
          type="checkbox"
          aria-describedby="hours-note"
          checked={filters.includeUnknownHours}
          onChange={({ currentTarget }) => onFilters({ ...filters, includeUnknownHours: currentTarget.checked })}
        />
        {t.showUnknownToo}
      </label>
    </div>
  );
}
