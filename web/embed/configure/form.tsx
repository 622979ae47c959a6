import { type ReactNode, useId } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../gql/gql.ts';
import type { Action } from '../../gql/graphql.ts';
import { languageNames, useI18n } from '../../lib/i18n/i18n.tsx';
import { useTaxonomy } from '../../lib/taxonomy.tsx';
import { type EmbedSettings, type EmbedTheme, type EmbedView, heights } from '../settings.ts';
import type { Choice } from './code.ts';
import type { ConfigureWords } from './words/en.ts';

const regionsQuery = graphql(`
  query EmbedRegions($language: Language!) {
    regions(level: 1) { code name(language: $language) country }
  }
`);

const firstAccent = '#0a6b3c';

interface Props {
  choice: Choice;
  words: ConfigureWords;
  onChoice: (choice: Choice) => void;
}

export function ConfigureForm({ choice, words, onChoice }: Props) {
  const { language } = useI18n();
  const { groups, actions } = useTaxonomy();
  const [{ data }] = useQuery({ query: regionsQuery, variables: { language } });
  const { settings } = choice;
  const { area, filters } = settings;
  const set = (change: Partial<EmbedSettings>) => onChoice({ ...choice, settings: { ...settings, ...change } });
  const regions = [...(data?.regions ?? [])].sort((a, b) => a.name.localeCompare(b.name, language));
  return (
    <form className="configure-form" onSubmit={(event) => event.preventDefault()}>
      <fieldset>
        <legend>{words.area}</legend>
        <Field label={words.town}>
          {(id) => (
            <input
              id={id}
              type="text"
              autoComplete="off"
              value={area?.kind === 'town' ? area.name : ''}
              placeholder={area ? undefined : words.everywhere}
              onChange={({ currentTarget: { value } }) => set({ area: value ? { kind: 'town', name: value } : null })}
            />
          )}
        </Field>
        {regions.length > 0 && (
          <Field label={words.region}>
            {(id) => (
              <select
                id={id}
                value={area?.kind === 'region' ? area.code : ''}
                onChange={({ currentTarget: { value } }) =>
                  set({ area: value ? { kind: 'region', code: value } : null })
                }
              >
                <option value="">{words.noRegion}</option>
                {regions.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
      </fieldset>
      <Several
        legend={words.kinds}
        note={words.noneMeansAll}
        options={groups.map(({ slug, label }) => [slug, label])}
        chosen={filters.categories}
        onChange={(categories) => set({ filters: { ...filters, categories } })}
      />
      <Several
        legend={words.actions}
        note={words.noneMeansAll}
        options={actions.map(({ code, label }) => [code, label])}
        chosen={filters.actions}
        onChange={(chosen) => set({ filters: { ...filters, actions: chosen as Action[] } })}
      />
      <fieldset>
        <legend>{words.language}</legend>
        <select
          aria-label={words.language}
          value={choice.language ?? ''}
          onChange={({ currentTarget: { value } }) => onChoice({ ...choice, language: value || null })}
        >
          <option value="">{words.ofTheReader}</option>
          {Object.entries(languageNames).map(([code, name]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </select>
      </fieldset>
      <One<EmbedView>
        legend={words.view}
        options={words.viewOf}
        chosen={settings.view}
        onChange={(view) => set({ view })}
      />
      <One<EmbedTheme>
        legend={words.colours}
        options={words.themeOf}
        chosen={settings.theme}
        onChange={(theme) => set({ theme })}
      />
      <fieldset>
        <legend>{words.ownColour}</legend>
        <label className="configure-option">
          <input
            type="checkbox"
            checked={settings.accent !== null}
            onChange={({ currentTarget: { checked } }) => set({ accent: checked ? firstAccent : null })}
          />
          {words.ownColour}
        </label>
        {settings.accent && (
          <input
            type="color"
            aria-label={words.ownColour}
            value={settings.accent}
            onChange={({ currentTarget: { value } }) => set({ accent: value })}
          />
        )}
        <p className="quiet">{words.ownColourNote}</p>
      </fieldset>
      <fieldset>
        <legend>{words.height}</legend>
        <input
          type="number"
          aria-label={words.height}
          min={heights.least}
          max={heights.most}
          step={20}
          defaultValue={settings.height}
          onChange={({ currentTarget: { valueAsNumber, validity } }) =>
            validity.valid && set({ height: valueAsNumber })
          }
        />
      </fieldset>
    </form>
  );
}

function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="configure-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

function Several({
  legend,
  note,
  options,
  chosen,
  onChange,
}: {
  legend: string;
  note: string;
  options: [value: string, label: string][];
  chosen: string[];
  onChange: (chosen: string[]) => void;
}) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      <p className="quiet">{note}</p>
      <div className="configure-options">
        {options.map(([value, label]) => (
          <label key={value} className="configure-option">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={({ currentTarget: { checked } }) =>
                onChange(checked ? [...chosen, value] : chosen.filter((other) => other !== value))
              }
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function One<Value extends string>({
  legend,
  options,
  chosen,
  onChange,
}: {
  legend: string;
  options: Record<Value, string>;
  chosen: Value;
  onChange: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div className="configure-options">
        {(Object.entries(options) as [Value, string][]).map(([value, label]) => (
          <label key={value} className="configure-option">
            <input type="radio" name={name} checked={value === chosen} onChange={() => onChange(value)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
