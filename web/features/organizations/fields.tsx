import type { OrganizationClass, OrganizationInput } from '../../gql/graphql.ts';
import { Field, SelectField } from '../../ui/form/fields.tsx';
import type { Typed } from '../../ui/form/form.tsx';
import type { Organization } from './queries.ts';
import type { OrganizationWords } from './words/en.ts';

/** What an organisation says of itself. */
export function OrganizationFields({ words, of }: { words: OrganizationWords; of?: Organization }) {
  const { field } = words;
  return (
    <>
      <Field
        name="name"
        label={field.name}
        autoComplete="organization"
        maxLength={120}
        required
        defaultValue={of?.name}
      />
      <SelectField name="class" label={field.class} defaultValue={of?.class ?? ''}>
        <option value="">{field.classUnknown}</option>
        {Object.entries(words.class).map(([code, label]) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </SelectField>
      <Field
        name="website"
        type="url"
        label={field.website}
        autoComplete="url"
        placeholder="https://"
        maxLength={300}
        defaultValue={of?.website ?? ''}
      />
    </>
  );
}

export const inputOf = ({ name = '', class: kind, website }: Typed): OrganizationInput => ({
  name,
  class: kind ? (kind as OrganizationClass) : null, // the options' values are those of the enum
  website: website || null,
});
