import { type Filters, reviewKinds } from './address.ts';
import type { ModerationWords } from './words/en.ts';

interface Props {
  words: ModerationWords;
  /** Codes of the regions that one moderates; none for an administrator. */
  regions: readonly string[];
  filters: Filters;
  onFilters: (filters: Filters) => void;
}

/** Which kinds, and of which region. */
export function FilterForm({ words, regions, filters, onFilters }: Props) {
  const { kinds } = filters;
  return (
    <form className="moderation-filters" onSubmit={(event) => event.preventDefault()}>
      <fieldset>
        <legend>{words.kinds}</legend>
        <div className="moderation-kinds">
          {reviewKinds.map((kind) => (
            <label key={kind} className="form-check">
              <input
                type="checkbox"
                checked={kinds.includes(kind)}
                onChange={({ currentTarget: { checked } }) =>
                  onFilters({ ...filters, kinds: checked ? [...kinds, kind] : kinds.filter((each) => each !== kind) })
                }
              />
              {words.kind[kind]}
            </label>
          ))}
        </div>
      </fieldset>
      {regions.length > 1 && (
        <label className="form-check">
          {words.region}
          <select
            value={filters.region ?? ''}
            onChange={({ currentTarget: { value } }) => onFilters({ ...filters, region: value || null })}
          >
            <option value="">{words.allRegions}</option>
            {regions.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </select>
        </label>
      )}
    </form>
  );
}
