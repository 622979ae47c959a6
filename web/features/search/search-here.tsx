import { Search } from 'lucide-react';
import { useI18n } from '../../lib/i18n/i18n.tsx';

/** Over the map, once it shows something else than the list. */
export function SearchHere({ onSearch }: { onSearch: () => void }) {
  const { t } = useI18n();
  return (
    <button type="button" className="button line search-here" onClick={onSearch}>
      <Search size={17} aria-hidden />
      {t.searchThisArea}
    </button>
  );
}
