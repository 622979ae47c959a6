import { useTaxonomy } from '../../lib/taxonomy.tsx';
import { longest } from './draft.ts';
import { Field, SelectField, TextField } from './fields.tsx';
import { useForm } from './form.ts';
import type { StepProps } from './step-props.ts';

/** What it is: its name and kind. */
export function WhatStep({
  draft,
  change,
  organizations,
}: StepProps & { organizations: { id: string; name: string }[] }) {
  const { words } = useForm();
  const [main = '', second = '', ...others] = draft.categories;
  const set = (categories: string[]) => change({ categories: [...new Set(categories)].filter(Boolean) });
  return (
    <>
      <TextField
        path="name"
        label={words.what.name}
        why={words.what.nameWhy}
        autoComplete="organization"
        longest={longest.name}
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      <KindField
        path="categories"
        label={words.what.kind}
        nothing={words.what.choose}
        value={main}
        onChange={(slug) => set([slug, second, ...others])}
      />
      {main && (
        <KindField
          path="categories.1"
          label={words.what.secondKind}
          nothing={words.what.none}
          value={second}
          onChange={(slug) => set([main, slug, ...others])}
        />
      )}
      {(organizations.length > 0 || draft.organization) && (
        <SelectField
          path="organization"
          label={words.what.organization}
          why={words.what.organizationWhy}
          value={draft.organization}
          options={[
            ['', words.what.noOrganization],
            ...organizations.map(({ id, name }) => [id, name] as const),
            ...(draft.organization && !organizations.some(({ id }) => id === draft.organization)
              ? [[draft.organization, words.what.anOrganization] as const]
              : []),
          ]}
          onChange={(organization) => change({ organization })}
        />
      )}
    </>
  );
}

function KindField({
  path,
  label,
  nothing,
  value,
  onChange,
}: {
  path: string;
  label: string;
  nothing: string;
  value: string;
  onChange: (slug: string) => void;
}) {
  const { groups, categories } = useTaxonomy();
  return (
    <Field path={path} label={label}>
      {(control) => (
        <select {...control} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
          <option value="">{nothing}</option>
          {groups.map((group) => (
            <optgroup key={group.slug} label={group.label}>
              {categories
                .filter((category) => category.group.slug === group.slug)
                .map(({ slug, label }) => (
                  <option key={slug} value={slug}>
                    {label}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}
