import { useQuery } from 'urql';
import { useI18n } from '../../lib/i18n/i18n.tsx';
import { ages, type Filters, reviewKinds } from './address.ts';
import { regionNamesQuery, sourcesQuery } from './queries.ts';
import type { ModerationWords } from './words/en.ts';

interface Props {
  words: ModerationWords;
  /** Codes of the regions that one moderates; none for an administrator. */
  regions: readonly string[];
  filters: Filters;
  onFilters: (filters: Filters) => void;
}

/** Which part of the queue: every choice stands in the address. */
export function FilterForm({ words, regions, filters, onFilters }: Props) {
  const { kinds } = filters;
  const choose = (part: Partial<Filters>) => onFilters({ ...filters, ...part });
  const sources = useQuery({ query: sourcesQuery })[0].data?.sources ?? [];
  return (
    <form
      className="moderation-filters"
      onSubmit={(event) => {
        event.preventDefault();
        choose({ text: String(new FormData(event.currentTarget).get('text') ?? '').trim() });
      }}
    >
      <fieldset>
        <legend>{words.kinds}</legend>
        <div className="moderation-kinds">
          {reviewKinds.map((kind) => (
            <label key={kind} className="form-check">
              <input
                type="checkbox"
                checked={kinds.includes(kind)}
                onChange={({ currentTarget: { checked } }) =>
                  choose({ kinds: checked ? [...kinds, kind] : kinds.filter((each) => each !== kind) })
                }
              />
              {words.kind[kind]}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="moderation-choices">
        <Regions words={words} codes={regions} chosen={filters.region} onChoose={(region) => choose({ region })} />
        <Choice
          label={words.source}
          any={words.anySource}
          options={sources.map(({ slug, name }) => [slug, name])}
          chosen={filters.source}
          onChoose={(source) => choose({ source })}
        />
        <Choice
          label={words.age}
          any={words.anyAge}
          options={ages.map((age) => [age, words.atLeastDays(Number(age))])}
          chosen={filters.age}
          onChoose={(age) => choose({ age })}
        />
        <Choice
          label={words.state}
          any={words.undecided}
          options={[['true', words.decidedOnes]]}
          chosen={filters.decided ? 'true' : ''}
          onChoose={(decided) => choose({ decided: decided !== '' })}
        />
        <div className="form-field">
          <label htmlFor="moderation-text">{words.text}</label>
          <span className="moderation-text">
            <input
              // The address may change without being typed here.
              key={filters.text}
              id="moderation-text"
              type="search"
              name="text"
              maxLength={200}
              defaultValue={filters.text}
            />
            <button type="submit" className="button line">
              {words.search}
            </button>
          </span>
        </div>
      </div>
    </form>
  );
}

interface ChoiceProps {
  label: string;
  /** On the choice of none. */
  any: string;
  options: (readonly [value: string, label: string])[];
  chosen: string;
  onChoose: (value: string) => void;
}

function Choice({ label, any, options, chosen, onChoose }: ChoiceProps) {
  // What the address names and the list does not have (yet) stays chosen.
  const isListed = chosen === '' || options.some(([value]) => value === chosen);
  return (
    <label className="form-field">
      <span>{label}</span>
      <select value={chosen} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        <option value="">{any}</option>
        {[...options, ...(isListed ? [] : [[chosen, chosen] as const])].map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Those that one moderates; for an administrator, the countries and their regions. */
function Regions({ words, codes, chosen, onChoose }: Omit<ChoiceProps, 'label' | 'any' | 'options'> & RegionsOf) {
  const { language } = useI18n();
  const all = codes.length === 0;
  const [{ data }] = useQuery({ query: regionNamesQuery, variables: { language, codes: [...codes], all } });
  if (codes.length === 1) return null;
  const regions = [...(data?.moderated ?? []), ...(data?.countries ?? []), ...(data?.regions ?? [])];
  return (
    <Choice
      label={words.region}
      any={words.allRegions}
      options={regions.map(({ code, name }) => [code, name])}
      chosen={chosen}
      onChoose={onChoose}
    />
  );
}

interface RegionsOf {
  words: ModerationWords;
  codes: readonly string[];
}
