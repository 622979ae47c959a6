import { useState } from 'react';
import type { Language, PaymentMethod } from '../../gql/graphql.ts';
import { languageText } from '../../lib/format.ts';
import { languageNames, useI18n } from '../../lib/i18n/i18n.tsx';
import { longest } from './draft.ts';
import { Several, TextField } from './fields.tsx';
import { useForm } from './form.ts';
import { writtenIn } from './input.ts';
import type { StepProps } from './step-props.ts';

/** Beside the eight of the interface: those most spoken in the regions. */
const spoken = [...Object.keys(languageNames), 'de', 'pt', 'ro', 'pl', 'uk', 'ar', 'tr', 'sv', 'zh'];
const payments: PaymentMethod[] = ['CASH', 'CARDS', 'CONTACTLESS'];

/** Languages, payment, labels, and what it says of itself. */
export function AboutStep({ draft, change }: StepProps) {
  const { language } = useI18n();
  const { words } = useForm();
  const { description } = draft;
  const [open, setOpen] = useState<Language[]>(() => [...new Set([language, ...writtenIn(description)])]);
  const more = (Object.keys(languageNames) as Language[]).filter((code) => !open.includes(code));
  return (
    <>
      {open.map((code) => (
        <TextField
          key={code}
          path={`description.${code}`}
          label={words.about.description(languageText(code, language))}
          why={code === language ? words.about.descriptionWhy : undefined}
          lang={code}
          rows={5}
          longest={longest.text}
          value={description[code] ?? ''}
          onChange={(text) => change({ description: { ...description, [code]: text } })}
        />
      ))}
      {more.length > 0 && (
        <fieldset className="form-field">
          <legend>{words.about.otherLanguage}</legend>
          <div className="form-actions">
            {more.map((code) => (
              <button
                key={code}
                type="button"
                className="button line"
                lang={code}
                onClick={() => setOpen([...open, code])}
              >
                {languageNames[code]}
              </button>
            ))}
          </div>
        </fieldset>
      )}
      <Several
        path="languages"
        label={words.about.languages}
        options={[...new Set([...spoken, ...draft.languages])].map(
          (code) => [code, languageText(code, language)] as const,
        )}
        chosen={draft.languages}
        onChange={(languages) => change({ languages })}
      />
      <Several
        path="payment"
        label={words.about.payment}
        options={payments.map((means) => [means, words.about.paymentOf[means]] as const)}
        chosen={draft.payment}
        onChange={(chosen) => change({ payment: payments.filter((means) => chosen.includes(means)) })}
      />
      <TextField
        path="labels"
        label={words.about.labels}
        why={words.about.labelsWhy}
        longest={longest.labels}
        value={draft.labels}
        onChange={(labels) => change({ labels })}
      />
    </>
  );
}
