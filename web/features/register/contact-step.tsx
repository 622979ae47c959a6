import { useI18n } from '../../lib/i18n/i18n.tsx';
import { longest } from './draft.ts';
import { One, TextField } from './fields.tsx';
import { useForm } from './form.ts';
import type { StepProps } from './step-props.ts';

const accesses = ['YES', 'DESIGNATED', 'LIMITED', 'NO', 'UNKNOWN'] as const;

/** How to reach it, and how to get in. */
export function ContactStep({ draft, change }: StepProps) {
  const { t, language } = useI18n();
  const { words } = useForm();
  return (
    <>
      <TextField
        path="phone"
        label={words.contact.phone}
        type="tel"
        autoComplete="tel"
        longest={longest.phone}
        value={draft.phone}
        onChange={(phone) => change({ phone })}
      />
      <TextField
        path="email"
        label={words.contact.email}
        why={words.contact.emailWhy}
        type="email"
        autoComplete="email"
        longest={longest.email}
        value={draft.email}
        onChange={(email) => change({ email })}
      />
      <TextField
        path="website"
        label={words.contact.website}
        type="url"
        autoComplete="url"
        longest={longest.url}
        value={draft.website}
        onChange={(website) => change({ website })}
      />
      <TextField
        path="social"
        label={words.contact.social}
        why={words.contact.socialWhy}
        rows={2}
        longest={longest.text}
        value={draft.social}
        onChange={(social) => change({ social })}
      />
      <One
        path="wheelchair"
        label={words.contact.access}
        options={accesses.map((access) => [access, t.wheelchair[access]] as const)}
        chosen={draft.wheelchair}
        onChange={(wheelchair) => change({ wheelchair })}
      />
      <TextField
        path="accessNotes"
        label={words.contact.accessNotes}
        lang={language}
        rows={2}
        longest={longest.note}
        value={draft.accessNotes[language] ?? ''}
        onChange={(text) => change({ accessNotes: { ...draft.accessNotes, [language]: text } })}
      />
    </>
  );
}
